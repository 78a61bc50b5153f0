// Which files of the pages travel inside the program?
#pragma once

#include <string_view>
#include <vector>

namespace kring::service {

struct Asset {
  std::string_view path;  ///< where a browser finds it
  std::string_view content_type;
  std::string_view content;
};

std::vector<Asset> web_assets();

}  // namespace kring::service
