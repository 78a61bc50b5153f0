// GET / and its assets: what does a browser get?
#include <string>

#include "service/routes/routes.h"
#include "service/web/assets.h"

namespace kring::service {

void add_pages(Router& router) {
  for (const Asset& asset : web_assets()) {
    router.add(Method::kGet, std::string(asset.path), [asset](const Call&) {
      return Response{
          200,
          {{"Content-Type", std::string(asset.content_type)}, {"Cache-Control", "no-cache"}},
          std::string(asset.content)};
    });
  }
}

}  // namespace kring::service
