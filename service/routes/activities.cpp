// GET /v1/activities/{id}: what does the index know of one activity?
#include "catalog/activity_json.h"
#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

Response get_activity(const Call& call, const Surroundings& surroundings) {
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const auto activity = matcher->find_activity({call.parameters.front()});
  if (!activity) return make_problem_response(Fault::kNotFound, call.language);
  return make_json_response(catalog::activity_to_json(*activity), Caching::kRevalidate);
}

}  // namespace

void add_activities(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/v1/activities/{id}",
             [surroundings](const Call& call) { return get_activity(call, surroundings); });
}

}  // namespace kring::service
