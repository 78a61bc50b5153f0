// GET /health/live and /health/ready: does the service run, and can it match?
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

using catalog::Json;

Response get_live(const Call& /*call*/) {
  return make_json_response(Json::Object{{"status", "live"}}, Caching::kNever);
}

Response get_ready(const Call& call, const Surroundings& surroundings) {
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const engine::Versions& versions = matcher->versions();
  return make_json_response(
      Json::Object{{"status", "ready"},
                   {"versions", Json::Object{{"catalog", versions.catalog.number},
                                             {"index", versions.index.number},
                                             {"vocabulary", versions.vocabulary},
                                             {"weights", versions.weights},
                                             {"engine", versions.engine}}}},
      Caching::kNever);
}

}  // namespace

void add_health(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/health/live", get_live);
  router.add(Method::kGet, "/health/ready",
             [surroundings](const Call& call) { return get_ready(call, surroundings); });
}

}  // namespace kring::service
