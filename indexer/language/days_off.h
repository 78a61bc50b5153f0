// On which named days does a text say that there is nothing?
#pragma once

#include <string_view>

#include "catalog/days_off.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// "niet in de schoolvakanties", "gesloten op feestdagen", "behalve in de kerst- en meivakantie". A
/// holiday that only gives other hours ("in schoolvakanties tot 18.00 uur") is none, nor is one on
/// which it goes on.
catalog::DaysOff find_days_off(std::string_view text, const Analyser& analyser);

}  // namespace kring::indexer
