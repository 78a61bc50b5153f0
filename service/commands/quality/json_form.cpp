// How does a report of quality stand in JSON?
#include <ostream>
#include <utility>

#include "catalog/json.h"
#include "service/commands/quality/forms.h"

namespace kring::service::quality {
namespace {

using catalog::Json;

Json to_integer(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Json counts_json(const FindingCounts& counts) {
  Json json{Json::Object()};
  for (const FindingRule& rule : all_rules()) {
    json.set(std::string(rule.code), to_integer(counts.at(static_cast<std::size_t>(rule.kind))));
  }
  return json;
}

Json groups_json(const FindingCounts& counts) {
  Json json{Json::Object()};
  for (std::size_t index = 0; index < kFindingGroups; ++index) {
    const auto group = static_cast<FindingGroup>(index);
    json.set(std::string(name_of(group)), to_integer(count_of(counts, group)));
  }
  return json;
}

Json priorities_json(const FindingCounts& counts) {
  Json::Array list;
  for (const Priority& priority : priorities_of(counts)) {
    const FindingRule& rule = rule_of(priority.kind);
    list.push_back(Json::Object{{"code", rule.code},
                                {"records", to_integer(priority.records)},
                                {"kept_away", rule.kept_away},
                                {"text", rule.title.nl + " " + rule.remedy.nl},
                                {"text_en", rule.title.en + " " + rule.remedy.en}});
  }
  return Json(std::move(list));
}

Json changes_json(const Changes& changes) {
  return Json::Object{{"added", to_integer(changes.added)},
                      {"changed", to_integer(changes.changed)},
                      {"removed", to_integer(changes.removed)}};
}

Json findings_json(const OwnerReport& owner) {
  Json::Array list;
  for (const InspectedRecord& record : owner.findings) {
    for (const ToldFinding& told : told_findings(record)) {
      list.push_back(Json::Object{{"id", record.id},
                                  {"name", record.name},
                                  {"source", record.source},
                                  {"code", told.rule->code},
                                  {"group", name_of(told.rule->group)},
                                  {"kept_away", told.rule->kept_away},
                                  {"field", told.field},
                                  {"text", told.text.nl},
                                  {"text_en", told.text.en}});
    }
  }
  return Json(std::move(list));
}

Json owner_json(const QualityReport& report, const OwnerReport& owner) {
  Json json{Json::Object{{"owner", owner.name},
                         {"records", to_integer(owner.records)},
                         {"counts", counts_json(owner.counts)},
                         {"groups", groups_json(owner.counts)},
                         {"first", priorities_json(owner.counts)}}};
  if (report.since) json.set("changes", changes_json(owner.changes));
  json.set("findings", findings_json(owner));
  return json;
}

Json before_json(const Before& before) {
  return Json::Object{{"date", catalog::format_date(before.date)},
                      {"records", to_integer(before.records)},
                      {"counts", counts_json(before.counts)},
                      {"mended", to_integer(before.mended)},
                      {"appeared", to_integer(before.appeared)}};
}

Json head_json(const QualityReport& report) {
  Json json{Json::Object{{"report", "quality"},
                         {"subject", report.subject},
                         {"date", catalog::format_date(report.date)},
                         {"revision", report.revision ? Json(*report.revision) : Json()},
                         {"records", to_integer(report.records)},
                         {"sound", to_integer(report.sound)},
                         {"counts", counts_json(report.counts)},
                         {"groups", groups_json(report.counts)},
                         {"first", priorities_json(report.counts)}}};
  if (report.since) {
    Json changes = changes_json(report.changes);
    changes.set("since", report.since->revision);
    changes.set("at", report.since->at);
    json.set("changes", std::move(changes));
  }
  if (report.before) json.set("before", before_json(*report.before));
  return json;
}

}  // namespace

// Owner by owner, so that a country's report needs no document as large in memory.
void write_json(const QualityReport& report, catalog::Language /*both*/, std::ostream& out) {
  std::string head = catalog::write_json(head_json(report));
  head.pop_back();
  out << head << ",\"owners\":[";
  bool is_first = true;
  for (const OwnerReport& owner : report.owners) {
    out << (is_first ? "\n" : ",\n") << catalog::write_json(owner_json(report, owner));
    is_first = false;
  }
  out << "]}\n";
}

}  // namespace kring::service::quality
