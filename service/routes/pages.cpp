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

void add_page(Router& router, Asset page) {
  const std::string path = page.path;
  router.add(Method::kGet, path,
             [page = std::move(page)](const Call&) { return make_asset_response(page); });
}

/// By what follows /assets/.
using Assets = std::map<std::string, Asset>;

void add_folder(Router& router,
                const std::shared_ptr<const Assets>& assets,
                const std::string& folder) {
  const auto answer = [assets, folder](const Call& call) {
    const auto found = assets->find(folder + call.parameters.front());
    return found == assets->end() ? make_problem_response(Fault::kNotFound, call.language)
                                  : make_asset_response(found->second);
  };
  router.add(Method::kGet, fmt::format("{}{}{{name}}", kAssets, folder), answer);
}

}  // namespace

void add_pages(Router& router) {
  auto assets = std::make_shared<Assets>();
  for (Asset& asset : web_assets()) {
    if (asset.path.starts_with(kAssets)) {
      std::string name = asset.path.substr(kAssets.size());
      assets->emplace(std::move(name), std::move(asset));
    } else {
      add_page(router, std::move(asset));
    }
  }
  for (const std::string folder : {"", "texts/"}) {
    add_folder(router, assets, folder);
  }
}

}  // namespace kring::service
