// How is a document's version made of its bytes?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kring::catalog {

/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): no safety against intent, only against
/// mistake.
std::uint64_t hash_of(std::string_view bytes);

/// Sixteen hexadecimal digits: equal for equal documents.
std::string version_of(std::string_view document);

}  // namespace kring::catalog
