// Which files of the pages travel inside the program?
#include "service/web/assets.h"

#include <string>
#include <string_view>

#include "catalog/json.h"

namespace kring::service {

std::string_view web_pack();  // of kring_embed()

std::vector<Asset> web_assets() {
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

}  // namespace kring::service
