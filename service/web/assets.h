// Which files of the pages travel inside the program?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::service {

struct Asset {
  std::string path;  ///< where a browser finds it
  std::string content_type;
  std::string content;

  bool operator==(const Asset&) const = default;
};

/// All of them, read from the program once. Thread-safe.
const std::vector<Asset>& web_assets();

/// The one at `path`; null where there is none.
const Asset* find_asset(std::string_view path);

}  // namespace kring::service
