#include "service/commands/serve_tasks.h"

#include "service/commands/catalog_follower.h"
#include "service/commands/harvest_schedule.h"

namespace kring::service {
namespace {

constexpr std::chrono::milliseconds kFollowEvery{3'000};    ///< for changes of the catalogue
constexpr std::chrono::milliseconds kHarvestEvery{15'000};  ///< looks which feeds are due

}  // namespace

std::optional<BackgroundTask> keep_harvesting(const ServeOptions& options,
                                              const Clock& clock,
                                              const Log& log) {
  if (!options.harvest) return std::nullopt;
  return std::optional<BackgroundTask>(
      std::in_place, "feeds not fetched", kHarvestEvery,
      [&options, &clock, &log](const std::stop_token& stop) {
        harvest_due(options.catalog, *options.harvest, {clock, stop, log});
      },
      log);
}

BackgroundTask keep_following(const ServeOptions& options, const Clock& clock, const Log& log) {
  return {"catalogue not followed", kFollowEvery,
          [follow_options = FollowOptions{options.catalog, options.index, clock},
           &log](const std::stop_token& stop) { follow_catalog(follow_options, stop, log); },
          log};
}

BackgroundTask keep_watching(CurrentMatcher& matchers,
                             std::chrono::milliseconds every,
                             const Log& log) {
  return {"index not taken over", every,
          [&matchers, &log](const std::stop_token&) {
            if (matchers.refresh()) log.info("index taken over");
          },
          log};
}

}  // namespace kring::service
