// What can an activity give to a network?
#pragma once

#include <array>
#include <cstdint>

#include "catalog/vocabulary.h"
#include "indexer/format/features.h"
#include "indexer/language/annotation.h"

namespace kring::indexer {

/// Supports, then dimensions, each 0..10,000.
using Offers = std::array<std::uint16_t, kOfferCount>;

/// From what the concepts of an annotation say they give, in full where they are found strongly,
/// half where weakly; then by form: one to one and small groups give more of quality, meeting
/// weekly more of stability, large events less of both (the starting table of property weights:
/// research, section 4.4).
Offers offers_of(const Annotation& annotation, const catalog::Vocabulary& vocabulary);

}  // namespace kring::indexer
