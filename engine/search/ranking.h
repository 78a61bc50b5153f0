// In which order do the hits of a search come?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/result.h"
#include "engine/search.h"
#include "engine/search/facets.h"
#include "engine/search/tiers.h"

namespace kring::engine {

/// A hit at the site that is shown, with all that orders look at.
struct RankedHit {
  TextHit text;
  JudgedSite site;
  std::optional<catalog::Meters> distance;
  std::int32_t checked = 0;  ///< day of the last check; smallest: none known
};

RankedHit make_ranked(const TextHit& text,
                      const JudgedSite& site,
                      std::optional<catalog::Meters> distance);

/// Whether `a` is the better site of one activity: fewer facts unknown, then nearer.
bool is_better_site(const RankedHit& a, const RankedHit& b);

/// Sorts by `order`, ties by relevance: words that are missing; tier; surely about a concept that
/// was named; words in the name; fewest unknown facts; nearest; newest check; id.
void sort_hits(const Asked& asked, SearchOrder order, std::vector<RankedHit>& hits);

/// The rule in a sentence for people.
catalog::Text explain_order(SearchOrder order);

}  // namespace kring::engine
