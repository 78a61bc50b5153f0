// Does a site lie in a place, or does what happens there come to it?

#include <algorithm>

#include "engine/journey.h"
#include "engine/search/conditions.h"
#include "indexer/language/areas.h"

namespace kring::engine {
namespace {

using catalog::Answer;

constexpr double kMetersInKm = 1'000;

Answer judge_area(const NamedPlace& place, indexer::AreaKind kind, std::uint64_t hash) {
  const auto has = [hash](const std::vector<std::uint64_t>& hashes) {
    return std::binary_search(hashes.begin(), hashes.end(), hash);
  };
  switch (kind) {
    case indexer::AreaKind::kNation:
      return Answer::kYes;
    case indexer::AreaKind::kUnclear:
      return Answer::kUnknown;
    case indexer::AreaKind::kNamed:
      return has(place.areas) ? Answer::kYes : Answer::kNo;
    case indexer::AreaKind::kWithin:
      if (!has(place.municipalities)) return Answer::kNo;
      return place.is_municipality ? Answer::kYes : Answer::kUnknown;
  }
  return Answer::kUnknown;
}

// Where no area is told: who only calls or meets online comes everywhere; who meets in a room too
// may not.
Answer judge_unbounded(catalog::AttendanceSet forms) {
  const bool is_at_a_distance =
      forms.has(catalog::Attendance::kPhone) || forms.has(catalog::Attendance::kOnline);
  const bool is_met = forms.has(catalog::Attendance::kInPerson);
  return is_at_a_distance && !is_met ? Answer::kYes : Answer::kUnknown;
}

// Where it comes to somebody, by what it serves.
Answer judge_served(const NamedPlace& place, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const std::uint32_t begin = features.area_begin[at.activity];
  const std::uint32_t end = features.area_begin[at.activity + std::size_t{1}];
  const catalog::AttendanceSet forms{features.attendance[at.row]};
  if (begin == end) return judge_unbounded(forms);
  Answer best = Answer::kNo;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Answer answer = judge_area(place, static_cast<indexer::AreaKind>(features.area_kind[i]),
                                     features.area_hash[i]);
    if (answer == Answer::kYes) return answer;
    if (answer == Answer::kUnknown) best = answer;
  }
  return best;
}

Answer judge_here(const NamedPlace& place, std::optional<int> radius_km, const SiteAt& at) {
  const std::optional<catalog::Point> point = point_of(at);
  const bool is_round = radius_km || place.is_postcode;
  if (is_round && point) {
    const double meters = radius_km.value_or(kPostcodeRadiusKm) * kMetersInKm;
    return catalog::distance_between(place.centre, *point).value <= meters ? Answer::kYes
                                                                           : Answer::kNo;
  }
  const std::int32_t postcode4 = at.features().postcode4[at.row];
  if (postcode4 == indexer::kNoNumber) return Answer::kUnknown;
  return std::binary_search(place.postcodes4.begin(), place.postcodes4.end(), postcode4)
             ? Answer::kYes
             : Answer::kNo;
}

// Somebody goes there, or it comes to them: either will do.
Answer judge_place(const NamedPlace& place, std::optional<int> radius_km, const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  const bool has_site = at.features().site[at.row] != indexer::kNoSite;
  const bool is_visited = has_site && (forms.empty() || forms.has(catalog::Attendance::kInPerson));
  const bool comes = !forms.empty() && forms.bits != 1U;
  Answer answer = is_visited ? judge_here(place, radius_km, at) : Answer::kNo;
  if (answer != Answer::kYes && (comes || !is_visited)) {
    const Answer served = judge_served(place, at);
    if (served == Answer::kYes || answer == Answer::kNo) answer = served;
  }
  return answer;
}

}  // namespace

Answer judge_places(const Conditions& conditions, const SiteAt& at) {
  if (conditions.places.empty()) return Answer::kYes;
  Answer best = Answer::kNo;
  for (const NamedPlace& place : conditions.places) {
    const Answer answer = judge_place(place, conditions.radius_km, at);
    if (answer == Answer::kYes) return answer;
    if (answer == Answer::kUnknown) best = answer;
  }
  return best;
}

}  // namespace kring::engine
