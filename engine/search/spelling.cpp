#include "engine/search/spelling.h"

#include <algorithm>
#include <map>

#include "catalog/distance.h"

namespace kring::engine {
namespace {

constexpr std::size_t kOneMistake = 5;   // letters of a word that may have one
constexpr std::size_t kTwoMistakes = 8;  // or two

std::size_t count_live(const std::string& spelling,
                       const indexer::Snapshot& snapshot,
                       const LiveActivities& live) {
  std::size_t count = 0;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const indexer::Words& words = snapshot.segments()[s]->words();
    const indexer::Postings holding =
        indexer::unite(words.find(indexer::kSpellingField, spelling),
                       words.find(indexer::kFoldedSpellingField, spelling));
    for (const std::uint32_t number : holding) {
      if (live.has(s, number)) ++count;
    }
  }
  return count;
}

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The nearest live spellings that begin with `prefix`, with the activities that hold them.
std::map<std::string, std::size_t> nearest_with(const std::string& prefix,
                                                const std::string& word,
                                                const indexer::Snapshot& snapshot,
                                                const LiveActivities& live) {
  std::size_t most = mistakes_allowed(word);
  std::map<std::string, std::size_t> nearest;
  for (const auto& segment : snapshot.segments()) {
    for (const std::string& spelling : segment->words().find_spellings(prefix)) {
      const std::size_t distance = catalog::distance_of(word, spelling, most);
      if (distance > most || has_digit(spelling)) continue;
      const std::size_t holding = count_live(spelling, snapshot, live);
      if (holding == 0) continue;
      if (distance < most) nearest.clear();
      most = distance;
      nearest.emplace(spelling, holding);
    }
  }
  return nearest;
}

}  // namespace

std::size_t mistakes_allowed(const std::string& word) {
  if (word.size() < kOneMistake || has_digit(word)) return 0;
  return word.size() < kTwoMistakes ? 1 : 2;
}

std::vector<std::string> find_alike(const std::string& word,
                                    const indexer::Snapshot& snapshot,
                                    const LiveActivities& live,
                                    std::size_t count) {
  if (mistakes_allowed(word) == 0) return {};
  std::map<std::string, std::size_t> nearest =
      nearest_with(word.substr(0, 1), word, snapshot, live);
  if (nearest.empty()) nearest = nearest_with("", word, snapshot, live);
  std::vector<std::pair<std::string, std::size_t>> ranked(nearest.begin(), nearest.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> alike;
  for (const auto& [spelling, holding] : ranked) {
    if (alike.size() < count) alike.push_back(spelling);
  }
  return alike;
}

}  // namespace kring::engine
