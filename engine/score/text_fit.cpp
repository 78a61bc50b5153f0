// Does the record speak of what the person likes, in the person's own words?
//
//   rarity(t) = log2(1 + live activities / live activities that hold t)    (an idf: rare words tell
//   more) weight(t) = rarity(t) x (1 for an interest, text_from_needs for a word of a need) hit(t)
//   = 1 in the name or tags, text_in_description elsewhere, 0 where absent text_fit  = sum of
//   weight(t) x hit(t) / (text_saturation x sum of weight(t)), at most 1
//
// Counts are of live activities, so that the same catalogue gives the same points however its
// segments lie.

#include <algorithm>

#include "engine/score/score.h"

namespace kring::engine {
namespace {

using catalog::kScoreOne;
using indexer::Postings;

constexpr std::int64_t kFraction = 1'024;  // rarities are in 1/1,024

// log2(1 + whole / part) in 1/1,024, by the binary logarithm's whole part and a straight line
// between powers of two: the same on every machine.
std::int64_t rarity_of(std::int64_t whole, std::int64_t part) {
  const std::int64_t ratio = kFraction + whole * kFraction / part;
  std::int64_t rarity = 0;
  std::int64_t power = kFraction;
  for (; ratio >= 2 * power; power *= 2) {
    rarity += kFraction;
  }
  return rarity + (ratio - power) * kFraction / power;
}

struct TermHits {
  std::vector<Postings> in_name;  // by segment, live only
  std::vector<Postings> in_text;
  std::int64_t live = 0;  // activities that hold it anywhere
};

Postings live_only(const indexer::Segment& segment, Postings postings) {
  std::erase_if(postings, [&segment](std::uint32_t number) { return segment.is_dead(number); });
  return postings;
}

TermHits find_hits(const indexer::Snapshot& snapshot, const std::string& stem) {
  TermHits hits;
  for (const auto& segment : snapshot.segments()) {
    Postings in_name = live_only(*segment, segment->words().find(indexer::kNameField, stem));
    Postings in_text = live_only(*segment, segment->words().find_in_text(stem));
    Postings only_text;  // what the name holds already counts in full
    std::set_difference(in_text.begin(), in_text.end(), in_name.begin(), in_name.end(),
                        std::back_inserter(only_text));
    hits.live += static_cast<std::int64_t>(in_name.size() + only_text.size());
    hits.in_name.push_back(std::move(in_name));
    hits.in_text.push_back(std::move(only_text));
  }
  return hits;
}

struct WeighedTerm {
  TermHits hits;
  std::int64_t weight = 0;
};

struct WeighedTerms {
  std::vector<WeighedTerm> found;  // those that some activity holds
  std::int64_t whole = 0;          // weight of all that were asked
};

WeighedTerms weigh_terms(const Asked& asked, const Tuning& tuning) {
  const auto live = static_cast<std::int64_t>(asked.snapshot.count());
  WeighedTerms terms;
  for (const AskedTerm& term : asked.terms) {
    TermHits hits = find_hits(asked.snapshot, term.stem);
    const std::int64_t rarity = rarity_of(live, std::max<std::int64_t>(1, hits.live));
    const bool is_interest = term.origin == AskedTerm::Origin::kInterest;
    const std::int64_t weight = is_interest ? rarity : rarity * tuning.text_from_needs / kScoreOne;
    terms.whole += weight;
    if (hits.live > 0) terms.found.push_back({std::move(hits), weight});
  }
  return terms;
}

// Points of the activities of segment `s`.
std::vector<std::uint16_t> points_in(std::size_t s,
                                     std::size_t count,
                                     const WeighedTerms& terms,
                                     const Tuning& tuning) {
  std::vector<std::uint16_t> points(count);
  if (terms.whole <= 0) return points;
  std::vector<std::int64_t> sums(count);
  for (const WeighedTerm& term : terms.found) {
    for (const std::uint32_t number : term.hits.in_name[s]) {
      sums[number] += term.weight * kScoreOne;
    }
    for (const std::uint32_t number : term.hits.in_text[s]) {
      sums[number] += term.weight * tuning.text_in_description;
    }
  }
  const std::int64_t full = terms.whole * tuning.text_saturation;
  for (std::size_t i = 0; i < count; ++i) {
    points[i] =
        static_cast<std::uint16_t>(std::min<std::int64_t>(kScoreOne, sums[i] * kScoreOne / full));
  }
  return points;
}

}  // namespace

TextPoints find_text_points(const Asked& asked, const Tuning& tuning) {
  const WeighedTerms terms = weigh_terms(asked, tuning);
  TextPoints points;
  for (std::size_t s = 0; s < asked.snapshot.segments().size(); ++s) {
    points.push_back(points_in(s, asked.snapshot.segments()[s]->count(), terms, tuning));
  }
  return points;
}

std::int32_t score_text_fit(const ScoreContext& context, const SiteAt& at) {
  return (*context.text_points)[at.segment_number][at.activity];
}

}  // namespace kring::engine
