// GET /v1/places: which places can somebody name instead of a postcode?
//
// All at once: who looks one up does so at home, so that no address tells where a person lives.
#include <string>
#include <utility>

#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

using catalog::Json;

Json make_place(const engine::KnownPlace& place) {
  return Json::Object{
      {"name", place.name},
      {"municipality", place.municipality.empty() ? Json() : Json(place.municipality)},
      {"postcode", std::to_string(place.postcode4)}};
}

Response get_places(const Call& call, const Surroundings& surroundings) {
  const auto problems = find_unknown_parameters(call.request, {});
  if (!problems.empty())
    return make_problem_response(Fault::kInvalidInput, call.language, problems);
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  Json::Array places;
  for (const engine::KnownPlace& place : matcher->places())
    places.push_back(make_place(place));
  return make_json_response(Json::Object{{"places", std::move(places)}}, Caching::kRevalidate);
}

}  // namespace

void add_places(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/v1/places",
             [surroundings](const Call& call) { return get_places(call, surroundings); });
}

}  // namespace kring::service
