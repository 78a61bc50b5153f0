// POST /v1/gaps: what does this person's network lack?
#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

Response post_gaps(const Call& call, const Surroundings& surroundings) {
  const auto read =
      read_profile(call, surroundings.clock, find_unknown_parameters(call.request, {}));
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& profile = std::get<engine::Profile>(read);

  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, profile.language);
  const auto answer = matcher->assess(profile);
  if (!answer) return make_problem_response(Fault::kInvalidInput, profile.language, answer.error());
  return make_json_response(engine::to_json(*answer), Caching::kNever);
}

}  // namespace

void add_gaps(Router& router, const Surroundings& surroundings) {
  router.add(Method::kPost, "/v1/gaps",
             [surroundings](const Call& call) { return post_gaps(call, surroundings); });
}

}  // namespace kring::service
