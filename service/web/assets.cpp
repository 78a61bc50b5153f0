// Which files of the pages travel inside the program?
#include "service/web/assets.h"

#include <algorithm>
#include <string_view>

#include "catalog/json.h"

namespace kring::service {

std::string_view web_pack();  // of kring_embed()

namespace {

std::vector<Asset> read_assets() {
  const auto pack = catalog::parse_json(web_pack());
  std::vector<Asset> assets;
  assets.reserve(pack->array().size());
  for (const catalog::Json& asset : pack->array()) {
    assets.push_back({std::string(asset["path"].string().value()),
                      std::string(asset["content_type"].string().value()),
                      std::string(asset["content"].string().value())});
  }
  return assets;
}

}  // namespace

const std::vector<Asset>& web_assets() {
  static const std::vector<Asset> kAssets = read_assets();
  return kAssets;
}

const Asset* find_asset(std::string_view path) {
  const auto& assets = web_assets();
  const auto found = std::find_if(assets.begin(), assets.end(),
                                  [path](const Asset& asset) { return asset.path == path; });
  return found == assets.end() ? nullptr : &*found;
}

}  // namespace kring::service
