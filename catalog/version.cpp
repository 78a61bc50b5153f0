#include "catalog/version.h"

#include <fmt/format.h>

namespace kring::catalog {

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1'099'511'628'211ULL;
  }
  return hash;
}

std::string version_of(std::string_view document) {
  return fmt::format("{:016x}", hash_of(document));
}

}  // namespace kring::catalog
