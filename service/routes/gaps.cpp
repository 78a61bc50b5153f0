// POST /v1/gaps: what does this person's network lack?
#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

Response post_gaps(const Call& call, const Surroundings& surroundings) {
  const auto read =
      read_profile(call, surroundings.clock, find_unknown_parameters(call.request, {}));
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& [profile, language] = std::get<AskedProfile>(read);

  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, language);
  const auto answer = matcher->assess(profile);
  if (!answer) return make_problem_response(Fault::kInvalidInput, language, answer.error());
  return with_language(make_json_response(engine::to_json(*answer), Caching::kNever),
                       profile.language);
}

}  // namespace

void add_gaps(Router& router, const Surroundings& surroundings) {
  router.add(Method::kPost, "/v1/gaps",
             [surroundings](const Call& call) { return post_gaps(call, surroundings); });
}

}  // namespace kring::service
