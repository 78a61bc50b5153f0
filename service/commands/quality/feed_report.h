// How good are the records of a feed that no catalogue holds?
#pragma once

#include <vector>

#include "catalog/formats/formats.h"
#include "catalog/result.h"
#include "service/commands/quality/report.h"

namespace kring::service::quality {

/// A feed to be looked at.
struct FeedQuestion {
  const catalog::Format& format;
  const std::vector<catalog::FeedFile>& files;
  std::string source;  ///< where the feed names no publisher
  std::string owner;   ///< an organisation's name or id; "" for all, and for what was refused
  catalog::Date today;
};

/// What import would refuse or warn of, beside what is missing, stale or contradictory. Without a
/// table of postcodes. A problem: the feed as a whole cannot be read.
catalog::Result<QualityReport> report_feed(const FeedQuestion& question);

}  // namespace kring::service::quality
