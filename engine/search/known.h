// By what does a hit hold to the filters of a search?
#pragma once

#include <vector>

#include "engine/search.h"
#include "engine/search/conditions.h"
#include "engine/search/facets.h"

namespace kring::engine {

/// For each condition that is asked and known to hold at the site, a sentence, in the order of the
/// conditions. requires: the site fails none of `conditions`.
std::vector<KnownFact> tell_known(const Conditions& conditions,
                                  const FieldContext& context,
                                  const JudgedSite& site);

}  // namespace kring::engine
