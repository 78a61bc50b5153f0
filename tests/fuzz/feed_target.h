// Does whatever an importer takes from a feed hold for those who come after it?
#pragma once

#include <string_view>
#include <vector>

#include "catalog/formats/formats.h"

namespace kring::fuzz {

/// Reads `bytes` as a file of the format called `format`: every activity that it gives must be kept
/// by the catalogue as it is, and have its sessions worked out.
void read_feed(std::string_view format, std::string_view bytes);
/// The same of a feed of several files.
void read_feed(std::string_view format, const std::vector<catalog::FeedFile>& files);

}  // namespace kring::fuzz
