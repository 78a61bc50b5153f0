#include "service/commands/quality/report.h"

#include <algorithm>
#include <utility>

#include "indexer/language/analysis.h"

namespace kring::service::quality {
namespace {

void count_kinds(const FindingSet& kinds, FindingCounts& counts) {
  for (std::size_t kind = 0; kind < kFindingKinds; ++kind) {
    if (kinds.test(kind)) ++counts.at(kind);
  }
}

std::size_t weight_of_all(const FindingCounts& counts) {
  std::size_t weight = 0;
  for (const Priority& priority : priorities_of(counts)) {
    weight += priority.weight;
  }
  return weight;
}

void put_in_order(std::vector<InspectedRecord>& records) {
  std::sort(records.begin(), records.end(), [](const InspectedRecord& a, const InspectedRecord& b) {
    const int weight_a = weight_of(a.findings.kinds);
    const int weight_b = weight_of(b.findings.kinds);
    return weight_a != weight_b ? weight_a > weight_b : a.id < b.id;
  });
}

void add_to(Changes& sum, const Changes& change) {
  sum.added += change.added;
  sum.changed += change.changed;
  sum.removed += change.removed;
}

}  // namespace

ReportBuilder::ReportBuilder(const std::string& owner)
    : wanted_(indexer::name_hash_of(owner)), tells_all_(owner.empty()) {}

bool ReportBuilder::is_told(const std::string& name, const std::string& id) const {
  return tells_all_ || indexer::name_hash_of(name) == wanted_
         || indexer::name_hash_of(id) == wanted_;
}

void ReportBuilder::add(const std::string& owner, InspectedRecord record) {
  OwnerReport& told = owner_called(owner);
  ++told.records;
  ++report_.records;
  count_kinds(record.findings.kinds, told.counts);
  count_kinds(record.findings.kinds, report_.counts);
  if (record.findings.kinds.none()) {
    ++report_.sound;
    return;
  }
  told.findings.push_back(std::move(record));
}

void ReportBuilder::add_change(const std::string& owner, const Changes& change) {
  add_to(report_.changes, change);
  if (change.removed == 0) add_to(owner_called(owner).changes, change);
}

QualityReport ReportBuilder::finish() {
  for (OwnerReport& owner : report_.owners) {
    put_in_order(owner.findings);
  }
  std::sort(report_.owners.begin(), report_.owners.end(),
            [](const OwnerReport& a, const OwnerReport& b) {
              const std::size_t weight_a = weight_of_all(a.counts);
              const std::size_t weight_b = weight_of_all(b.counts);
              return weight_a != weight_b ? weight_a > weight_b : a.name < b.name;
            });
  return std::move(report_);
}

OwnerReport& ReportBuilder::owner_called(const std::string& name) {
  const auto [entry, is_new] =
      owner_by_hash_.try_emplace(indexer::name_hash_of(name), report_.owners.size());
  if (is_new) {
    report_.owners.emplace_back();
    report_.owners.back().name = name;
  }
  return report_.owners[entry->second];
}

std::size_t count_of(const FindingCounts& counts, FindingGroup group) {
  std::size_t sum = 0;
  for (const FindingRule& rule : all_rules()) {
    if (rule.group == group) sum += counts.at(static_cast<std::size_t>(rule.kind));
  }
  return sum;
}

}  // namespace kring::service::quality
