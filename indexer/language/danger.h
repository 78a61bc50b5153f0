// Does a text signal danger?
#pragma once

#include <string_view>

#include "catalog/quantity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// Whether `text` tells of present danger to the person: wish to die, harm to oneself, violence,
/// overdose. Phrases say so (danger_phrases.h), unless it is denied ("geen plannen"), past ("na een
/// poging in 2019", of a year before that of `today`) or another's; or a model is sure of it
/// (passage_model.h), for danger is mostly told without its words. It misses much: of sentences by
/// hands that neither had seen it heard 55 in 100, with a false alarm in 16 sentences that only
/// look like danger and in 200 ordinary needs (tests/training/README.md): silence is no proof of
/// safety. Keeps and logs nothing of the text. Pure.
bool signals_danger(std::string_view text, const Analyser& analyser, catalog::Date today);

}  // namespace kring::indexer
