// What does the person's network lack?
//
// Four kinds of support and six dimensions, each with a gap in [0,1] or unknown, in the contract's
// order. There is no norm for a good network: the person's own wish is the first yardstick, a
// reference number only a soft one. Missing items are unknown, never the lowest score.
// Professionals, pets and places count apart.
#pragma once

#include <vector>

#include "engine/answer.h"
#include "engine/profile.h"

namespace kring::engine {

/// All ten, supports first.
std::vector<Gap> assess_gaps(const Profile& profile);

/// The four kinds of support: value = sum over contacts of (1 for "almost always", 1/2 for
/// "sometimes") / 2, at most 1, so that two people who almost always give it leave no gap: with
/// one, a person depends on a single contact (own reasoning).
std::vector<Gap> assess_support(const Profile& profile);

/// The six dimensions (definitions: dimensions.cpp).
std::vector<Gap> assess_dimensions(const Profile& profile);

/// The persons on the map who are no professionals.
std::vector<const Contact*> own_contacts(const Network& network);

/// What the network looks like as a whole; absent without a map.
std::optional<Typology> find_typology(const Profile& profile);

}  // namespace kring::engine
