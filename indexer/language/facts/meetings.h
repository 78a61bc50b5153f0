// For how many meetings does a price pay?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// By the unit that the words around the price tell, "per maand", "10 lessen"; 1 where they tell
/// none.
int meetings_in(const std::vector<Token>& tokens, const catalog::Activity& activity);

}  // namespace kring::indexer
