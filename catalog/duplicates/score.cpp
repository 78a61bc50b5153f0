#include "catalog/duplicates/score.h"

#include "catalog/embedded.h"
#include "catalog/weights.h"

namespace kring::catalog::duplicates {

Tuning load_tuning() {
  const Result<Weights> weights = parse_weights(duplicate_weights());
  if (!weights)
    throw Error("The weights of duplicates in this program are damaged. Install it anew.");
  Tuning tuning;
  tuning.version = weights->version();
  for (std::size_t i = 0; i < kPartCount; ++i) {
    tuning.weights.at(i) = static_cast<std::int32_t>(weights->value(name_of(static_cast<Part>(i))));
  }
  tuning.linked_from = static_cast<std::int32_t>(weights->value("linked_from"));
  return tuning;
}

PairScore score_pair(const Traits& a, const Traits& b, const Tuning& tuning) {
  const Values values = compare(a, b);
  PairScore pair;
  for (std::size_t i = 0; i < kPartCount; ++i) {
    const std::optional<std::int32_t>& value = values.at(i);
    if (!value || *value == 0) continue;
    const std::int32_t points = *value * tuning.weights.at(i) / kScoreOne;
    pair.parts.push_back({static_cast<Part>(i), *value, points});
    pair.score.points += points;
  }
  return pair;
}

}  // namespace kring::catalog::duplicates
