// GET /metrics: which figures does the service give to who watches it?
#include "service/routes/exchange.h"

namespace kring::service {

void add_metrics(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/metrics", [surroundings](const Call& /*call*/) {
    return Response{200,
                    {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                     {"Cache-Control", "no-store"}},
                    surroundings.metrics()};
  });
}

}  // namespace kring::service
