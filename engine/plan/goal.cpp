// What does the person want to have reached in three months, with a number and a day?
//
// The person's own goal wins; then the widest gap against the wanted network; then the widest gap
// of the map; then the most important need. The example of the training is a wish of that form:
// "within three months, two visits a week at home from someone I know".

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

constexpr int kGoalWeeks = 12;

/// One member of the wanted network, and the dimension whose gap tells how far away it is.
struct Wanted {
  std::string_view sentence;
  std::string_view dimension;
  std::optional<int> number;
};

std::array<Wanted, 4> wanted_of(const WantedNetwork& wanted) {
  std::optional<int> visits;
  if (wanted.visits_per_week) visits = static_cast<int>(std::ceil(*wanted.visits_per_week));
  std::optional<int> domains;
  if (wanted.domains) domains = static_cast<int>(wanted.domains->size());
  return {{{"goal.visits", "reachability", visits},
           {"goal.confidants", "quality", wanted.confidants},
           {"goal.contacts", "size", wanted.contacts},
           {"goal.domains", "variety", domains}}};
}

// Absent where it is not known.
std::optional<int> gap_called(const MatchAnswer& answer, std::string_view name) {
  for (const Gap& gap : answer.assessment.gaps) {
    if (gap.name == name && gap.gap) return gap.gap->points;
  }
  return std::nullopt;
}

// The wish that is furthest away; one whose gap is not known comes after those that are known.
std::optional<Wanted> find_widest_wish(const Making& making) {
  if (!making.profile().network) return std::nullopt;
  std::optional<Wanted> widest;
  int widest_gap = -1;
  for (const Wanted& wanted : wanted_of(making.profile().network->wanted)) {
    const std::optional<int> known = gap_called(making.answer(), wanted.dimension);
    const bool is_reached = known == 0;
    if (wanted.number.value_or(0) < 1 || is_reached) continue;
    const int gap = known.value_or(0);
    if (gap > widest_gap) {
      widest = wanted;
      widest_gap = gap;
    }
  }
  return widest;
}

const Gap* find_widest_gap(const Making& making) {
  const Gap* widest = nullptr;
  for (const Gap& gap : making.answer().assessment.gaps) {
    if (!gap.gap || gap.gap->points == 0) continue;
    if (!making.sentences.has("goal." + gap.name)) continue;
    if (widest == nullptr || gap.gap->points > widest->gap->points) widest = &gap;
  }
  return widest;
}

}  // namespace

Goal make_goal(const Making& making) {
  const catalog::Date by = making.date() + std::chrono::weeks{kGoalWeeks};
  const Sentences& sentences = making.sentences;
  const std::string day = sentences.day_and_year(by);
  if (!making.request.goal.empty()) return {making.request.goal, by, GoalOrigin::kGiven};
  if (const auto wish = find_widest_wish(making)) {
    return {
        sentences.say(wish->sentence, {{"date", day}, {"number", std::to_string(*wish->number)}}),
        by, GoalOrigin::kWish};
  }
  if (const Gap* gap = find_widest_gap(making)) {
    return {sentences.say("goal." + gap->name, {{"date", day}}), by, GoalOrigin::kGap};
  }
  const std::vector<std::string> wishes = tell_wishes(making);
  if (!wishes.empty()) {
    return {sentences.say("goal.need", {{"date", day}, {"name", wishes.front()}}), by,
            GoalOrigin::kNeed};
  }
  return {sentences.say("goal.general", {{"date", day}}), by, GoalOrigin::kGeneral};
}

}  // namespace kring::engine
