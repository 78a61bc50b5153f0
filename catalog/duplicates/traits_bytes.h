// How are traits kept where they take little room?
//
// For as long as one comparison runs: the form changes with Traits, and is not the same on every
// machine.
#pragma once

#include <string>
#include <string_view>

#include "catalog/duplicates/traits.h"

namespace kring::catalog::duplicates {

std::string write_traits(const Traits& traits);

/// requires: `bytes` were made by write_traits of this program.
Traits read_traits(std::string_view bytes);

}  // namespace kring::catalog::duplicates
