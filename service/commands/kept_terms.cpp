#include "service/commands/kept_terms.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/field_reader.h"

namespace kring::service {
namespace {

constexpr std::string_view kSeparator = "; ";

void add_parts(std::string_view joined, std::vector<std::string>& parts) {
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(kSeparator), joined.size());
    catalog::formats::add_distinct(parts, std::string(joined.substr(0, end)));
    joined.remove_prefix(std::min(end + kSeparator.size(), joined.size()));
  }
}

/// Those before and the new ones; "" where there are no new ones.
std::string join(std::string_view before, const std::vector<std::string>& told) {
  std::vector<std::string> parts;
  if (!told.empty()) add_parts(before, parts);
  for (const std::string& one : told)
    add_parts(one, parts);
  std::string joined;
  for (const std::string& part : parts)
    joined += (joined.empty() ? "" : std::string(kSeparator)) + part;
  return joined;
}

}  // namespace

catalog::SourceTerms make_kept_terms(const catalog::ActivityStore& store,
                                     const std::string& source,
                                     catalog::SourceTerms said,
                                     const catalog::FeedFacts& facts) {
  const bool is_all = facts.completeness == catalog::Completeness::kComplete;
  const catalog::SourceTerms before =
      is_all ? catalog::SourceTerms{} : catalog::TermsBySource(store.source_terms()).of(source);
  said.publisher = facts.publisher;
  if (said.licence.empty()) said.licence = join(before.licence, facts.record_terms.licences);
  if (said.licence.empty()) said.licence = facts.licence;
  if (said.attribution.empty())
    said.attribution = join(before.attribution, facts.record_terms.attributions);
  return said;
}

void add_terms(const catalog::RecordTerms& more, catalog::RecordTerms& all) {
  for (const std::string& licence : more.licences)
    catalog::formats::add_distinct(all.licences, licence);
  for (const std::string& attribution : more.attributions)
    catalog::formats::add_distinct(all.attributions, attribution);
}

}  // namespace kring::service
