// Which services and sites does a query of the HSDS API let through?
#pragma once

#include <optional>

#include "service/open_data.h"
#include "service/routes/hsds_query.h"

namespace kring::service {

/// The query's filter, with the words of its search, the place of its postcode and what covers it.
/// Absent where the postcode is not in the table. `own_terms` outlives the filter.
std::optional<OpenFilter> complete_filter(const HsdsQuery& query,
                                          const OpenSnapshot& snapshot,
                                          const OpenData& data,
                                          OwnTerms own_terms);

}  // namespace kring::service
