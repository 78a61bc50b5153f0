// Which constants does the engine ask of the weights document?
#pragma once

#include <cstdint>

#include "catalog/weights.h"

namespace kring::engine {

/// The values of catalog/weights/weights.json by member; that document tells range, unit and reason
/// of each.
struct Tuning {
  std::int64_t need_fit = 0;
  std::int64_t gap_fit = 0;
  std::int64_t text_fit = 0;
  std::int64_t audience = 0;
  std::int64_t nearness = 0;
  std::int64_t size_fit = 0;
  std::int64_t starts_soon = 0;
  std::int64_t freshness = 0;
  std::int64_t weak_concept = 0;
  std::int64_t told_concept = 0;
  std::int64_t related_concept = 0;
  std::int64_t best_need_share = 0;
  std::int64_t text_in_description = 0;
  std::int64_t text_from_needs = 0;
  std::int64_t text_saturation = 0;
  std::int64_t nearness_half_minutes = 0;
  std::int64_t start_half_days = 0;
  std::int64_t freshness_half_days = 0;
  std::int64_t good_fit = 0;
  std::int64_t portfolio_score_share = 0;
  std::int64_t portfolio_worth = 0;
};

/// Throws catalog::Error where the document lacks a name, or the part weights do not add up to
/// 10,000.
Tuning read_tuning(const catalog::Weights& weights);

}  // namespace kring::engine
