// What was tried before: does it stay out, or may it return?
//
// What is going well is no lead. What failed returns only when it is known that its reason no
// longer holds, and then the match says so.
#pragma once

#include <string>

#include "engine/asked.h"

namespace kring::engine {

enum class Trial : std::uint8_t {
  kNone,      ///< never tried
  kStaysOut,  ///< going well, or the reason still holds or may
  kReturns,
};
Trial find_trial(const Asked& asked, const SiteAt& at);

/// Whether it returns although there was no place: nobody knows whether there is now.
bool asks_for_place_again(const Asked& asked, const SiteAt& at);

/// A sentence of why it returns; "" where it was not tried. requires: it does not stay out
std::string tell_return(const Asked& asked, const SiteAt& at);

}  // namespace kring::engine
