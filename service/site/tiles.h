// Which picture lies under the places on a map?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kring::service {

/// A map of the operator's own: squares of Web Mercator, 256 pixels wide, as PNG.
struct Tiles {
  std::string folder;  ///< with a file ZOOM/COLUMN/ROW.png for each, the first row in the north
  std::string credit;  ///< who made the map, shown beside it; never ""
  bool operator==(const Tiles&) const = default;
};

/// The PNG called "ROW.png" of the folders `zoom` and `column`; absent where they are no numbers of
/// a tile, or where there is no such file.
std::optional<std::string> find_tile(const Tiles& tiles,
                                     std::string_view zoom,
                                     std::string_view column,
                                     std::string_view file);

/// Whether the folder has any tile; false too where there is no such folder.
bool has_tiles(const Tiles& tiles);

}  // namespace kring::service
