// How large is each gap, by the map and the needs?
//
// Numbers alone: the same that the answer shows, cheap enough to reckon what another answer to one
// question would change (ask_first.h).
#pragma once

#include "catalog/vocabulary.h"
#include "engine/gaps/measure.h"
#include "engine/understanding.h"

namespace kring::engine {

/// What the needs ask of each kind.
struct AskedKinds {
  bool asks = false;                     ///< whether any need names a kind of support or dimension
  std::array<int, kKindCount> points{};  ///< 0..10,000
  std::array<int, kKindCount> at_least{};  ///< of a gap that a need names itself; 0: none does
};
AskedKinds find_asked_kinds(const Understood& understood, const catalog::Vocabulary& vocabulary);

/// By kind, 0..10,000; absent: unknown.
using GapPoints = std::array<std::optional<int>, kKindCount>;
GapPoints reckon_gaps(const Measures& measures, const AskedKinds& asked);

}  // namespace kring::engine
