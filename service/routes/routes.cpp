// Which routes does the service have?
#include "service/routes/routes.h"

#include <utility>

namespace kring::service {

SiteFrame site_frame(const Surroundings& surroundings) {
  if (surroundings.login == nullptr) return {surroundings.theme};
  return {surroundings.theme, std::string(kLoginDoor)};
}

std::shared_ptr<const Router> make_router(const Surroundings& surroundings, Guard guard) {
  auto router = std::make_shared<Router>();
  router->set_guard(std::move(guard));
  add_matches(*router, surroundings);
  add_gaps(*router, surroundings);
  add_plans(*router, surroundings);
  if (surroundings.handovers != nullptr) add_handovers(*router, surroundings);
  add_activities(*router, surroundings);
  add_concepts(*router, surroundings);
  add_places(*router, surroundings);
  add_openapi(*router, surroundings);
  add_health(*router, surroundings);
  if (surroundings.metrics) add_metrics(*router, surroundings);
  if (surroundings.open_data != nullptr) {
    add_hsds(*router, surroundings);
    add_rpde(*router, surroundings);
  }
  add_activity_page(*router, surroundings);
  if (surroundings.login != nullptr) add_login(*router, surroundings);
  add_pages(*router, surroundings);
  if (surroundings.tiles != nullptr) add_tiles(*router, *surroundings.tiles);
  return router;
}

}  // namespace kring::service
