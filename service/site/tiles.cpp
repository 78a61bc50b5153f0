#include "service/site/tiles.h"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kring::service {
namespace {

constexpr std::uint32_t kMostZoom = 22;             ///< a house is some hundred pixels wide there
constexpr std::uintmax_t kMostTileBytes = 1 << 20;  ///< plain maps have some 20 KiB a tile
constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kSuffix = ".png";

/// A whole number below `limit`, in digits alone.
std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t limit) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number >= limit)
    return std::nullopt;
  return number;
}

std::optional<std::string> read_png(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
  if (std::filesystem::file_size(path, ignored) > kMostTileBytes) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!bytes.starts_with(kPngStart)) return std::nullopt;
  return bytes;
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

}  // namespace kring::service
