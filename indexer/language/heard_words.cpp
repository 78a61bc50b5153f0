#include "indexer/language/heard_words.h"

#include <algorithm>

#include "indexer/language/square_root.h"

namespace kring::indexer {

void HeardWords::hear(const Sign& sign, int loudness, const Evidence& evidence) {
  const SignTable::Added added = signs_.add(sign.key());
  if (added.is_new) {
    words_.push_back({sign, loudness, evidence});
  } else if (WordFeature& known = words_[added.number]; loudness > known.value) {
    known = {sign, loudness, evidence};
  }
}

void HeardWords::normalize() {
  static constexpr std::int64_t kLength = 2857;  // 1000 / 0.35
  std::int64_t square = 0;
  for (const WordFeature& word : words_) {
    square += std::int64_t{word.value} * word.value;
  }
  const std::int64_t length = std::max<std::int64_t>(1, square_root(square));
  for (WordFeature& word : words_) {
    word.value = static_cast<int>(word.value * kLength / length);
  }
}

}  // namespace kring::indexer
