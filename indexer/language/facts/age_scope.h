// Whose age is told, by the words around it?
#pragma once

#include <cstddef>

#include "indexer/language/text_rules.h"

namespace kring::indexer {

/// Tokens before an age in which other people are named.
inline constexpr std::size_t kOthersWithin = 4;

/// What holds for most who come is no rule; but where the rule should stand, "vooral" is one.
bool tells_most(const FieldHit& found);

/// Of whoever is wanted to do the work.
bool tells_of_staff(const FieldHit& found);

/// Of anyone but those whom the activity is for: a child at home, a volunteer, most who come; or no
/// age at all.
bool is_of_others(const FieldHit& found);

/// Of the reader: "bent u minstens 23". It goes before an age of people who are spoken of.
bool is_of_reader(const FieldHit& found);

}  // namespace kring::indexer
