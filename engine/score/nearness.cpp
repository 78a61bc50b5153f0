// How near is it, by the person's own way of travel?
//
//   nearness = half / (half + minutes), half = nearness_half_minutes

#include "engine/journey.h"
#include "engine/score/score.h"

namespace kring::engine {

std::optional<std::int32_t> score_nearness(const ScoreContext& context, const SiteAt& at) {
  const catalog::AttendanceSet usable{
      static_cast<std::uint8_t>(at.features().attendance[at.row] & context.asked.forms.bits)};
  catalog::AttendanceSet only_in_person;
  only_in_person.add(catalog::Attendance::kInPerson);
  if (usable != only_in_person) return std::nullopt;
  const std::optional<Journey> journey = find_journey(context.asked, at);
  if (!journey) return std::nullopt;
  return decay(journey->minutes.value, context.tuning.nearness_half_minutes);
}

}  // namespace kring::engine
