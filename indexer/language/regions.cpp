#include "indexer/language/regions.h"

#include <map>
#include <string>

#include "catalog/split.h"
#include "indexer/language/analysis.h"
#include "indexer/language/areas.h"
#include "indexer/language/lexicon.h"

namespace kring::indexer {
namespace {

using Municipalities = std::vector<std::uint64_t>;

// What stands before a name without changing it: "de regio Twente", "provincie Drenthe".
std::string_view without_lead(std::string_view folded) {
  for (const std::string_view lead : {"heel ", "de ", "in ", "regio ", "streek ", "provincie "}) {
    if (folded.substr(0, lead.size()) == lead) folded.remove_prefix(lead.size());
  }
  return folded;
}

std::map<std::string, Municipalities, std::less<>> read_regions() {
  std::map<std::string, Municipalities, std::less<>> regions;
  const std::vector<std::string_view> rows = catalog::split(region_municipalities(), '\n');
  for (std::size_t i = 1; i < rows.size(); ++i) {  // the first holds the headings
    const std::vector<std::string_view> columns = catalog::split(rows[i], '\t');
    if (columns.size() < 2) continue;
    Municipalities municipalities;
    for (const std::string_view name : catalog::split(columns[1], '|')) {
      municipalities.push_back(area_hash_of(name));
    }
    for (const std::string_view name : catalog::split(columns[0], '|')) {
      regions.emplace(fold(name), municipalities);
    }
  }
  return regions;
}

}  // namespace

const std::vector<std::uint64_t>& municipalities_of_region(std::string_view folded) {
  static const std::map<std::string, Municipalities, std::less<>> kRegions = read_regions();
  static const Municipalities kNone;
  const auto whole = kRegions.find(folded);  // "provincie utrecht"
  if (whole != kRegions.end()) return whole->second;
  const auto found = kRegions.find(without_lead(folded));
  return found == kRegions.end() ? kNone : found->second;
}

}  // namespace kring::indexer
