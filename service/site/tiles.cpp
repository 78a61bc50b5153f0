#include "service/site/tiles.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "service/site/small_file.h"

namespace kring::service {
namespace {

constexpr std::uint32_t kMostZoom = 22;          ///< a house is some hundred pixels wide there
constexpr std::size_t kMostTileBytes = 1 << 20;  ///< plain maps have some 20 KiB a tile
constexpr std::string_view kSuffix = ".png";

/// What lies in the folder, by name; none where it cannot be read.
std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  return names;
}

/// A whole number below `limit`, in digits alone.
std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t limit) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number >= limit)
    return std::nullopt;
  return number;
}

std::optional<std::string> read_png(const std::filesystem::path& path) {
  std::string bytes = read_small_file(path, kMostTileBytes);
  if (bytes.size() > kMostTileBytes || !is_png(bytes)) return std::nullopt;
  return bytes;
}

bool has_tiles_in(const Tiles& tiles, const std::string& zoom, const std::string& column) {
  const std::vector<std::string> files =
      names_in(std::filesystem::path(tiles.folder) / zoom / column);
  return std::any_of(files.begin(), files.end(), [&](const std::string& file) {
    return find_tile(tiles, zoom, column, file).has_value();
  });
}

}  // namespace

std::optional<std::string> find_tile(const Tiles& tiles,
                                     std::string_view zoom,
                                     std::string_view column,
                                     std::string_view file) {
  if (!file.ends_with(kSuffix)) return std::nullopt;
  const auto level = read_number(zoom, kMostZoom + 1);
  if (!level) return std::nullopt;
  const std::uint32_t count = std::uint32_t{1} << *level;
  const auto x = read_number(column, count);
  const auto y = read_number(file.substr(0, file.size() - kSuffix.size()), count);
  if (!x || !y) return std::nullopt;
  return read_png(std::filesystem::path(tiles.folder) / std::to_string(*level) / std::to_string(*x)
                  / (std::to_string(*y) + std::string(kSuffix)));
}

bool has_tiles(const Tiles& tiles) {
  const std::filesystem::path folder = tiles.folder;
  for (const std::string& zoom : names_in(folder)) {
    if (!read_number(zoom, kMostZoom + 1)) continue;
    const std::vector<std::string> columns = names_in(folder / zoom);
    const bool found = std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
      return read_number(column, std::uint32_t{1} << kMostZoom)
             && has_tiles_in(tiles, zoom, column);
    });
    if (found) return true;
  }
  return false;
}

}  // namespace kring::service
