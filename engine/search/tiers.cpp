#include "engine/search/tiers.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/gates/gates.h"
#include "indexer/language/record_text.h"

namespace kring::engine {
namespace {

using indexer::Postings;
using indexer::Segment;
using indexer::unite;
using indexer::Words;

static_assert(kMaxSearchWords <= 32, "TextHit::missing has a bit for each word");

constexpr std::uint8_t kHoldsNot = std::numeric_limits<std::uint8_t>::max();

// What the activities of one segment hold of one word, by number.
struct Held {
  std::vector<std::uint8_t> tier;  // kHoldsNot, or a Tier
  std::vector<bool> in_name;
};

void put(Tier tier, const Postings& numbers, std::vector<std::uint8_t>& tiers) {
  for (const std::uint32_t number : numbers) {
    tiers[number] = std::min(tiers[number], static_cast<std::uint8_t>(tier));
  }
}

// Those that hold `stem` as a word or in a compound.
Postings anywhere(const Words& words, const std::string& stem) {
  const Postings in_venue =
      unite(words.find(indexer::kVenueField, stem), words.find(indexer::kVenuePartField, stem));
  const Postings folded =
      unite(words.find(indexer::kFoldedField, stem), words.find(indexer::kFoldedPartField, stem));
  return unite(unite(words.find(indexer::kNameField, stem), folded),
               unite(words.find_in_text(stem), in_venue));
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
  put(Tier::kExact, words.find(indexer::kFoldedSpellingField, word.spelling), held.tier);
  for (const std::string& stem : word.stems) {
    const Postings named = words.find(indexer::kNameField, stem);
    for (const std::uint32_t number : named) {
      held.in_name[number] = true;
    }
    put(Tier::kStem, named, held.tier);
    put(Tier::kStem, words.find(indexer::kTextField, stem), held.tier);
    put(Tier::kStem, words.find(indexer::kVenueField, stem), held.tier);
    put(Tier::kStem, words.find(indexer::kFoldedField, stem), held.tier);
    put(Tier::kCompoundPart, words.find(indexer::kPartField, stem), held.tier);
    put(Tier::kCompoundPart, words.find(indexer::kVenuePartField, stem), held.tier);
    put(Tier::kCompoundPart, words.find(indexer::kFoldedPartField, stem), held.tier);
  }
  // All parts of a compound, apart or within others.
  const auto find_part = [&words](const std::string& part) { return anywhere(words, part); };
  put(Tier::kCompoundPart, indexer::find_all(word.parts, find_part), held.tier);
  put_concepts(word.concepts, segment, held.tier);
  if (word.is_corrected) {
    for (std::uint8_t& tier : held.tier) {
      if (tier != kHoldsNot) tier = static_cast<std::uint8_t>(Tier::kTypo);
    }
  }
  return held;
}

// Those in which a barred word stands.
std::vector<bool> holding_barred(const std::vector<BarredWord>& barred, const Segment& segment) {
  Postings all;
  for (const BarredWord& word : barred) {
    for (const std::string& stem : word.stems) {
      all = unite(all, anywhere(segment.words(), stem));
    }
  }
  std::vector<bool> is_holding(segment.count());
  for (const std::uint32_t number : all) {
    is_holding[number] = true;
  }
  return is_holding;
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
      hit.missing |= std::uint32_t{1} << word;
      continue;
    }
    hit.tier = std::max(hit.tier.value_or(Tier::kExact), static_cast<Tier>(tier));
    hit.in_name += held[word].in_name[at.activity] ? 1 : 0;
  }
  return hit;
}

// Whether the record speaks of the word other than by refusing it.
bool speaks_of(const BarredWord& word, const SiteAt& at, const indexer::Analyser& analyser) {
  static constexpr std::size_t kRefusalReaches = 2;  // tokens
  const catalog::Activity activity = indexer::Snapshot::record({at.segment, at.activity}).activity;
  for (const indexer::FieldText& field : indexer::read_record_text(activity, analyser).fields) {
    std::size_t refused_until = 0;  // tokens before it are refused
    for (std::size_t i = 0; i < field.tokens.size(); ++i) {
      const indexer::Token& token = field.tokens[i];
      if (is_barring(token)) refused_until = i + kRefusalReaches + 1;
      if (i < refused_until) continue;
      if (holds_stem(word.stems, token) || holds_in_part(word.stems, token)) return true;
    }
  }
  return false;
}

bool is_barred(const Query& query, const SiteAt& at, const indexer::Analyser& analyser) {
  return std::any_of(query.barred.begin(), query.barred.end(),
                     [&](const BarredWord& word) { return speaks_of(word, at, analyser); });
}

void find_in_segment(const Query& query,
                     const LiveActivities& live,
                     const SiteAt& segment_at,
                     std::vector<TextHit>& hits) {
  const Segment& segment = *segment_at.segment;
  std::vector<Held> held;
  ConceptBits asked;
  for (const QueryWord& word : query.words) {
    held.push_back(hold(word, segment));
    asked.low |= word.subjects.low;
    asked.high |= word.subjects.high;
  }
  const indexer::Analyser analyser;
  const std::vector<bool> may_be_barred = holding_barred(query.barred, segment);
  SiteAt at = segment_at;
  for (at.activity = 0; at.activity < segment.count(); ++at.activity) {
    if (!live.has(at.segment_number, at.activity)) continue;
    TextHit hit = judge_words(held, at);
    if (!query.words.empty() && !hit.tier) continue;
    if (may_be_barred[at.activity] && is_barred(query, at, analyser)) continue;
    hit.about = asked.empty() ? 0 : how_much_about(asked, at);
    hits.push_back(hit);
  }
}

// The bit of the word that tells most; 0 where there is none.
std::uint32_t bit_of_most_telling(const std::vector<std::uint32_t>& missing, const Query& query) {
  const bool speaks = std::any_of(query.words.begin(), query.words.end(),
                                  [](const QueryWord& word) { return !word.subjects.empty(); });
  std::size_t fewest = missing.size() + 1;
  std::uint32_t most_telling = 0;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (speaks && query.words[i].subjects.empty()) continue;
    const std::uint32_t bit = std::uint32_t{1} << i;
    const auto holding = static_cast<std::size_t>(
        std::count_if(missing.begin(), missing.end(),
                      [bit](std::uint32_t lacking) { return (lacking & bit) == 0; }));
    if (holding == 0 || holding >= fewest) continue;
    fewest = holding;
    most_telling = bit;
  }
  return most_telling;
}

// Another record stands for it.
bool is_represented(const SiteAt& at) {
  return (at.features().flags[at.activity] & indexer::kRepresented) != 0;
}

}  // namespace

LiveActivities::LiveActivities(const Asked& asked) {
  SiteAt at;
  for (const auto& segment : asked.snapshot.segments()) {
    std::vector<bool> is_live(segment->count());
    at.segment = segment.get();
    for (at.activity = 0; at.activity < segment->count(); ++at.activity) {
      is_live[at.activity] = !segment->is_dead(at.activity) && !is_represented(at)
                             && judge_not_live(asked, at) != catalog::Answer::kNo;
    }
    is_live_.push_back(std::move(is_live));
  }
}

std::vector<TextHit> find_text_hits(const Query& query,
                                    const indexer::Snapshot& snapshot,
                                    const LiveActivities& live) {
  std::vector<TextHit> hits;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    find_in_segment(query, live, {snapshot.segments()[s].get(), s, 0, 0}, hits);
  }
  return hits;
}

bool is_held(const QueryWord& word, const indexer::Snapshot& snapshot, const LiveActivities& live) {
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const Held held = hold(word, *snapshot.segments()[s]);
    for (std::uint32_t number = 0; number < held.tier.size(); ++number) {
      if (held.tier[number] != kHoldsNot && live.has(s, number)) return true;
    }
  }
  return false;
}

bool WordRule::allows(std::uint32_t missing) const {
  const int lacking = std::popcount(missing);
  if (lacking <= fewest) return true;
  return takes_next && lacking == fewest + 1 && (missing & most_telling) == 0;
}

WordRule make_word_rule(const std::vector<std::uint32_t>& missing, const Query& query) {
  WordRule rule;
  if (missing.empty()) return rule;
  const auto lacks_fewer = [](std::uint32_t a, std::uint32_t b) {
    return std::popcount(a) < std::popcount(b);
  };
  rule.fewest = std::popcount(*std::min_element(missing.begin(), missing.end(), lacks_fewer));
  const auto best = std::count_if(missing.begin(), missing.end(), [&rule](std::uint32_t lacking) {
    return std::popcount(lacking) == rule.fewest;
  });
  rule.takes_next = static_cast<std::size_t>(best) < kEnoughHits;
  rule.most_telling = bit_of_most_telling(missing, query);
  return rule;
}

}  // namespace kring::engine
