// In which tier does each activity hold the words of a search?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/search.h"
#include "engine/search/query.h"
#include "indexer/format/snapshot.h"

namespace kring::engine {

/// How an activity answers the words.
struct TextHit {
  std::size_t segment_number = 0;
  std::uint32_t activity = 0;
  std::optional<Tier> tier;   ///< of the weakest word it holds; absent without words
  std::uint32_t missing = 0;  ///< a bit for each word that it does not hold
  int in_name = 0;            ///< words of which a form stands in its name or tags
  int about = 0;              ///< 0: surely about a concept that was named; 1: perhaps; 2: not
};

inline constexpr std::size_t kEnoughHits = 10;

/// The live activities that hold every word and no barred one; all of them where nothing is asked.
/// Where none holds every word, those that hold most of them. Where those are fewer than
/// kEnoughHits, also those that lack one word more, if they hold the word that tells most: of those
/// that speak of a subject, else of all, the one that fewest hold. Order: as the index lies.
std::vector<TextHit> find_text_hits(const Query& query, const indexer::Snapshot& snapshot);

/// How many live activities hold the word in any tier.
std::size_t count_holding(const QueryWord& word, const indexer::Snapshot& snapshot);

}  // namespace kring::engine
