#include "engine/search/known.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace kring::engine {
namespace {

using catalog::Answer;
using catalog::Text;

constexpr std::int32_t kCentsInEuro = 100;

/// "Dag: maandag, zaterdag." — of the values asked for, those that hold.
Text tell_values(const Field& field,
                 const FieldValues& chosen,
                 const FieldContext& context,
                 const SiteAt& at) {
  FieldValues held;
  field.collect(context, at, held);
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  std::string labels;
  for (const std::uint64_t value : held) {
    if (!is_chosen(chosen, value)) continue;
    labels += (labels.empty() ? "" : ", ") + field.describe(context, value, at).label;
  }
  return {fmt::format("{}: {}.", field.label.nl, labels),
          fmt::format("{}: {}.", field.label.en, labels)};
}

/// The first place asked for that it is in, or that it comes to.
Text tell_place(const Conditions& conditions, const SiteAt& at) {
  Conditions single = conditions;
  for (const NamedPlace& place : conditions.places) {
    single.places = {place};
    if (judge_places(single, at) != Answer::kYes) continue;
    return {fmt::format("Dit is in of voor {}.", place.name),
            fmt::format("This is in, or for, {}.", place.name)};
  }
  return {};
}

Text tell_age(const SiteAt& at) {
  const std::uint8_t min = at.features().min_age[at.activity];
  const std::uint8_t max = at.features().max_age[at.activity];
  if (min != indexer::kNoByte && max != indexer::kNoByte) {
    return {fmt::format("Dit is voor mensen van {} tot en met {} jaar.", min, max),
            fmt::format("This is for people aged {} to {}.", min, max)};
  }
  if (min != indexer::kNoByte) {
    return {fmt::format("Dit is voor mensen vanaf {} jaar.", min),
            fmt::format("This is for people aged {} and over.", min)};
  }
  if (max != indexer::kNoByte) {
    return {fmt::format("Dit is voor mensen tot en met {} jaar.", max),
            fmt::format("This is for people up to the age of {}.", max)};
  }
  return {"Er staat geen grens voor de leeftijd.", "No limit of age is named."};
}

Text tell_cost(const SiteAt& at) {
  const std::int32_t cost = at.features().cost[at.activity];
  if (cost == 0) return {"Dit is gratis.", "This is free."};
  const std::int32_t euros = cost / kCentsInEuro;
  const std::int32_t cents = cost % kCentsInEuro;
  return {fmt::format("Dit kost {},{:02} euro per keer.", euros, cents),
          fmt::format("This costs {}.{:02} euro a time.", euros, cents)};
}

/// What holds of one condition, known or not; absent where it is not asked.
std::optional<Text> tell_condition(std::size_t condition,
                                   const Conditions& conditions,
                                   const FieldContext& context,
                                   const SiteAt& at) {
  const std::span<const Field> fields = search_fields();
  if (condition < fields.size()) {
    const FieldValues& chosen = conditions.chosen[condition];
    if (chosen.empty()) return std::nullopt;
    return tell_values(fields[condition], chosen, context, at);
  }
  const std::string_view name = name_of_condition(condition);
  if (name == kPlaceFilter && !conditions.places.empty()) return tell_place(conditions, at);
  if (name == kAgeFilter && conditions.age) return tell_age(at);
  if (name == kCostFilter && conditions.max_cost) return tell_cost(at);
  return std::nullopt;
}

}  // namespace

std::vector<KnownFact> tell_known(const Conditions& conditions,
                                  const FieldContext& context,
                                  const JudgedSite& site) {
  std::vector<KnownFact> facts;
  for (std::size_t i = 0; i < condition_count(); ++i) {
    if (site.verdict.unknown.test(i)) continue;
    const std::optional<Text> text = tell_condition(i, conditions, context, site.at);
    if (!text) continue;
    facts.push_back({std::string(name_of_condition(i)), in(context.asked.profile.language, *text)});
  }
  return facts;
}

}  // namespace kring::engine
