// How many meetings does one payment pay for?
#pragma once

#include <optional>
#include <vector>

#include "catalog/activity.h"
#include "indexer/language/patterns.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// How often a record's meetings come, and how many there are.
struct Rhythm {
  int days_between = 7;       ///< of its rule; a week where nothing is said
  int times_a_week = 1;       ///< days of the week in its rule, at least 1
  std::optional<int> course;  ///< meetings of a course, as its rule or its words count them
  bool has_meetings = true;   ///< false for a subscription: what goes on, and keeps no hours
};
Rhythm find_rhythm(const catalog::Activity& activity,
                   const RecordText& text,
                   catalog::Recurrence recurrence);

/// The unit that the words of a price name, a PriceUnit; absent where they name none.
std::optional<PatternHit> find_unit(const std::vector<Token>& words);

/// Meetings that a payment of the unit pays for, 1..60; absent where it is no meeting's: a month of
/// a subscription.
std::optional<int> paid_meetings(const PatternHit& unit, const Rhythm& rhythm);

/// Whether it is a card or a number of meetings, another way to pay for the same.
bool pays_for_several(const PatternHit& unit);

}  // namespace kring::indexer
