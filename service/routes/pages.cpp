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

/// Tells the page's script where one logs in and out.
Asset with_login(Asset page) {
  page.content.insert(page.content.find("</head>"),
                      "<meta name=\"kring-login\" content=\"/login/status\">\n");
  return page;
}

void add_folder(Router& router, const std::string& folder) {
  router.add(Method::kGet, folder + "{name}", [folder](const Call& call) {
    const Asset* const asset = find_asset(folder + call.parameters.front());
    return asset == nullptr ? make_problem_response(Fault::kNotFound, call.language)
                            : make_asset_response(*asset);
  });
}

}  // namespace

void add_pages(Router& router, const Surroundings& surroundings) {
  for (const Asset& asset : web_assets()) {
    if (asset.path.starts_with(kAssets)) continue;
    const Asset page = surroundings.login == nullptr ? asset : with_login(asset);
    router.add(Method::kGet, page.path, [page](const Call&) { return make_asset_response(page); });
  }
  add_folder(router, kAssets);
  add_folder(router, kTexts);
}

}  // namespace kring::service
