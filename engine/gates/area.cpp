// Does the activity serve where the person lives?
//
// A hard limit for home visits, phone, one-to-one and advice, where the text keeps non-residents
// out, and for what has no known place: its area alone tells where it is. Open groups welcome
// whoever can come.

#include "engine/gates/gates.h"
#include "engine/journey.h"
#include "indexer/language/areas.h"

namespace kring::engine {
namespace {

using catalog::Answer;
using catalog::Attendance;
using indexer::AreaKind;

bool is_bound_to_area(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const catalog::AttendanceSet forms = usable_forms(asked, at);
  const auto size = static_cast<catalog::GroupSize>(features.group_size[at.activity]);
  const bool comes_together = forms.has(Attendance::kInPerson);
  const bool is_personal =
      features.group_size[at.activity] != indexer::kNoByte
      && (size == catalog::GroupSize::kOneToOne || size == catalog::GroupSize::kService);
  return !comes_together || is_personal || !point_of(at)
         || (features.flags[at.activity] & indexer::kOnlyForResidents) != 0;
}

Answer judge_one(const Asked& asked, AreaKind kind, std::uint64_t hash) {
  const bool knows_home = asked.place_hash != 0 || asked.municipality_hash != 0;
  switch (kind) {
    case AreaKind::kNation:
      return Answer::kYes;
    case AreaKind::kUnclear:
      return Answer::kUnknown;
    case AreaKind::kNamed:
      if (!knows_home) return Answer::kUnknown;
      if (hash == asked.place_hash || hash == asked.municipality_hash) return Answer::kYes;
      return asked.municipality_hash == 0 ? Answer::kUnknown : Answer::kNo;
    case AreaKind::kWithin:
      if (asked.municipality_hash == 0) return Answer::kUnknown;
      return hash == asked.municipality_hash ? Answer::kUnknown : Answer::kNo;
  }
  return Answer::kUnknown;
}

}  // namespace

catalog::Answer judge_served_area(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const std::uint32_t begin = features.area_begin[at.activity];
  const std::uint32_t end = features.area_begin[at.activity + std::size_t{1}];
  if (begin == end) return Answer::kYes;
  Answer best = Answer::kNo;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Answer answer =
        judge_one(asked, static_cast<AreaKind>(features.area_kind[i]), features.area_hash[i]);
    if (answer == Answer::kYes) return Answer::kYes;
    if (answer == Answer::kUnknown) best = Answer::kUnknown;
  }
  return best;
}

catalog::Answer judge_area(const Asked& asked, const SiteAt& at) {
  if (!is_bound_to_area(asked, at)) return Answer::kYes;
  const indexer::FeatureColumns& features = at.features();
  const bool names_none =
      features.area_begin[at.activity] == features.area_begin[at.activity + std::size_t{1}];
  const catalog::AttendanceSet forms{features.attendance[at.row]};
  const bool needs_no_visit = forms.has(Attendance::kPhone) || forms.has(Attendance::kOnline)
                              || forms.has(Attendance::kInPerson);
  if (names_none && !needs_no_visit) return Answer::kUnknown;
  return judge_served_area(asked, at);
}

}  // namespace kring::engine
