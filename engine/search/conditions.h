// Does a site hold to what a search asks?
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/result.h"
#include "engine/profile.h"
#include "engine/search.h"
#include "engine/search/fields.h"

namespace kring::engine {

inline constexpr std::string_view kPlaceFilter = "place";
inline constexpr std::string_view kRadiusFilter = "radiusKm";
inline constexpr std::string_view kAgeFilter = "age";
inline constexpr std::string_view kCostFilter = "maxCost";
inline constexpr std::string_view kEverywhere =
    "*";  ///< as a place: none, not even that of the text

inline constexpr int kPostcodeRadiusKm = 5;  ///< around a postcode, where no radius is asked
inline constexpr int kMaxRadiusKm = 500;

/// The filters of a search, read.
struct Conditions {
  std::vector<FieldValues> chosen;         ///< beside search_fields(); empty: not asked
  std::vector<NamedPlace> places;          ///< one is enough; empty: not asked
  bool is_everywhere = false;              ///< the text names no place either
  std::optional<int> radius_km;            ///< around the places' centres
  std::optional<int> age;                  ///< whole years
  std::optional<catalog::Cents> max_cost;  ///< a session
};

/// Reads filters. Problems, each with the names that would do: an unknown filter, value or place or
/// a number out of range.
catalog::Result<Conditions> read_conditions(const std::vector<Filter>& filters,
                                            const FieldContext& context,
                                            const indexer::Analyser& analyser);

/// What fields are read with where `conditions` are asked. The arguments must outlive it.
FieldContext make_field_context(const Conditions& conditions,
                                const Asked& asked,
                                const PlaceNames& places);

/// The conditions of a site are numbered: those of search_fields(), then place, age and cost.
inline constexpr std::size_t kMaxConditions = 16;
std::size_t condition_count();
std::string_view name_of_condition(std::size_t condition);
/// What to ask where its fact is not known.
const catalog::Text& question_of_condition(std::size_t condition);

/// Whether the site lies in one of the places, or what happens there comes to it: to people's
/// homes, by phone or online. Yes where none is asked.
catalog::Answer judge_places(const Conditions& conditions, const SiteAt& at);

/// Which conditions a site fails, and of which it does not tell.
struct SiteVerdict {
  std::bitset<kMaxConditions> failed;
  std::bitset<kMaxConditions> unknown;
};
/// requires: context.asked.profile has the age and cost of `conditions`.
SiteVerdict judge_site(const Conditions& conditions, const FieldContext& context, const SiteAt& at);

}  // namespace kring::engine
