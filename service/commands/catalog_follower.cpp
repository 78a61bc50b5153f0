// How does a running service keep its index up to the catalogue?
#include "service/commands/catalog_follower.h"

#include <cstddef>

#include <fmt/format.h>

#include "catalog/store/store.h"
#include "engine/engine.h"
#include "indexer/indexer.h"

namespace kring::service {
namespace {

bool is_up_to_date(const catalog::ActivityStore& store,
                   const std::string& index_dir,
                   catalog::Date today) {
  if (engine::read_index_stamp(index_dir).empty()) return false;
  const auto status = indexer::read_status(index_dir);
  return status.catalog == store.identity() && status.revision == store.revision()
         && status.today == today;
}

}  // namespace

bool follow_catalog(const FollowOptions& options, const std::stop_token& stop, const Log& log) {
  const auto store = catalog::ActivityStore::open(options.catalog, catalog::OpenMode::kReadOnly);
  const catalog::Date today = today_in_amsterdam(options.clock());
  if (is_up_to_date(store, options.index, today)) return false;
  const auto leave_if_asked = [&stop](std::size_t, std::size_t) {
    if (stop.stop_requested()) throw catalog::Error("indexing left early: the service stops");
  };
  const auto report = indexer::build_index(
      store, {options.index, today, indexer::BuildMode::kUpdate, leave_if_asked});
  log.info(fmt::format("index brought to revision {}: {} activities, {} written, {} removed",
                       report.revision.number, report.live, report.written, report.removed));
  return true;
}

}  // namespace kring::service
