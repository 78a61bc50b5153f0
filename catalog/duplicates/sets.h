// Which linked records are one activity, and which of them stands for it?
//
// A link of two says nothing about a third: two groups of records become one where more than half
// of the pairs between them are linked, so that chains do not grow. What people confirmed goes
// first, what they rejected never comes together. The order of records does not matter.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalog/activity.h"

namespace kring::catalog::duplicates {

enum class LinkState : std::uint8_t {
  kFound,      ///< by the comparison
  kConfirmed,  ///< by a person
  kRejected,   ///< by a person; the comparison never links them again
};

/// "found", "confirmed", "rejected".
std::string_view name_of(LinkState state);

/// A pair as the sets are made of it. Invariant: first < second.
struct Tie {
  ActivityId first;
  ActivityId second;
  std::int32_t score = 0;  ///< 1/10,000
  LinkState state = LinkState::kFound;
};

/// What decides which record stands for a set: the larger merit, then source and id in the order of
/// letters.
struct Standing {
  std::int64_t merit = 0;
  std::string source;
};

/// Larger for a record that is active, then for a fuller one, then for one that was checked or
/// changed later.
std::int64_t merit_of(const Activity& activity);

/// By representative; the members ascending, two or more, the representative among them.
using Sets = std::map<ActivityId, std::vector<ActivityId>>;

/// requires: `standings` has every id of `ties`.
Sets make_sets(std::vector<Tie> ties, const std::map<ActivityId, Standing>& standings);

}  // namespace kring::catalog::duplicates
