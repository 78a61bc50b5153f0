// What did the import of a kept record warn of?
#pragma once

#include <vector>

#include "catalog/store/store.h"
#include "service/commands/quality/finding.h"

namespace kring::service::quality {

/// Reads the source's record again. Empty where its format keeps records in another form than it
/// reads them (rows of tables, events of calendars): what was wrong with those, only an import
/// tells.
std::vector<FindingDetail> warnings_of_source(const catalog::StoredActivity& stored);

}  // namespace kring::service::quality
