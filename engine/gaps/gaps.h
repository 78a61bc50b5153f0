// What does the person's network lack?
//
// Four kinds of support and six dimensions, each with a gap in [0,1] or unknown, in the contract's
// order. There is no norm for a good network: the person's own wish is the first yardstick, a
// reference number only a soft one. Missing items are unknown, never the lowest score.
// Professionals, pets, places and groups count apart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "catalog/quantity.h"
#include "catalog/vocabulary.h"
#include "engine/answer.h"
#include "engine/understanding.h"

namespace kring::engine {

/// From here on a gap is told: as something of which there could be more …
inline constexpr std::int32_t kSomeGap = catalog::kScoreOne / 5;
/// … and as something of which there is too little. The pages say the same by these numbers.
inline constexpr std::int32_t kThinGap = catalog::kScoreOne / 2;

/// All ten, supports first. An earlier map is measured with the needs and wishes of now, so that a
/// change is one of the network.
std::vector<Gap> assess_gaps(const Understood& understood, const catalog::Vocabulary& vocabulary);

/// What the network looks like as a whole; absent without a map.
std::optional<Typology> find_typology(const Profile& profile);

/// Missing a close bond and missing a wider circle, apart (loneliness.cpp).
std::vector<Loneliness> assess_loneliness(const Profile& profile);

/// Contacts new, gone, closer or further since the earlier map; none without one.
std::vector<ContactChange> find_contact_changes(const Profile& profile);

/// The questions whose answers would move the gaps most, best first, at most kMaxQuestions
/// (ask_first.cpp).
inline constexpr std::size_t kMaxQuestions = 3;
std::vector<AskFirst> find_first_questions(const Understood& understood,
                                           const catalog::Vocabulary& vocabulary);

}  // namespace kring::engine
