// Is a pair of records one activity, and what says so?
//
// The score is the sum of each compared part's value times its weight (weights.json). What is not
// known adds nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "catalog/duplicates/compare.h"

namespace kring::catalog::duplicates {

/// The weights as the comparison reads them.
struct Tuning {
  std::string version;
  std::array<std::int32_t, kPartCount> weights{};  ///< by Part, 1/10,000
  std::int32_t linked_from = 0;                    ///< score of a link, 1/10,000
};

/// Of the program's own weights.json. Throws Error where that is damaged.
Tuning load_tuning();

/// One compared part that tells something. points = round down(value x weight).
struct PartScore {
  Part part = Part::kName;
  std::int32_t value = 0;
  std::int32_t points = 0;
  bool operator==(const PartScore&) const = default;
};

struct PairScore {
  Score score;
  std::vector<PartScore> parts;  ///< by Part; the points add up to the score
  bool operator==(const PairScore&) const = default;
};

/// Symmetric.
PairScore score_pair(const Traits& a, const Traits& b, const Tuning& tuning);

inline bool is_linked(const PairScore& pair, const Tuning& tuning) {
  return pair.score.points >= tuning.linked_from;
}

}  // namespace kring::catalog::duplicates
