// For whom, and for what, is a price, by the words that name it?
#pragma once

#include <vector>

#include "indexer/language/analysis.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {

/// A price that is not for everyone: of members, pass holders, children, trials.
bool is_conditional(const std::vector<Token>& tokens);

/// What one pays once, to see whether one likes it.
bool is_trial(const std::vector<Token>& tokens);

/// What who is no member pays, and so a newcomer.
bool is_for_guests(const std::vector<Token>& tokens);

/// The price of one time, where others are of a card or a course.
bool is_single(const std::vector<Token>& tokens);

/// What one gives without having to.
bool is_gift(const std::vector<Token>& tokens);

/// What is bought once for all meetings.
bool is_material(const std::vector<Token>& tokens);

/// "10-rittenkaart": what one time costs says more of the activity.
bool is_card(const std::vector<Token>& tokens);

/// The tokens before a price, and those of its sentence behind it: its unit stands there.
std::vector<Token> words_before(const FieldHit& found);
std::vector<Token> words_behind(const FieldHit& found);

/// What is no price of the activity: a discount, a deposit, an income, what it cost before, what
/// one kilo does.
bool is_no_price(const FieldHit& found);

/// What it cost before: "€ 4 (was € 3)".
bool is_former_price(const FieldHit& found);

/// What it costs by now: "verhoogd naar € 2,50".
bool is_new_price(const FieldHit& found);

/// What not everyone pays: members, pass holders, children.
bool is_for_some(const FieldHit& found);

/// Of a lunch, say, that one may leave.
bool is_of_food(const FieldHit& found);

}  // namespace kring::indexer
