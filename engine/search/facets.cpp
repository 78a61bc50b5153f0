#include "engine/search/facets.h"

#include <algorithm>

namespace kring::engine {
namespace {

bool is_chosen(const FieldValues& chosen, std::uint64_t value) {
  return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

// By count, then name; the chosen stay however few they are.
void keep_first(std::vector<FacetValue>& values) {
  std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  std::size_t kept = 0;
  std::erase_if(values, [&kept](const FacetValue& value) {
    return ++kept > kMaxFacetValues && !value.is_chosen;
  });
}

}  // namespace

FacetCount::FacetCount(const Conditions& conditions, const FieldContext& context, Unknowns unknowns)
    : conditions_(conditions),
      context_(context),
      unknowns_(unknowns),
      counts_(search_fields().size()) {}

void FacetCount::add(const std::vector<JudgedSite>& sites) {
  for (std::size_t field = 0; field < counts_.size(); ++field) {
    add_field(field, sites);
  }
}

void FacetCount::add_field(std::size_t field, const std::vector<JudgedSite>& sites) {
  const Field& entry = search_fields()[field];
  FieldValues values;
  bool is_counted = false;
  bool is_known = false;
  const SiteAt* holder = nullptr;
  for (const JudgedSite& site : sites) {
    std::bitset<kMaxConditions> failed = site.verdict.failed;
    if (unknowns_ == Unknowns::kDrop) failed |= site.verdict.unknown;
    if (failed.reset(field).any()) continue;
    is_counted = true;
    holder = &site.at;
    entry.collect(context_, site.at, values);
    is_known = is_known || entry.judge(entry, context_, site.at, {}) != catalog::Answer::kUnknown;
  }
  if (!is_counted) return;
  if (!is_known) ++counts_[field].unknown;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (const std::uint64_t value : values) {
    Count& count = counts_[field].values[value];
    ++count.activities;
    count.holder = *holder;
  }
}

std::vector<Facet> FacetCount::finish() const {
  std::vector<Facet> facets;
  for (std::size_t field = 0; field < counts_.size(); ++field) {
    facets.push_back(make_facet(field));
  }
  return facets;
}

Facet FacetCount::make_facet(std::size_t field) const {
  const Field& entry = search_fields()[field];
  Facet facet;
  facet.field = entry.name;
  facet.label = in(context_.asked.profile.language, entry.label);
  facet.unknown = counts_[field].unknown;
  for (const auto& [value, count] : counts_[field].values) {
    NamedValue named = entry.describe(context_, value, count.holder);
    facet.values.push_back({std::move(named.name), std::move(named.label), count.activities,
                            is_chosen(conditions_.chosen[field], value)});
  }
  keep_first(facet.values);
  return facet;
}

}  // namespace kring::engine
