// Which files of the pages travel inside the program?
#pragma once

#include <string>
#include <vector>

namespace kring::service {

struct Asset {
  std::string path;  ///< where a browser finds it
  std::string content_type;
  std::string content;
};

std::vector<Asset> web_assets();

}  // namespace kring::service
