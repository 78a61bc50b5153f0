#include "engine/search/facets.h"

#include <algorithm>

namespace kring::engine {
namespace {

std::string_view id_of(const SiteAt& at) {
  return at.segment->id(at.activity);
}

std::size_t number_of(std::string_view name) {
  const std::span<const Field> fields = search_fields();
  return static_cast<std::size_t>(
      std::find_if(fields.begin(), fields.end(),
                   [name](const Field& field) { return field.name == name; })
      - fields.begin());
}

// Days are counted among meetings in the parts of the day asked for: that condition is met by what
// is counted, or by nothing.
std::bitset<kMaxConditions> beside(std::size_t field, std::bitset<kMaxConditions> failed) {
  static const std::size_t kDay = number_of(kDayField);
  static const std::size_t kDayPart = number_of(kDayPartField);
  failed.reset(field);
  if (field == kDay) failed.reset(kDayPart);
  return failed;
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
    if (beside(field, failed).any()) continue;
    is_counted = true;
    holder = &site.at;
    entry.collect(context_, site.at, values);
    // A value tells; without any the field may still be known to have none.
    is_known = is_known || !values.empty()
               || entry.judge(entry, context_, site.at, {}) != catalog::Answer::kUnknown;
  }
  if (!is_counted) return;
  if (!is_known) ++counts_[field].unknown;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (const std::uint64_t value : values) {
    Count& count = counts_[field].values[value];
    ++count.activities;
    // The first by id, so that the layout of the segments tells nothing.
    const bool is_first = count.holder.segment == nullptr || id_of(*holder) < id_of(count.holder);
    if (is_first) count.holder = *holder;
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
  using Counted = std::pair<std::uint64_t, Count>;
  std::vector<Counted> counted(counts_[field].values.begin(), counts_[field].values.end());
  std::stable_sort(counted.begin(), counted.end(), [](const Counted& a, const Counted& b) {
    return a.second.activities > b.second.activities;
  });
  for (const auto& [value, count] : counted) {
    const bool is_asked = is_chosen(conditions_.chosen[field], value);
    if (facet.values.size() >= kMaxFacetValues && !is_asked) continue;
    NamedValue named = entry.describe(context_, value, count.holder);
    facet.values.push_back(
        {std::move(named.name), std::move(named.label), count.activities, is_asked});
  }
  return facet;
}

}  // namespace kring::engine
