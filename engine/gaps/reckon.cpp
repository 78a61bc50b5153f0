// The measure of a map becomes a gap in three steps.
//
//   lack = 1 - value
//   size of the gap: 1/2 where a lack begins to count, and straight lines from 0 to there and from
//     there to 1. People name a lack of contacts when a third of them is missing, but a lack of
//     advice or of lasting bonds only when little is left: what is usual on maps is no gap yet
//   gap  = 9/10 size + 1/10 asked, where the needs ask for any kind
//     asked = sum of (priority x rank) / sum of priorities, over the needs that ask for any kind;
//     rank 1, 3/10 or 1/10 where the kind comes first, second or third with the need's concepts
//
// Where a lack begins to count is our reading of which gaps workers name first in invented persons,
// in tenths and twentieths (tests/judged). A need that names a gap itself says so louder than any
// map: the gap is at least 0.55, 0.70 or 0.85 by the need's priority, also where nothing is known.

#include "engine/gaps/reckon.h"

#include <algorithm>

namespace kring::engine {
namespace {

using catalog::Concept;

constexpr int kOne = catalog::kScoreOne;
constexpr int kHalf = kOne / 2;

// practical, emotional, informational, esteem, then size, quality, stability, variety, density,
// reachability.
constexpr std::array<int, kKindCount> kBegins = {5'000, 5'500, 7'500, 7'000, 3'000,
                                                 4'500, 7'500, 5'000, 7'000, 3'500};
constexpr std::array<int, 3> kRanks = {kOne, 3 * kOne / 10, kOne / 10};
constexpr int kAskedTenths = 1;

constexpr std::array<std::string_view, kKindCount> kGapConcepts = {
    "gap_practical", "gap_emotional", "gap_information", "gap_esteem",  "gap_size",
    "gap_quality",   "gap_stability", "gap_variety",     "gap_density", "gap_reachability"};
constexpr int kNamedGapBase = 5'500;  // of a need with priority 1 …
constexpr int kNamedGapStep = 1'500;  // … and this more for each step of priority

int size_of_gap(std::size_t kind, int value) {
  const int lack = kOne - value;
  const int begins = kBegins[kind];
  return lack < begins ? kHalf * lack / begins : kHalf + kHalf * (lack - begins) / (kOne - begins);
}

using KindPoints = std::array<int, kKindCount>;

template <class Kind>
void raise_ranks(const std::vector<Kind>& kinds, KindPoints& ranks) {
  for (std::size_t i = 0; i < kinds.size() && i < kRanks.size(); ++i) {
    int& rank = ranks[kind_of(kinds[i])];
    rank = std::max(rank, kRanks[i]);
  }
}

// The best rank of each kind among the concepts of one need.
KindPoints ranks_of(const Need& need,
                    const std::vector<std::size_t>& told,
                    const catalog::Vocabulary& vocabulary) {
  std::vector<std::size_t> numbers = told;
  if (need.concept_id) {
    const std::optional<std::size_t> named = vocabulary.find(*need.concept_id);
    if (named) numbers.push_back(*named);
  }
  KindPoints ranks{};
  for (const std::size_t number : numbers) {
    const Concept& entry = vocabulary.concepts()[number];
    raise_ranks(entry.supports, ranks);
    raise_ranks(entry.dimensions, ranks);
  }
  return ranks;
}

void name_gap(const Need& need, AskedKinds& asked) {
  if (!need.concept_id) return;
  const auto named = std::find(kGapConcepts.begin(), kGapConcepts.end(), *need.concept_id);
  if (named == kGapConcepts.end()) return;
  int& least = asked.at_least[static_cast<std::size_t>(named - kGapConcepts.begin())];
  least = std::max(least, kNamedGapBase + kNamedGapStep * (need.priority - 1));
}

}  // namespace

AskedKinds find_asked_kinds(const Understood& understood, const catalog::Vocabulary& vocabulary) {
  AskedKinds asked;
  int priorities = 0;
  for (std::size_t i = 0; i < understood.profile.needs.size(); ++i) {
    const Need& need = understood.profile.needs[i];
    const std::vector<std::size_t> told =
        i < understood.told.size() ? understood.told[i] : std::vector<std::size_t>();
    name_gap(need, asked);
    const KindPoints ranks = ranks_of(need, told, vocabulary);
    if (ranks == KindPoints{}) continue;
    priorities += need.priority;
    for (std::size_t kind = 0; kind < kKindCount; ++kind) {
      asked.points[kind] += need.priority * ranks[kind];
    }
  }
  asked.asks = priorities > 0;
  for (int& points : asked.points) {
    points /= std::max(1, priorities);
  }
  return asked;
}

GapPoints reckon_gaps(const Measures& measures, const AskedKinds& asked) {
  GapPoints gaps;
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    if (measures[kind].value) {
      const int size = size_of_gap(kind, *measures[kind].value);
      gaps[kind] =
          asked.asks ? ((10 - kAskedTenths) * size + kAskedTenths * asked.points[kind]) / 10 : size;
    }
    const int least = asked.at_least[kind];
    if (least > 0) gaps[kind] = std::max(least, gaps[kind].value_or(0));
  }
  return gaps;
}

}  // namespace kring::engine
