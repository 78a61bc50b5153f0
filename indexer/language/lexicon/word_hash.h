// How is a word of OpenTaal's list kept? By a hash that the generator and the reader share.
#pragma once

#include <cstdint>
#include <string_view>

namespace kring::indexer {

/// FNV-1a, 32 bits. Of 344,000 words, one string in twelve thousand is taken for a word by mistake.
constexpr std::uint32_t hash_of_word(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : word) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  }
  return hash;
}

}  // namespace kring::indexer
