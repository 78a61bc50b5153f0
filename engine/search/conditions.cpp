#include "engine/search/conditions.h"

#include <array>
#include <cassert>

#include "engine/gates/gates.h"

namespace kring::engine {
namespace {

using catalog::Answer;

// The conditions behind those of search_fields().
struct OtherCondition {
  std::string_view name;
  catalog::Text question;
};

const std::array<OtherCondition, 3>& other_conditions() {
  static const std::array<OtherCondition, 3> kOthers = {
      {{kPlaceFilter,
        {"Vraag of dit ook voor deze plaats is.", "Ask whether this serves this place."}},
       {kAgeFilter, {"Vraag voor welke leeftijd dit is.", "Ask for which age this is."}},
       {kCostFilter, {"Vraag wat het kost.", "Ask what it costs."}}}};
  return kOthers;
}

void note(Answer answer, std::size_t condition, SiteVerdict& verdict) {
  if (answer == Answer::kNo) verdict.failed.set(condition);
  if (answer == Answer::kUnknown) verdict.unknown.set(condition);
}

}  // namespace

FieldContext make_field_context(const Conditions& conditions,
                                const Asked& asked,
                                const PlaceNames& places) {
  FieldContext context{asked, places};
  const std::span<const Field> fields = search_fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool is_day = fields[i].name == kDayField;
    if (!is_day && fields[i].name != kDayPartField) continue;
    std::uint8_t& bits = is_day ? context.days : context.day_parts;
    for (const std::uint64_t value : conditions.chosen[i]) {
      bits = static_cast<std::uint8_t>(bits | 1U << value);
    }
  }
  return context;
}

std::size_t condition_count() {
  return search_fields().size() + other_conditions().size();
}

std::string_view name_of_condition(std::size_t condition) {
  const std::span<const Field> fields = search_fields();
  return condition < fields.size() ? fields[condition].name
                                   : other_conditions()[condition - fields.size()].name;
}

const catalog::Text& question_of_condition(std::size_t condition) {
  const std::span<const Field> fields = search_fields();
  return condition < fields.size() ? fields[condition].question
                                   : other_conditions()[condition - fields.size()].question;
}

SiteVerdict judge_site(const Conditions& conditions,
                       const FieldContext& context,
                       const SiteAt& at) {
  const std::span<const Field> fields = search_fields();
  assert(condition_count() <= kMaxConditions);
  SiteVerdict verdict;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (conditions.chosen[i].empty()) continue;
    note(fields[i].judge(fields[i], context, at, conditions.chosen[i]), i, verdict);
  }
  std::size_t condition = fields.size();
  note(judge_places(conditions, at), condition++, verdict);
  if (conditions.age) note(judge_age(context.asked, at), condition, verdict);
  ++condition;
  note(judge_cost(context.asked, at), condition, verdict);
  return verdict;
}

}  // namespace kring::engine
