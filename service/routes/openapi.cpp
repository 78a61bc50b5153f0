// GET /v1/openapi.json: what can a client ask, and what does it get?
#include <memory>
#include <string>

#include "service/openapi/api_document.h"
#include "service/routes/exchange.h"
#include "service/routes/open_response.h"

namespace kring::service {

void add_openapi(Router& router, const Surroundings& surroundings) {
  static constexpr const char* kPattern = "/v1/openapi.json";
  const auto document =
      std::make_shared<const std::string>(make_api_document(surroundings.public_address));
  add_preflight(router, kPattern);
  router.add(Method::kGet, kPattern, [document](const Call& call) {
    const auto problems = find_unknown_parameters(call.request, {});
    if (!problems.empty()) return make_open_problem(call, Fault::kInvalidInput, problems);
    return make_open_response(call, {.bytes = *document});
  });
}

}  // namespace kring::service
