// Which numbers does a record tell: prices, times of day, ages, how long, how many?
//
// Who retells a record chooses other words and keeps its numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/activity.h"

namespace kring::catalog::duplicates {

/// In hundredths: "€ 17,50" is 1,750 and "acht weken" 800. A time of day is that of a clock with
/// twelve hours: 13.30 and "half twee" are 130.
using Figure = std::uint32_t;

/// Of fields and words, in digits or in Dutch. Ascending, each once; without 0 and 1, which tell
/// nothing, and from 1,000 up, which are years.
std::vector<Figure> figures_of(const Activity& activity);

/// How little chance has to do with it that two records tell it, 1/10,000: small whole numbers are
/// common, half hours and other whole numbers less so.
std::int32_t rarity_of(Figure figure);

}  // namespace kring::catalog::duplicates
