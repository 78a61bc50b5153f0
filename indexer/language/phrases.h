// How are phrases and numbers found in folded text?
#pragma once

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace kring::indexer {

using Phrases = std::initializer_list<std::string_view>;

/// Whether `text` holds one of `phrases`, wherever.
inline bool holds_any(std::string_view text, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [text](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

inline bool starts_with_any(std::string_view text, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [text](std::string_view phrase) { return text.starts_with(phrase); });
}

inline bool ends_with_any(std::string_view text, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [text](std::string_view phrase) { return text.ends_with(phrase); });
}

/// A number as it stands in a text, with the text on both sides of it.
struct FoundNumber {
  int whole = 0;       ///< before the decimal sign; at most 6 digits
  int hundredths = 0;  ///< two decimals after '.' or ','; 0 where none
  std::string_view before;
  std::string_view after;
};

/// Every number of up to six digits in `text`, in order.
std::vector<FoundNumber> numbers_in(std::string_view text);

}  // namespace kring::indexer
