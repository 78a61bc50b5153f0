// Does a text signal danger?
#pragma once

#include <string_view>

namespace kring::indexer {

/// Whether `text` tells of present danger to the person: wish to die, violence, overdose. Denied
/// ("geen plannen") and past ("na een poging in 2019") danger is no present signal. Thread-safe.
bool signals_danger(std::string_view text);

}  // namespace kring::indexer
