#include "service/commands/harvest_schedule.h"

#include <algorithm>

#include <fmt/format.h>

#include "catalog/feeds/harvest_lock.h"
#include "service/commands/compared_catalog.h"
#include "service/commands/harvest.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::KeptFeed;

std::vector<KeptFeed> find_due(const std::string& catalog, catalog::UnixSeconds now) {
  std::vector<KeptFeed> feeds = ActivityStore::open(catalog, catalog::OpenMode::kReadOnly).feeds();
  std::erase_if(feeds, [now](const KeptFeed& feed) { return !is_due(feed, now); });
  return feeds;
}

void log_outcome(const HarvestOutcome& outcome, const Log& log) {
  if (outcome.report) {
    log.info(fmt::format("feed {}: {} added, {} changed, {} removed", outcome.source,
                         outcome.report->added, outcome.report->changed, outcome.report->removed));
  }
  for (const catalog::Problem& problem : outcome.problems) {
    log.warn(fmt::format("feed {}: {}", outcome.source, problem.text.en));
  }
}

}  // namespace

void harvest_due(const std::string& catalog,
                 const HarvestSchedule& schedule,
                 const HarvestSurroundings& surroundings) {
  const std::vector<KeptFeed> due = find_due(catalog, to_unix_seconds(surroundings.clock()));
  if (due.empty()) return;
  const catalog::feeds::HarvestLock lock(catalog);
  ActivityStore store = open_compared(catalog, catalog::OpenMode::kReadWrite);
  HarvestOptions options;
  options.allowed_hosts = schedule.allowed_hosts;
  options.private_hosts = schedule.private_hosts;
  options.stop = surroundings.stop;
  options.clock = surroundings.clock;
  options.who = "kring serve";
  for (const KeptFeed& feed : due) {
    if (surroundings.stop.stop_requested()) return;
    // Asked again: since the look before the lock another program may have fetched or removed it.
    const auto present = store.find_feed(feed.source);
    if (present && is_due(*present, to_unix_seconds(surroundings.clock())))
      log_outcome(harvest_feed(store, *present, options), surroundings.log);
  }
}

}  // namespace kring::service
