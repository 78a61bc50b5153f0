// Which small changes of a person's wishes are there, and how are they said?
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/answer.h"
#include "engine/spoken.h"
#include "engine/understanding.h"

namespace kring::engine {

/// One wish made wider.
struct WishChange {
  RelaxedLimit change;                   ///< of the profile as it was filled in
  Spoken condition;                      ///< as it stands behind "als" and "if"
  std::function<void(Practical&)> make;  ///< on the limits that it was found for
};

/// How far a journey may be stretched.
enum class Stretch : std::uint8_t {
  kInMeasure,  ///< at most twice as long, or ten minutes more
  kFar,        ///< an hour more, and by bicycle or public transport too: where nothing else will do
};

/// The wishes that limit what passes the gates: travel time by way of travel, form, hours and cost.
/// Each list runs from the smallest change to the largest; what the largest does not open, none
/// does.
std::vector<std::vector<WishChange>> find_wish_changes(const Understood& understood,
                                                       Stretch stretch);

/// The hours of one whole day more (0 Monday). requires: hours are known, by field or words.
WishChange add_day(const Understood& understood, int day);

}  // namespace kring::engine
