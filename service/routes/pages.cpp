// GET / and the other pages, and /assets: what does a browser get?
#include <string>

#include "service/problem_response.h"
#include "service/routes/routes.h"
#include "service/web/assets.h"

namespace kring::service {
namespace {

constexpr const char* kAssets = "/assets/";
constexpr const char* kTexts = "/assets/texts/";

Response make_asset_response(const Asset& asset) {
  return {
      200, {{"Content-Type", asset.content_type}, {"Cache-Control", "no-cache"}}, asset.content};
}

void add_folder(Router& router, const std::string& folder) {
  router.add(Method::kGet, folder + "{name}", [folder](const Call& call) {
    const Asset* const asset = find_asset(folder + call.parameters.front());
    return asset == nullptr ? make_problem_response(Fault::kNotFound, call.language)
                            : make_asset_response(*asset);
  });
}

}  // namespace

void add_pages(Router& router) {
  for (const Asset& asset : web_assets()) {
    if (asset.path.starts_with(kAssets)) continue;
    router.add(Method::kGet, asset.path,
               [&asset](const Call&) { return make_asset_response(asset); });
  }
  add_folder(router, kAssets);
  add_folder(router, kTexts);
}

}  // namespace kring::service
