#include "indexer/language/phrases.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kMaxDigits = 6;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

std::vector<FoundNumber> numbers_in(std::string_view text) {
  std::vector<FoundNumber> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
      ++end;
    }
    FoundNumber number;
    const std::size_t digits = end - at;
    const bool has_decimals =
        end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && is_digit(text[end + 1]);
    std::size_t close = end;
    if (has_decimals) {
      close = end + 1;
      while (close < text.size() && is_digit(text[close])) {
        ++close;
      }
      const std::string_view decimals = text.substr(end + 1, close - end - 1);
      number.hundredths =
          decimals.size() == 1 ? value_of(decimals) * 10 : value_of(decimals.substr(0, 2));
    }
    if (digits <= kMaxDigits) {
      number.whole = value_of(text.substr(at, digits));
      number.before = text.substr(0, at);
      number.after = text.substr(close);
      numbers.push_back(number);
    }
    at = close;
  }
  return numbers;
}

}  // namespace kring::indexer
