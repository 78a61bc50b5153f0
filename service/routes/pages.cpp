// GET / and the other pages, and /assets: what does a browser get?
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "service/problem_response.h"
#include "service/routes/routes.h"
#include "service/web/assets.h"

namespace kring::service {
namespace {

constexpr std::string_view kAssets = "/assets/";

Response make_asset_response(const Asset& asset) {
  return {
      200, {{"Content-Type", asset.content_type}, {"Cache-Control", "no-cache"}}, asset.content};
}

}  // namespace

void add_pages(Router& router) {
  auto assets = std::make_shared<std::map<std::string, Asset>>();
  for (Asset& asset : web_assets()) {
    if (asset.path.starts_with(kAssets)) {
      std::string name = asset.path.substr(kAssets.size());
      assets->emplace(std::move(name), std::move(asset));
    } else {
      router.add(Method::kGet, asset.path,
                 [asset](const Call&) { return make_asset_response(asset); });
    }
  }
  for (const std::string folder : {"", "texts/"}) {
    router.add(Method::kGet, fmt::format("{}{}{{name}}", kAssets, folder),
               [assets, folder](const Call& call) {
                 const auto found = assets->find(folder + call.parameters.front());
                 return found == assets->end()
                            ? make_problem_response(Fault::kNotFound, call.language)
                            : make_asset_response(found->second);
               });
  }
}

}  // namespace kring::service
