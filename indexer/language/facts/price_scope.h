// For whom, and for what, is a price, by the words that name it?
#pragma once

#include <vector>

#include "indexer/language/analysis.h"

namespace kring::indexer {

/// A price that is not for everyone: of members, pass holders, children, trials.
bool is_conditional(const std::vector<Token>& tokens);

/// The price of one time, where others are of a card or a course.
bool is_single(const std::vector<Token>& tokens);

/// What one gives without having to.
bool is_gift(const std::vector<Token>& tokens);

/// What is bought once for all meetings.
bool is_material(const std::vector<Token>& tokens);

/// "10-rittenkaart": what one time costs says more of the activity.
bool is_card(const std::vector<Token>& tokens);

}  // namespace kring::indexer
