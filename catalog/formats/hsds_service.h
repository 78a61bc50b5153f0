// How does one HSDS service become an activity?
#pragma once

#include <optional>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The activity that `service` (HSDS 3.x, nested) tells of; what it could not use stands in the
/// notes. Its id is empty. requires: the service has a name.
Activity read_hsds_service(const Fields& service);

}  // namespace kring::catalog::formats
