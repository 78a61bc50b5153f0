// Which words does a text hold when spelling is taken away, and what are they worth?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kring::catalog::duplicates {

inline constexpr std::size_t kMaxComparedBytes = 4'000;  ///< of one text; the rest is not compared

/// A word by the hash of its stem, with what it is worth in the last four bits. The rarer, the
/// heavier: 14 less the binary digits of how many of 10,000 records hold it (common_words.txt), so
/// 1..14.
using Word = std::uint32_t;

inline constexpr Word kWeightBits = 15;

constexpr std::int32_t weight_of(Word word) {
  return static_cast<std::int32_t>(word & kWeightBits);
}

/// Ascending, each once.
using Words = std::vector<Word>;

/// Letters and digits of `text` in words: small, without accents and apostrophes.
std::vector<std::string> cut_words(std::string_view text);

/// The first letters of a folded word, by which forms of one word are equal ("wandel", "wandelen").
std::string_view stem_of(std::string_view folded);

/// The words that carry meaning: those that stand in most records are left out.
Words words_of(const std::vector<std::string>& folded);

/// Whole words by their hash, those that stand in most records left out. Ascending, each once.
std::vector<std::uint32_t> spellings_of(const std::vector<std::string>& folded);

/// Three letters in a row, of all words written together: "Taal Café" and "taalcafé" have the same.
/// Ascending, each once.
std::vector<std::uint32_t> letters_of(const std::vector<std::string>& folded);

/// 32 bits of hash_of(); 0 is never one.
std::uint32_t short_hash(std::string_view text);

}  // namespace kring::catalog::duplicates
