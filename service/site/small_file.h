// What is in a small file that the operator gave?
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace kring::service {

/// The file's bytes, of one larger than `limit` the first `limit` + 1; "" where it cannot be read
/// or is no regular file: a device may never end.
std::string read_small_file(const std::filesystem::path& path, std::size_t limit);

/// Whether they begin as a picture in PNG does.
bool is_png(std::string_view bytes);

}  // namespace kring::service
