#include "indexer/language/compounds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <unordered_set>

#include "indexer/language/lexicon.h"
#include "indexer/language/lexicon/word_hash.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kMinModifier = 3;  // letters before the head
constexpr std::size_t kMinHead = 3;      // letters
constexpr std::size_t kMaxHead = 16;
constexpr std::size_t kMaxCompound = 40;
constexpr int kMaxParts = 3;
constexpr std::array<std::string_view, 3> kLinks = {"s", "en", "e"};

// A word a line; what follows "#" is remark.
std::unordered_set<std::string_view> read_list(std::string_view text) {
  std::unordered_set<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      const std::size_t blank = std::min(line.find(' '), line.size());
      if (blank > 0) words.insert(line.substr(0, blank));
      line.remove_prefix(std::min(blank + 1, line.size()));
    }
  }
  return words;
}

bool is_head(std::string_view word) {
  static const std::unordered_set<std::string_view> kHeads = read_list(compound_heads());
  return kHeads.contains(word);
}

bool is_whole(std::string_view word) {
  static const std::unordered_set<std::string_view> kWholes = read_list(compound_wholes());
  return kWholes.contains(word);
}

// The singular of a head: "groepen" and "groepje" are no heads of their own.
std::optional<std::string> head_in(std::string_view tail) {
  static constexpr std::array<std::string_view, 6> kEndings = {"", "s", "en", "je", "jes", "tje"};
  for (const std::string_view ending : kEndings) {
    if (!tail.ends_with(ending) || tail.size() < ending.size() + kMinHead) continue;
    const std::string_view base = tail.substr(0, tail.size() - ending.size());
    if (is_head(base)) return std::string(base);
  }
  return std::nullopt;
}

// The modifier, without its link where what remains is a head or the whole is no word.
std::optional<std::string> modifier_in(std::string_view front) {
  if (front.size() < kMinModifier) return std::nullopt;
  if (is_head(front)) return std::string(front);
  std::optional<std::string> linked;
  for (const std::string_view link : kLinks) {
    if (!front.ends_with(link) || front.size() < link.size() + kMinModifier) continue;
    const std::string_view base = front.substr(0, front.size() - link.size());
    if (is_head(base)) return std::string(base);
    if (!linked && is_dutch_word(base)) linked = std::string(base);
  }
  return is_dutch_word(front) ? std::string(front) : linked;
}

std::vector<std::string> split(std::string_view folded, int max_parts) {
  if (folded.size() < kMinModifier + kMinHead || folded.size() > kMaxCompound || is_whole(folded)
      || head_in(folded)) {
    return {};
  }
  const std::size_t longest = std::min(kMaxHead, folded.size() - kMinModifier);
  for (std::size_t length = longest; length >= kMinHead; --length) {
    const std::string_view front = folded.substr(0, folded.size() - length);
    const std::optional<std::string> head = head_in(folded.substr(front.size()));
    if (!head) continue;
    std::vector<std::string> parts;
    if (max_parts > 2) parts = split(front, max_parts - 1);
    if (parts.empty()) {
      const std::optional<std::string> modifier = modifier_in(front);
      if (!modifier) continue;
      parts.push_back(*modifier);
    }
    parts.push_back(*head);
    return parts;
  }
  return {};
}

}  // namespace

bool is_dutch_word(std::string_view folded) {
  const std::string_view bytes = dutch_word_hashes();
  std::size_t low = 0;
  std::size_t high = bytes.size() / sizeof(std::uint32_t);
  const std::uint32_t wanted = hash_of_word(folded);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    std::uint32_t hash = 0;
    std::memcpy(&hash, bytes.data() + middle * sizeof hash, sizeof hash);
    if (hash == wanted) return true;
    if (hash < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

std::vector<std::string> split_compound(std::string_view folded) {
  return split(folded, kMaxParts);
}

}  // namespace kring::indexer
