// Are any tables joined into services, or refused, without harm?

#include "tests/fuzz/feed_target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

constexpr std::size_t kMostTables = 16;

}  // namespace

/// Names and bytes of the package's files, by turns.
void read(std::string_view bytes) {
  const std::vector<std::string_view> parts = split_fields(bytes, 2 * kMostTables);
  std::vector<catalog::FeedFile> files;
  for (std::size_t part = 0; part < parts.size(); part += 2) {
    if (!parts[part].empty()) {
      files.push_back({std::string(parts[part]), std::string(parts[part + 1])});
    }
  }
  read_feed("hsds-csv", files);
}

}  // namespace kring::fuzz
