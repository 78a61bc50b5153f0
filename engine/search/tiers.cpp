#include "engine/search/tiers.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace kring::engine {
namespace {

using indexer::Segment;
using indexer::Words;
using Numbers = std::vector<std::uint32_t>;

constexpr std::uint8_t kHoldsNot = std::numeric_limits<std::uint8_t>::max();

// What the activities of one segment hold of one word, by number.
struct Held {
  std::vector<std::uint8_t> tier;  // kHoldsNot, or a Tier
  std::vector<bool> in_name;
};

void put(Tier tier, const Numbers& numbers, std::vector<std::uint8_t>& tiers) {
  for (const std::uint32_t number : numbers) {
    tiers[number] = std::min(tiers[number], static_cast<std::uint8_t>(tier));
  }
}

Numbers either(const Numbers& a, const Numbers& b) {
  Numbers both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// Those that hold `stem` as a word or in a compound.
Numbers anywhere(const Words& words, const std::string& stem) {
  const Numbers in_venue =
      either(words.find(indexer::kVenueField, stem), words.find(indexer::kVenuePartField, stem));
  return either(words.find(indexer::kNameField, stem), either(words.find_in_text(stem), in_venue));
}

// Those that hold all parts of a compound apart, or within others.
Numbers holding_parts(const Words& words, const std::vector<std::string>& parts) {
  Numbers all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Numbers holding = anywhere(words, parts[i]);
    if (i == 0) {
      all = holding;
      continue;
    }
    Numbers both;
    std::set_intersection(all.begin(), all.end(), holding.begin(), holding.end(),
                          std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

void put_concepts(ConceptBits concepts, const Segment& segment, std::vector<std::uint8_t>& tiers) {
  if (concepts.empty()) return;
  for (std::uint32_t number = 0; number < segment.count(); ++number) {
    const SiteAt at{&segment, 0, number, 0};
    if (strong_concepts(at).meets(concepts) || weak_concepts(at).meets(concepts)) {
      tiers[number] = std::min(tiers[number], static_cast<std::uint8_t>(Tier::kSynonym));
    }
  }
}

Held hold(const QueryWord& word, const Segment& segment) {
  const Words& words = segment.words();
  Held held{std::vector<std::uint8_t>(segment.count(), kHoldsNot),
            std::vector<bool>(segment.count())};
  put(Tier::kExact, words.find(indexer::kSpellingField, word.spelling), held.tier);
  for (const std::string& stem : word.stems) {
    const Numbers named = words.find(indexer::kNameField, stem);
    for (const std::uint32_t number : named) {
      held.in_name[number] = true;
    }
    put(Tier::kStem, named, held.tier);
    put(Tier::kStem, words.find(indexer::kTextField, stem), held.tier);
    put(Tier::kStem, words.find(indexer::kVenueField, stem), held.tier);
    put(Tier::kCompoundPart, words.find(indexer::kPartField, stem), held.tier);
    put(Tier::kCompoundPart, words.find(indexer::kVenuePartField, stem), held.tier);
  }
  put(Tier::kCompoundPart, holding_parts(words, word.parts), held.tier);
  put_concepts(word.concepts, segment, held.tier);
  if (word.is_corrected) {
    for (std::uint8_t& tier : held.tier) {
      if (tier != kHoldsNot) tier = static_cast<std::uint8_t>(Tier::kTypo);
    }
  }
  return held;
}

std::vector<bool> barred_in(const std::vector<BarredWord>& barred, const Segment& segment) {
  Numbers all;
  for (const BarredWord& word : barred) {
    for (const std::string& stem : word.stems) {
      all = either(all, anywhere(segment.words(), stem));
    }
  }
  std::vector<bool> is_barred(segment.count());
  for (const std::uint32_t number : all) {
    is_barred[number] = true;
  }
  return is_barred;
}

int how_much_about(ConceptBits asked, const SiteAt& at) {
  if (strong_concepts(at).meets(asked)) return 0;
  return weak_concepts(at).meets(asked) ? 1 : 2;
}

TextHit judge_words(const std::vector<Held>& held, const SiteAt& at) {
  TextHit hit{at.segment_number, at.activity, {}, 0, 0, 0};
  for (std::size_t word = 0; word < held.size(); ++word) {
    const std::uint8_t tier = held[word].tier[at.activity];
    if (tier == kHoldsNot) {
      hit.missing |= 1U << word;
      continue;
    }
    hit.tier = std::max(hit.tier.value_or(Tier::kExact), static_cast<Tier>(tier));
    hit.in_name += held[word].in_name[at.activity] ? 1 : 0;
  }
  return hit;
}

void find_in_segment(const Query& query, const SiteAt& segment_at, std::vector<TextHit>& hits) {
  const Segment& segment = *segment_at.segment;
  std::vector<Held> held;
  ConceptBits asked;
  for (const QueryWord& word : query.words) {
    held.push_back(hold(word, segment));
    asked.low |= word.subjects.low;
    asked.high |= word.subjects.high;
  }
  const std::vector<bool> is_barred = barred_in(query.barred, segment);
  SiteAt at = segment_at;
  for (at.activity = 0; at.activity < segment.count(); ++at.activity) {
    if (segment.is_dead(at.activity) || is_barred[at.activity]) continue;
    TextHit hit = judge_words(held, at);
    if (!query.words.empty() && !hit.tier) continue;
    hit.about = asked.empty() ? 0 : how_much_about(asked, at);
    hits.push_back(hit);
  }
}

int fewest_missing(const std::vector<TextHit>& hits) {
  int fewest = static_cast<int>(kMaxSearchWords);
  for (const TextHit& hit : hits) {
    fewest = std::min(fewest, std::popcount(hit.missing));
  }
  return fewest;
}

// The bit of the word that tells most: of those that speak of a subject, else of all, the one that
// fewest activities hold, and that some hold; 0 where there is none.
std::uint32_t bit_of_most_telling(const std::vector<TextHit>& hits, const Query& query) {
  const bool speaks = std::any_of(query.words.begin(), query.words.end(),
                                  [](const QueryWord& word) { return !word.subjects.empty(); });
  std::size_t fewest = hits.size() + 1;
  std::uint32_t most_telling = 0;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (speaks && query.words[i].subjects.empty()) continue;
    const std::uint32_t bit = std::uint32_t{1} << i;
    const auto holding = static_cast<std::size_t>(std::count_if(
        hits.begin(), hits.end(), [bit](const TextHit& hit) { return (hit.missing & bit) == 0; }));
    if (holding == 0 || holding >= fewest) continue;
    fewest = holding;
    most_telling = bit;
  }
  return most_telling;
}

}  // namespace

std::vector<TextHit> find_text_hits(const Query& query, const indexer::Snapshot& snapshot) {
  std::vector<TextHit> hits;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    find_in_segment(query, {snapshot.segments()[s].get(), s, 0, 0}, hits);
  }
  const std::uint32_t most_telling = bit_of_most_telling(hits, query);
  const int fewest = fewest_missing(hits);
  const auto best = std::count_if(hits.begin(), hits.end(), [fewest](const TextHit& hit) {
    return std::popcount(hit.missing) == fewest;
  });
  const bool is_enough = static_cast<std::size_t>(best) >= kEnoughHits;
  std::erase_if(hits, [&](const TextHit& hit) {
    const int missing = std::popcount(hit.missing);
    const bool is_next = !is_enough && missing == fewest + 1 && (hit.missing & most_telling) == 0;
    return missing > fewest && !is_next;
  });
  return hits;
}

std::size_t count_holding(const QueryWord& word, const indexer::Snapshot& snapshot) {
  std::size_t count = 0;
  for (const auto& segment : snapshot.segments()) {
    const Held held = hold(word, *segment);
    for (std::uint32_t number = 0; number < segment->count(); ++number) {
      if (held.tier[number] != kHoldsNot && !segment->is_dead(number)) ++count;
    }
  }
  return count;
}

}  // namespace kring::engine
