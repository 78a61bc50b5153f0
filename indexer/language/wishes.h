// What does somebody want, in their own words?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/concepts.h"
#include "indexer/language/limits.h"

namespace kring::indexer {

/// How surely a word tells of a concept.
enum class Clarity : std::uint8_t {
  kHinted,  ///< by a hint, or part of a compound
  kSaid,    ///< by a term of its own
};

struct WishedConcept {
  std::size_t number = 0;  ///< in the vocabulary
  Clarity clarity = Clarity::kSaid;
  TextSpan span;
  bool operator==(const WishedConcept&) const = default;
};

struct WishedLimit {
  Limit limit = Limit::kSmallGroup;
  TextSpan span;
  bool operator==(const WishedLimit&) const = default;
};

/// Each concept and limit stands once, where it is said first; by number, and in the enum's order.
/// Only `unwanted` has all places.
struct Wishes {
  std::vector<WishedConcept> wanted;
  std::vector<WishedConcept> refused;
  std::vector<WishedLimit> limits;
  std::vector<WishedLimit>
      unwanted;  ///< where a limit's words name what is not wanted: "geen auto"
};

/// Reads one text clause by clause. What stands behind "geen", "liever niet" or "bang voor", or
/// before "is niks voor mij", is refused; what one no longer can, or has already, is neither. A
/// concept that is wanted anywhere is not refused. Only activities count, no gaps and no
/// constraints; words that speak of a limit ("niet ver lopen") name no activity, whosever it is.
/// Only the speaker's own limits count. Pure.
Wishes read_wishes(std::string_view text,
                   const ConceptFinder& finder,
                   const catalog::Vocabulary& vocabulary,
                   const Analyser& analyser);

}  // namespace kring::indexer
