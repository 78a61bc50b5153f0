// How good are the records of a catalogue?
#pragma once

#include <optional>
#include <string>

#include "catalog/result.h"
#include "catalog/store/store.h"
#include "service/commands/quality/report.h"

namespace kring::service::quality {

struct ReportQuestion {
  std::string owner;  ///< an organisation's name or id; "" for all
  catalog::Date today;
  std::optional<catalog::Revision> since;  ///< count what changed after it
};

/// Reads every live record once, and each source record again, so that what its import warned of is
/// told too. A problem: the catalogue's vocabulary cannot be read.
catalog::Result<QualityReport> report_catalog(const catalog::ActivityStore& store,
                                              const ReportQuestion& question);

}  // namespace kring::service::quality
