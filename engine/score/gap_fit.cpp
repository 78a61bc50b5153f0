// Does what the activity can give lie where the network lacks it?
//
//   gap_fit = sum of gap(k) x offer(k) / sum of offer(k), over the kinds of support and dimensions;
//   an unknown gap counts as none, and 0 where nothing is offered
//
// The mean gap at what is offered: an activity that gives the one thing that lacks fits better than
// one that gives a little of everything. Divided by the gaps instead, it favoured what offers most
// and made the judged rankings worse.

#include "engine/score/score.h"

namespace kring::engine {

std::int32_t score_gap_fit(const ScoreContext& context, const SiteAt& at) {
  const auto offers =
      at.features().offers.subspan(at.activity * indexer::kOfferCount, indexer::kOfferCount);
  std::int64_t needed = 0;
  std::int64_t offered = 0;
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    needed += std::int64_t{context.gaps[k]} * offers[k];
    offered += offers[k];
  }
  return offered == 0 ? 0 : static_cast<std::int32_t>(needed / offered);
}

}  // namespace kring::engine
