// What may a record system hand over of a patient?
#pragma once

#include <cstddef>

#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::service {

inline constexpr std::size_t kMaxHandedNeeds = 2;  ///< a sheet for the first week holds no more

/// A profile that has nothing but what the nurse's page asks: where the patient sleeps, age, how
/// they travel, what matters most, from when, and what stands below "more settings". Every fault at
/// once; what the page does not ask is one, so that no more of a patient travels than is needed.
catalog::Result<catalog::Json> parse_handover(const catalog::Json& document);

}  // namespace kring::service
