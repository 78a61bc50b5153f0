// How do a catalogue and its index stand?
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "catalog/store/store.h"
#include "engine/engine.h"
#include "indexer/indexer.h"
#include "service/commands/feed_report.h"

namespace kring::service {

inline constexpr int kStaleDays = 365;  ///< a record not verified for longer is stale

/// How long ago the live records were verified.
struct VerifiedAges {
  std::size_t half_year = 0;  ///< within the last 182 days
  std::size_t year = 0;       ///< longer ago, within kStaleDays
  std::size_t stale = 0;      ///< longer ago
  std::size_t never = 0;      ///< no date at all
};

struct StatusReport {
  std::string catalog_path;
  std::string index_path;
  catalog::Revision revision;
  std::size_t activities = 0;  ///< live
  std::size_t places = 0;
  std::size_t catalog_bytes = 0;
  std::vector<catalog::SourceCount> sources;
  std::vector<FeedHealth> feeds;
  VerifiedAges verified;
  std::optional<indexer::IndexStatus> index;  ///< absent where none can be read
  std::map<engine::Gate, int> unknown;  ///< live activities by the gate whose fact they leave open
  catalog::Problems problems;           ///< each with the command that mends it
};

/// Reads every live record once. Throws catalog::Error where the catalogue cannot be read; a
/// missing or broken index is a problem of the report.
StatusReport make_status(const std::string& catalog_path,
                         const std::string& index_path,
                         catalog::Date today);

catalog::Json to_json(const StatusReport& report);

/// What the records of an organisation leave unknown, a task a fact, for its owner.
catalog::Json owner_tasks_json(const std::vector<engine::OwnerTask>& tasks);
std::string owner_tasks_text(const std::vector<engine::OwnerTask>& tasks);

/// Lines for a terminal.
std::string to_text(const StatusReport& report);

}  // namespace kring::service
