// Does a text signal danger?
#pragma once

#include <string_view>

#include "catalog/quantity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// Whether `text` tells of present danger to the person: wish to die, violence, overdose. Denied
/// ("geen plannen") and past ("na een poging in 2019", of a year before that of `today`) danger is
/// no present signal. Pure.
bool signals_danger(std::string_view text, const Analyser& analyser, catalog::Date today);

}  // namespace kring::indexer
