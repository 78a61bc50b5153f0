// Which phrases tell of danger to the person, and which take that back?
//
// The phrases only: where one takes back another is told by danger_reading.h.
#pragma once

#include <cstddef>

#include "indexer/language/patterns.h"

namespace kring::indexer {

/// The rules of danger_phrases().
enum DangerRule : std::size_t {
  kOneself,   ///< thoughts of death, harm to oneself
  kViolence,  ///< by another
};

/// The rules of danger_undoes().
enum DangerUndo : std::size_t {
  kDenies,   ///< before the signal, near
  kPast,     ///< anywhere in the sentence, unless it goes on
  kGoesOn,   ///< takes the past away
  kOther,    ///< someone else, before the signal
  kIdiom,    ///< covers the signal
  kFiction,  ///< anywhere in the sentence
  kMourns,   ///< of someone else's death, anywhere in the sentence
};

/// Made once. Thread-safe.
const Patterns& danger_phrases();
const Patterns& danger_undoes();

}  // namespace kring::indexer
