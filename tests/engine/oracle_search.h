// Which activities hold the words of a search, by a plain pass over the catalogue?
#pragma once

#include <map>
#include <string>

#include "catalog/quantity.h"
#include "engine/search.h"
#include "tests/engine/oracle.h"

namespace kring::tests {

/// By id, the tier of every activity that has not ended and holds all words of `text`, as reading
/// each record anew tells. Places in the text are not looked for.
std::map<std::string, engine::Tier> search_plainly(const Oracle& oracle,
                                                   const std::string& text,
                                                   catalog::Date today);

}  // namespace kring::tests
