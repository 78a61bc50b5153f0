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
#include <bit>

#include "engine/score/score.h"

namespace kring::engine {
namespace {

using catalog::kScoreOne;
using Postings = std::vector<std::uint32_t>;

constexpr std::int64_t kFraction = 1'024;  // rarities are in 1/1,024

// log2(1 + whole / part) in 1/1,024, by the binary logarithm's whole part and a straight line
// between powers of two: the same on every machine.
std::int64_t rarity_of(std::int64_t whole, std::int64_t part) {
  const auto ratio = static_cast<std::uint64_t>(kFraction + whole * kFraction / part);
  const int exponent = static_cast<int>(std::bit_width(ratio)) - 1;
  const std::uint64_t power = std::uint64_t{1} << static_cast<unsigned>(exponent);
  const auto beyond = static_cast<std::int64_t>((ratio - power) * kFraction / power);
  return (exponent - 10) * kFraction + beyond;
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
    Postings in_text = live_only(*segment, segment->words().find(indexer::kTextField, stem));
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

}  // namespace

TextPoints find_text_points(const Asked& asked, const Tuning& tuning) {
  const auto live = static_cast<std::int64_t>(asked.snapshot.count());
  std::vector<WeighedTerm> terms;
  std::int64_t whole = 0;
  for (const AskedTerm& term : asked.terms) {
    TermHits hits = find_hits(asked.snapshot, term.stem);
    const std::int64_t rarity = rarity_of(live, std::max<std::int64_t>(1, hits.live));
    const std::int64_t weight =
        term.is_interest ? rarity : rarity * tuning.text_from_needs / kScoreOne;
    whole += weight;
    if (hits.live > 0) terms.push_back({std::move(hits), weight});
  }
  TextPoints points;
  for (std::size_t s = 0; s < asked.snapshot.segments().size(); ++s) {
    std::vector<std::int64_t> sums(whole == 0 ? 0 : asked.snapshot.segments()[s]->count());
    for (const WeighedTerm& term : terms) {
      for (const std::uint32_t number : term.hits.in_name[s])
        sums[number] += term.weight * kScoreOne;
      for (const std::uint32_t number : term.hits.in_text[s])
        sums[number] += term.weight * tuning.text_in_description;
    }
    std::vector<std::uint16_t> of_segment(asked.snapshot.segments()[s]->count());
    for (std::size_t i = 0; i < sums.size(); ++i) {
      of_segment[i] = static_cast<std::uint16_t>(std::min<std::int64_t>(
          kScoreOne, sums[i] * kScoreOne / (whole * tuning.text_saturation)));
    }
    points.push_back(std::move(of_segment));
  }
  return points;
}

std::int32_t score_text_fit(const ScoreContext& context, const SiteAt& at) {
  return context.text_points[at.segment_number][at.activity];
}

}  // namespace kring::engine
