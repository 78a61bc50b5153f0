// How is a kept feed fetched, imported, and its health kept?
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "catalog/feeds/fetch.h"
#include "catalog/result.h"
#include "catalog/store/store.h"
#include "service/commands/author.h"
#include "service/commands/page_import.h"
#include "service/rim.h"

namespace kring::service {

inline constexpr std::int64_t kFirstRetrySeconds = 300;  ///< after one failure; then doubled
inline constexpr std::int64_t kLastRetrySeconds = 86'400;

struct HarvestOptions {
  catalog::feeds::FetchLimits limits;
  std::vector<std::string> allowed_hosts;  ///< for every feed, besides its own
  std::vector<std::string> private_hosts;  ///< likewise
  std::stop_token stop;
  Clock clock;
  std::string who = "kring harvest";
  catalog::Completeness most = catalog::Completeness::kComplete;  ///< kPartial: --partial
  Drops drops = Drops::kHeld;
  catalog::SourceTerms said;
  /// "": the feed's source is its name. Else it has none yet: it is called as its publisher is, or
  /// so where it names none.
  std::string name_without_publisher;
};

struct HarvestOutcome {
  std::string source;
  std::optional<catalog::ImportReport> report;  ///< absent where there was nothing to import
  catalog::Problems problems;                   ///< none: it went well
};

/// Fetches the feed from where it stopped and imports what came; tells in the catalogue how it
/// went. A failing feed is an outcome; Error is thrown where the catalogue fails.
HarvestOutcome harvest_feed(catalog::ActivityStore& store,
                            catalog::KeptFeed feed,
                            const HarvestOptions& options);

/// The same without a change of `store`: pages are kept in a catalogue of their own for so long.
HarvestOutcome rehearse_feed(catalog::ActivityStore& store,
                             const catalog::KeptFeed& feed,
                             const HarvestOptions& options);

/// Imports the pages whose removals were held, and removes. A problem where nothing is held.
HarvestOutcome confirm_drop(catalog::ActivityStore& store,
                            catalog::KeptFeed feed,
                            const HarvestOptions& options);

catalog::feeds::FetchSettings make_settings(const catalog::KeptFeed& feed,
                                            const HarvestOptions& options);

/// Whether its schedule, or the wait after a failure, is over.
bool is_due(const catalog::KeptFeed& feed, catalog::UnixSeconds now);

catalog::UnixSeconds to_unix_seconds(std::chrono::system_clock::time_point moment);

}  // namespace kring::service
