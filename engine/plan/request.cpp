// How is the body of POST /v1/plans read?

#include <algorithm>

#include <fmt/format.h>

#include "engine/json_reader.h"
#include "engine/plan/plan.h"

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Problems;

constexpr std::size_t kMaxIdLetters = 120;
constexpr const char* kProfilePointer = "/profile";

Profile read_profile_part(ObjectReader& body, Problems& problems) {
  body.require("profile");
  const Json* document = body.take("profile");
  if (document == nullptr) return {};
  const catalog::Result<Profile> profile = parse_profile(*document);
  if (profile) return *profile;
  const Problems of_profile = in_profile(profile.error());
  problems.insert(problems.end(), of_profile.begin(), of_profile.end());
  return {};
}

void check_repeats(const std::vector<std::string>& ids,
                   const std::string& pointer,
                   Problems& problems) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto here = ids.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(ids.begin(), here, ids[i]) == here) continue;
    problems.push_back({"repeated_value",
                        fmt::format("{}/{}", pointer, i),
                        {"Noem elke keuze een keer.", "Name each choice once."}});
  }
}

Chosen read_chosen(const Json& json, Problems& problems) {
  ObjectReader reader(json, "/chosen", problems);
  const auto activities = reader.texts("activities", kMaxChosen, kMaxIdLetters);
  const auto fallbacks = reader.texts("fallbacks", kMaxChosen, kMaxIdLetters);
  const auto ties = reader.texts("ties", kMaxChosen, kMaxIdLetters);
  check_repeats(activities, "/chosen/activities", problems);
  check_repeats(ties, "/chosen/ties", problems);
  if (activities.size() + ties.size() > kMaxChosen) {
    reader.fault("", "too_many_chosen",
                 {fmt::format("Kies hoogstens {} activiteiten en contacten samen.", kMaxChosen),
                  fmt::format("Choose at most {} activities and contacts together.", kMaxChosen)});
  }
  if (!fallbacks.empty() && fallbacks.size() != activities.size()) {
    reader.fault("fallbacks", "wrong_length",
                 {"Geef er een voor elke activiteit, of geen.",
                  "Give one for each activity, or none at all."});
  }
  reader.finish();
  Chosen chosen;
  for (const std::string& id : activities)
    chosen.activities.push_back({id});
  for (const std::string& id : fallbacks)
    chosen.fallbacks.push_back({id});
  chosen.ties = ties;
  return chosen;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

OwnStep read_own_step(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  reader.require("text");
  OwnStep step;
  const auto text = reader.text("text", kMaxStepLetters);
  step.text = text.value_or("");
  if (text && is_blank(*text))
    reader.fault("text", "empty_text", {"Schrijf de stap op.", "Write the step down."});
  step.who = reader.text("who", kMaxStepWhoLetters).value_or("");
  step.by_date = reader.date("by_date");
  reader.finish();
  return step;
}

std::vector<OwnStep> read_own_steps(ObjectReader& body, Problems& problems) {
  std::vector<OwnStep> steps;
  const Json::Array* entries = body.list("own_steps", 0, kMaxOwnSteps);
  if (entries == nullptr) return steps;
  for (const Json& entry : *entries)
    steps.push_back(read_own_step(entry, fmt::format("/own_steps/{}", steps.size()), problems));
  return steps;
}

}  // namespace

Problems in_profile(const Problems& problems) {
  Problems moved = problems;
  for (catalog::Problem& problem : moved)
    problem.pointer = kProfilePointer + problem.pointer;
  return moved;
}

catalog::Result<PlanRequest> parse_plan_request(const Json& document) {
  Problems problems;
  ObjectReader reader(document, "", problems);
  PlanRequest request;
  request.profile = read_profile_part(reader, problems);
  if (const Json* chosen = reader.take("chosen")) request.chosen = read_chosen(*chosen, problems);
  request.goal = reader.text("goal", kMaxGoalLetters).value_or("");
  request.own_steps = read_own_steps(reader, problems);
  reader.finish();
  if (!problems.empty()) return problems;
  return request;
}

}  // namespace kring::engine
