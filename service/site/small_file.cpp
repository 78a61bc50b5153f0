#include "service/site/small_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace kring::service {

std::string read_small_file(const std::filesystem::path& path, std::size_t limit) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return "";
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return "";
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, limit)) + 1, '\0');
  std::ifstream stream(path, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

bool is_png(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n");
}

}  // namespace kring::service
