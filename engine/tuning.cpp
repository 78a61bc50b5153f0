#include "engine/tuning.h"

#include <utility>

#include <fmt/format.h>

#include "catalog/result.h"

namespace kring::engine {
namespace {

constexpr std::pair<const char*, std::int64_t Tuning::*> kMembers[] = {
    {"need_fit", &Tuning::need_fit},
    {"gap_fit", &Tuning::gap_fit},
    {"text_fit", &Tuning::text_fit},
    {"audience", &Tuning::audience},
    {"nearness", &Tuning::nearness},
    {"size_fit", &Tuning::size_fit},
    {"starts_soon", &Tuning::starts_soon},
    {"freshness", &Tuning::freshness},
    {"weak_concept", &Tuning::weak_concept},
    {"told_concept", &Tuning::told_concept},
    {"related_concept", &Tuning::related_concept},
    {"best_need_share", &Tuning::best_need_share},
    {"text_in_description", &Tuning::text_in_description},
    {"text_from_needs", &Tuning::text_from_needs},
    {"text_saturation", &Tuning::text_saturation},
    {"nearness_half_minutes", &Tuning::nearness_half_minutes},
    {"start_half_days", &Tuning::start_half_days},
    {"freshness_half_days", &Tuning::freshness_half_days},
    {"good_fit", &Tuning::good_fit},
    {"portfolio_score_share", &Tuning::portfolio_score_share},
    {"portfolio_worth", &Tuning::portfolio_worth},
};

}  // namespace

Tuning read_tuning(const catalog::Weights& weights) {
  Tuning tuning;
  for (const auto& [name, member] : kMembers) {
    if (!weights.has(name)) {
      throw catalog::Error(
          fmt::format("The weights document of the index lacks {}. Put a whole one in the "
                      "catalogue and index it.",
                      name));
    }
    tuning.*member = weights.value(name);
  }
  const std::int64_t sum = tuning.need_fit + tuning.gap_fit + tuning.text_fit + tuning.audience
                           + tuning.nearness + tuning.size_fit + tuning.starts_soon
                           + tuning.freshness;
  if (sum != catalog::kScoreOne) {
    throw catalog::Error(fmt::format("The part weights of the index add up to {} instead of {}.",
                                     sum, catalog::kScoreOne));
  }
  return tuning;
}

}  // namespace kring::engine
