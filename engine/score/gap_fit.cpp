// Does the activity give what the network lacks?
//
//   gap_fit = sum of gap(k) x offer(k) / sum of gap(k), over the kinds of support and dimensions
//   whose gap is known

#include "engine/score/score.h"

namespace kring::engine {

std::int32_t score_gap_fit(const ScoreContext& context, const SiteAt& at) {
  const auto offers =
      at.features().offers.subspan(at.activity * indexer::kOfferCount, indexer::kOfferCount);
  std::int64_t given = 0;
  std::int64_t lacking = 0;
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    given += std::int64_t{context.gaps[k]} * offers[k];
    lacking += context.gaps[k];
  }
  return lacking == 0 ? 0 : static_cast<std::int32_t>(given / lacking);
}

}  // namespace kring::engine
