#include "service/commands/quality/before.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "catalog/json.h"

namespace kring::service::quality {
namespace {

using catalog::Json;
using FindingKey = std::pair<std::string, std::string>;  // id and code

catalog::Problem no_report() {
  return {"not_a_report",
          "",
          {"Het bestand bij --before is geen eerder rapport. Maak er een met kring check --format "
           "json --out.",
           "The file of --before is no earlier report. Make one with kring check --format json "
           "--out."}};
}

FindingCounts read_counts(const Json& json) {
  FindingCounts counts = {};
  for (const FindingRule& rule : all_rules()) {
    const std::int64_t count = json[rule.code].integer().value_or(0);
    if (count > 0) counts.at(static_cast<std::size_t>(rule.kind)) = static_cast<std::size_t>(count);
  }
  return counts;
}

// Codes that this program does not know, of an older or newer one, are no findings to compare.
bool is_known(std::string_view code) {
  for (const FindingRule& rule : all_rules()) {
    if (rule.code == code) return true;
  }
  return false;
}

std::set<FindingKey> keys_of(const Json& owners) {
  std::set<FindingKey> keys;
  for (const Json& owner : owners.array()) {
    for (const Json& finding : owner["findings"].array()) {
      const std::string_view code = finding["code"].string().value_or("");
      if (is_known(code)) keys.emplace(finding["id"].string().value_or(""), code);
    }
  }
  return keys;
}

void add_keys(const InspectedRecord& record, std::set<FindingKey>& keys) {
  for (const FindingRule& rule : all_rules()) {
    if (has(record.findings.kinds, rule.kind)) keys.emplace(record.id, rule.code);
  }
}

std::set<FindingKey> keys_of(const QualityReport& report) {
  std::set<FindingKey> keys;
  for (const OwnerReport& owner : report.owners) {
    for (const InspectedRecord& record : owner.findings) {
      add_keys(record, keys);
    }
  }
  return keys;
}

std::size_t count_missing_in(const std::set<FindingKey>& all, const std::set<FindingKey>& keys) {
  std::size_t count = 0;
  for (const FindingKey& key : keys) {
    if (!all.contains(key)) ++count;
  }
  return count;
}

}  // namespace

catalog::Result<Before> compare_with(std::string_view document, const QualityReport& report) {
  const catalog::Result<Json> json = catalog::parse_json(document);
  if (!json) return no_report();
  const std::optional<catalog::Date> date =
      catalog::parse_date((*json)["date"].string().value_or(""));
  if ((*json)["report"].string() != "quality" || !date || !(*json)["owners"].is_array())
    return no_report();
  Before before;
  before.date = *date;
  before.records = static_cast<std::size_t>((*json)["records"].integer().value_or(0));
  before.counts = read_counts((*json)["counts"]);
  for (const Json& owner : (*json)["owners"].array()) {
    before.owners[std::string(owner["owner"].string().value_or(""))] = read_counts(owner["counts"]);
  }
  const std::set<FindingKey> then = keys_of((*json)["owners"]);
  const std::set<FindingKey> now = keys_of(report);
  before.mended = count_missing_in(now, then);
  before.appeared = count_missing_in(then, now);
  return before;
}

}  // namespace kring::service::quality
