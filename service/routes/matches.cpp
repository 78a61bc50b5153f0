// POST /v1/matches: who fits this profile?
#include <optional>
#include <utility>

#include "engine/engine.h"
#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

catalog::Problem make_limit_problem() {
  return {"bad_limit",
          "",
          {"Schrijf limit één keer, als een getal van 1 tot en met 50.",
           "Write limit once, as a number from 1 to 50."}};
}

/// The limit asked for; a problem where it is no number within its range or stands more than once.
catalog::Result<int> find_limit(const Request& request) {
  std::optional<int> limit;
  for (const QueryParameter& parameter : request.query) {
    if (parameter.name != "limit") continue;
    const auto parsed = parse_count(parameter.value, engine::kMaxLimit);
    if (!parsed || limit) return make_limit_problem();
    limit = parsed;
  }
  return limit.value_or(engine::kDefaultLimit);
}

Response post_match(const Call& call, const Surroundings& surroundings) {
  auto problems = find_unknown_parameters(call.request, {"limit"});
  const auto limit = find_limit(call.request);
  if (!limit) problems.push_back(limit.error().front());
  const auto read = read_profile(call, surroundings.clock, std::move(problems));
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& [profile, language] = std::get<AskedProfile>(read);

  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, language);
  const auto answer = matcher->match(profile, *limit);
  if (!answer) return make_problem_response(Fault::kInvalidInput, language, answer.error());
  if (surroundings.gate_counts != nullptr) surroundings.gate_counts->note(answer->excluded);
  return with_language(make_json_response(engine::to_json(*answer), Caching::kNever),
                       profile.language);
}

}  // namespace

void add_matches(Router& router, const Surroundings& surroundings) {
  router.add(Method::kPost, "/v1/matches",
             [surroundings](const Call& call) { return post_match(call, surroundings); });
}

}  // namespace kring::service
