// Does one list tell two of its records apart, however alike they are?
//
// A list that keeps its ids seldom holds an activity twice, and writes what is equal in one way. A
// phone, page, address or owner that many of its records have in common is no sign that two of them
// are one; and where it calls two things by almost one name, the word that is left means something.
#pragma once

#include "catalog/duplicates/blocks.h"

namespace kring::catalog::duplicates {

inline constexpr std::size_t kCrowd = 9;  ///< records that have one thing in common, or more

/// Symmetric. False for records of two lists: there another hand writes other names, hours and
/// prices of the same thing. `blocks` are of the whole catalogue.
bool are_two_of_one_list(const Traits& a, const Traits& b, const Blocks& blocks);

}  // namespace kring::catalog::duplicates
