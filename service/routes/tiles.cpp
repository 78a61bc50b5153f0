// GET /tiles/{zoom}/{column}/{row}: what lies under the places on a map?
#include "service/problem_response.h"
#include "service/routes/routes.h"

namespace kring::service {

void add_tiles(Router& router, const Tiles& tiles) {
  router.add(Method::kGet, "/tiles/{zoom}/{column}/{row}", [tiles](const Call& call) {
    auto tile = find_tile(tiles, call.parameters[0], call.parameters[1], call.parameters[2]);
    if (!tile) return make_problem_response(Fault::kNotFound, call.language);
    // Tiles that a browser kept would tell where someone lives.
    return Response{
        200, {{"Content-Type", "image/png"}, {"Cache-Control", "no-store"}}, *std::move(tile)};
  });
}

}  // namespace kring::service
