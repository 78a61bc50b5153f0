// Which days does a sentence name?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "catalog/quantity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// A day, or all days of a month: "12 juni 2026", "1-1-2027", "eind februari".
struct ToldDay {
  catalog::Date first;
  catalog::Date last;     ///< equal to `first` where one day is named
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;
  bool has_year = false;  ///< whether the text names the year
};

/// The days that `tokens` name, in order. Where the year is left out it is the one that brings the
/// day nearest to `written_on`; without that such a day is passed over.
std::vector<ToldDay> find_told_days(const std::vector<Token>& tokens,
                                    std::optional<catalog::Date> written_on);

}  // namespace kring::indexer
