#include "service/commands/quality/catalog_report.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catalog/duplicates/wording.h"
#include "service/commands/duplicates_report.h"
#include "service/commands/quality/inspector.h"
#include "service/commands/quality/source_warnings.h"

namespace kring::service::quality {
namespace {

using catalog::ActivityId;
using catalog::ActivityStore;
using catalog::DuplicateLink;
using catalog::StoredActivity;
using catalog::Text;

using FindingsById = std::map<ActivityId, std::vector<FindingDetail>>;

const catalog::duplicates::Member& member_called(const ToldSet& told, const ActivityId& id) {
  const auto found = std::find_if(
      told.members.begin(), told.members.end(),
      [&](const catalog::duplicates::Member& member) { return member.activity.id == id; });
  return found == told.members.end() ? told.members.front() : *found;
}

void add_link(const ToldSet& told, const DuplicateLink& link, FindingsById& findings) {
  const Text reasons = catalog::duplicates::describe(link.score);
  for (const auto& [id, other] :
       {std::pair(link.first, link.second), std::pair(link.second, link.first)}) {
    const catalog::duplicates::Member& twin = member_called(told, other);
    findings[id].push_back({FindingKind::kLikelyDuplicate,
                            "",
                            {fmt::format("Lijkt op “{}” ({}, {}): {}.", twin.activity.name,
                                         twin.source, other.value, reasons.nl),
                             fmt::format("Resembles “{}” ({}, {}): {}.", twin.activity.name,
                                         twin.source, other.value, reasons.en)}});
  }
}

void add_conflicts(const ToldSet& told, FindingsById& findings) {
  for (const catalog::duplicates::Conflict& conflict :
       catalog::duplicates::conflicts_of(told.members)) {
    std::string sayings;
    for (const catalog::duplicates::Saying& saying : conflict.sayings) {
      sayings += fmt::format("{}{}: {}", sayings.empty() ? "" : " | ", saying.source, saying.value);
    }
    for (const catalog::duplicates::Saying& saying : conflict.sayings) {
      findings[saying.id].push_back(
          {FindingKind::kSourcesDiffer, fmt::format("/{}", conflict.field), {sayings, sayings}});
    }
  }
}

// What the catalogue's sets of duplicates say of their members.
FindingsById findings_of_sets(const ActivityStore& store) {
  FindingsById findings;
  for (const ToldSet& told : load_told_sets(store)) {
    for (const DuplicateLink& link : told.set.links) {
      if (link.state == catalog::duplicates::LinkState::kFound) add_link(told, link, findings);
    }
    add_conflicts(told, findings);
  }
  return findings;
}

Changes change_of(const ActivityStore& store,
                  const catalog::ChangedActivity& changed,
                  catalog::Revision since) {
  if (!changed.stored) return {.removed = 1};
  const std::vector<catalog::Change> log = store.changes_of(changed.id);
  const bool is_new = !log.empty() && log.front().revision > since;
  return is_new ? Changes{.added = 1} : Changes{.changed = 1};
}

void add_changes(const ActivityStore& store, catalog::Revision since, ReportBuilder& builder) {
  store.for_each_changed(since, [&](const catalog::ChangedActivity& changed) {
    const catalog::Organization owner =
        changed.stored ? changed.stored->activity.organization : catalog::Organization{};
    if (builder.is_told(owner.name, owner.id))
      builder.add_change(owner.name, change_of(store, changed, since));
  });
}

}  // namespace

catalog::Result<QualityReport> report_catalog(const ActivityStore& store,
                                              const ReportQuestion& question) {
  const catalog::Result<catalog::Vocabulary> vocabulary =
      catalog::parse_vocabulary(store.document(catalog::DocumentKind::kVocabulary).text);
  if (!vocabulary) return vocabulary.error();
  const catalog::Places places(store.places());
  const Inspector inspector(*vocabulary, places, question.today);
  FindingsById of_sets = findings_of_sets(store);
  ReportBuilder builder(question.owner);
  store.for_each([&](const StoredActivity& stored) {
    const catalog::Organization& owner = stored.activity.organization;
    if (!builder.is_told(owner.name, owner.id)) return;
    Findings findings = inspector.inspect(stored.activity);
    for (FindingDetail& detail : warnings_of_source(stored)) {
      findings.add(std::move(detail));
    }
    for (FindingDetail& detail : of_sets[stored.activity.id]) {
      findings.add(std::move(detail));
    }
    of_sets.erase(stored.activity.id);
    builder.add(owner.name, {stored.activity.id.value, stored.activity.name, stored.source,
                             std::move(findings)});
  });
  if (question.since) add_changes(store, *question.since, builder);
  QualityReport report = builder.finish();
  report.date = question.today;
  report.revision = store.revision().number;
  if (question.since) report.since = Since{question.since->number, store.time_of(*question.since)};
  return report;
}

}  // namespace kring::service::quality
