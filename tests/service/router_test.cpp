// Does each request reach its handler, or a clear refusal?
#include "service/router.h"

#include <stdexcept>
#include <utility>

#include <catch2/catch.hpp>

#include "service/http/target.h"

namespace kring::service {
namespace {

Request make_request(Method method, const char* target) {
  Request request;
  request.method = method;
  request.segments = parse_target(target).value().segments;
  return request;
}

Handler answer_with(const char* text) {
  return [text](const Call& call) {
    return Response{200, {}, call.parameters.empty() ? text : text + call.parameters.front()};
  };
}

Router make_router() {
  Router router;
  router.add(Method::kGet, "/", answer_with("home"));
  router.add(Method::kGet, "/things", answer_with("things"));
  router.add(Method::kGet, "/things/{id}", answer_with("thing "));
  router.add(Method::kPost, "/things", answer_with("made"));
  router.add(Method::kPost, "/broken",
             [](const Call&) -> Response { throw catalog::Error("the disk is gone"); });
  router.add(Method::kPost, "/leaky",
             [](const Call& call) -> Response { throw std::runtime_error(call.request.body); });
  return router;
}

}  // namespace

TEST_CASE("a path reaches the handler of its pattern") {
  const Router router = make_router();
  CHECK(router.route(make_request(Method::kGet, "/")).response.body == "home");
  CHECK(router.route(make_request(Method::kGet, "/things/7")).response.body == "thing 7");
  CHECK(router.route(make_request(Method::kGet, "/things/7")).pattern == "/things/{id}");
  CHECK(router.route(make_request(Method::kHead, "/things")).response.body == "things");
}

TEST_CASE("an unknown path is 404 and a known one with another method 405 with Allow") {
  const Router router = make_router();
  CHECK(router.route(make_request(Method::kGet, "/nothing")).response.status == 404);
  CHECK(router.route(make_request(Method::kGet, "/things/")).response.status == 404);
  CHECK(router.route(make_request(Method::kGet, "/things/7/8")).response.status == 404);
  const Routed refused = router.route(make_request(Method::kDelete, "/things"));
  CHECK(refused.response.status == 405);
  CHECK(find_header(refused.response.headers, "Allow") == "GET, HEAD, POST, OPTIONS");
  CHECK(router.route(make_request(Method::kOptions, "/things")).response.status == 204);
  CHECK(router.route(make_request(Method::kOptions, "*")).response.status == 204);
}

TEST_CASE("a handler that throws is a 500 that tells the client nothing") {
  const Router router = make_router();
  const Routed broken = router.route(make_request(Method::kPost, "/broken"));
  CHECK(broken.response.status == 500);
  CHECK(broken.failure == "the disk is gone");
  CHECK(broken.response.body.find("disk") == std::string::npos);
}

TEST_CASE("what a handler's exception says of the body reaches neither client nor log") {
  const Router router = make_router();
  Request request = make_request(Method::kPost, "/leaky");
  request.body = "oma van 83";
  const Routed leaky = router.route(request);
  CHECK(leaky.response.status == 500);
  CHECK(leaky.failure == "unexpected exception");
  CHECK(leaky.response.body.find("oma") == std::string::npos);
}

}  // namespace kring::service
