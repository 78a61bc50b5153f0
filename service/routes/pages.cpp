// GET / and the other pages, and /assets: what does a browser get?
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "service/html.h"
#include "service/problem_response.h"
#include "service/routes/routes.h"

namespace kring::service {
namespace {

constexpr const char* kAssets = "/assets/";
constexpr const char* kTexts = "/assets/texts/";

using Assets = std::shared_ptr<const std::vector<Asset>>;

Response make_asset_response(const Asset& asset) {
  return {
      200, {{"Content-Type", asset.content_type}, {"Cache-Control", "no-cache"}}, asset.content};
}

/// Tells the page's script what it finds under `name`.
void tell(Asset& page, const std::string& name, std::string_view content) {
  page.content.insert(page.content.find("</head>"),
                      "<meta name=\"" + name + "\" content=\"" + escape_html(content) + "\">\n");
}

bool is_page(const Asset& asset) {
  return !asset.path.starts_with(kAssets);
}

/// As the operator has them look and work.
std::vector<Asset> dressed_assets(const Surroundings& surroundings) {
  std::vector<Asset> assets = dress_assets(surroundings.theme);
  for (Asset& asset : assets) {
    if (!is_page(asset)) continue;
    if (surroundings.login != nullptr) tell(asset, "kring-login", kLoginDoor);
    if (surroundings.tiles != nullptr) tell(asset, "kring-tiles", surroundings.tiles->credit);
  }
  return assets;
}

Response get_asset(const Call& call, const std::vector<Asset>& assets, const std::string& path) {
  const auto found = std::find_if(assets.begin(), assets.end(),
                                  [&path](const Asset& asset) { return asset.path == path; });
  return found == assets.end() ? make_problem_response(Fault::kNotFound, call.language)
                               : make_asset_response(*found);
}

void add_folder(Router& router, const Assets& assets, const std::string& folder) {
  router.add(Method::kGet, folder + "{name}", [assets, folder](const Call& call) {
    return get_asset(call, *assets, folder + call.parameters.front());
  });
}

}  // namespace

void add_pages(Router& router, const Surroundings& surroundings) {
  const auto assets = std::make_shared<const std::vector<Asset>>(dressed_assets(surroundings));
  for (const Asset& asset : *assets) {
    if (!is_page(asset)) continue;
    router.add(Method::kGet, asset.path,
               [assets, &asset](const Call&) { return make_asset_response(asset); });
  }
  add_folder(router, assets, kAssets);
  add_folder(router, assets, kTexts);
}

}  // namespace kring::service
