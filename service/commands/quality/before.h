// What came of an earlier report?
#pragma once

#include <string_view>

#include "catalog/result.h"
#include "service/commands/quality/report.h"

namespace kring::service::quality {

/// Compares `report` with the JSON of an earlier one. A problem: `document` is no such report.
catalog::Result<Before> compare_with(std::string_view document, const QualityReport& report);

}  // namespace kring::service::quality
