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

/// The activities that have not ended on the day asked for, nor been replaced.
class LiveActivities {
 public:
  explicit LiveActivities(const Asked& asked);

  [[nodiscard]] bool has(std::size_t segment_number, std::uint32_t activity) const {
    return is_live_[segment_number][activity];
  }

 private:
  std::vector<std::vector<bool>> is_live_;  // by segment and number
};

/// The live activities that hold a word of `query` and no barred one; all of them where no word is
/// asked. A barred word that the activity itself refuses ("zonder alcohol") bars nothing. Order: as
/// the index lies.
std::vector<TextHit> find_text_hits(const Query& query,
                                    const indexer::Snapshot& snapshot,
                                    const LiveActivities& live);

/// Whether a live activity holds the word in any tier.
bool is_held(const QueryWord& word, const indexer::Snapshot& snapshot, const LiveActivities& live);

inline constexpr std::size_t kEnoughHits = 10;

/// How many words a hit may lack: as few as any hit does; and where those are fewer than
/// kEnoughHits one more, if it holds the word that tells most: of those that speak of a subject,
/// else of all, the one that fewest hold.
struct WordRule {
  int fewest = 0;
  bool takes_next = false;
  std::uint32_t most_telling = 0;  ///< a bit of `missing`; 0: none

  [[nodiscard]] bool allows(std::uint32_t missing) const;
};

/// The rule for hits that lack the words `missing`, each as in TextHit.
WordRule make_word_rule(const std::vector<std::uint32_t>& missing, const Query& query);

}  // namespace kring::engine
