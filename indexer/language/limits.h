// Which limits does somebody state?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/language/analysis.h"

namespace kring::indexer {

/// A limit or preference that is said rather than filled in. Never a type of activity.
enum class Limit : std::uint8_t {
  kFearOfGroups,
  kSmallGroup,
  kLowEnergy,
  kLowMoney,
  kNoTransport,
  kNoEvenings,
  kQuiet,
  kMobility,
};
inline constexpr int kLimitCount = 8;
std::string_view name_of(Limit limit);  ///< "small_group"
std::optional<Limit> find_limit(std::string_view name);

/// What a text does with a limit that it speaks of.
enum class LimitStance : std::uint8_t {
  kOwn,        ///< it is the speaker's, or that of the person for whom they seek
  kDenied,     ///< "niet alleen overdag", "I can drive"
  kOfAnother,  ///< "mijn moeder zit in een rolstoel"
};

/// Words that speak of a limit.
struct LimitHit {
  Limit limit = Limit::kSmallGroup;
  LimitStance stance = LimitStance::kOwn;
  std::size_t begin = 0;  ///< first token
  std::size_t end = 0;    ///< one past the last token
  TextSpan span;          ///< with the elided word before it: "'s avonds niet"
  /// Whether the words name what is not wanted ("geen auto"), rather than what is ("een rustige
  /// plek") or what helps ("een rollator").
  bool names_unwanted = false;
};

/// All in `text`, cut into `tokens`, by where they begin; each within its commas: "koken kan ik
/// niet, elke avond ..." says none. What only hints at a limit ("overdag", "zo druk") is none.
std::vector<LimitHit> find_limits(std::string_view text, const std::vector<Token>& tokens);

}  // namespace kring::indexer
