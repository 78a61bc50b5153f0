#include "service/commands/web_import.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include "catalog/feeds/harvest_lock.h"
#include "catalog/feeds/web_address.h"
#include "catalog/formats/scratch_folder.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::KeptFeed;
using catalog::feeds::WebAddress;

HarvestOptions make_options(const WebImport& import) {
  HarvestOptions options;
  options.allowed_hosts = import.allowed_hosts;
  options.private_hosts = import.private_hosts;
  options.clock = [] { return std::chrono::system_clock::now(); };
  options.who = "kring import";
  options.most = import.most;
  options.said = import.said;
  return options;
}

/// The feed as it is kept, where its source had this address before; else a new one.
KeptFeed find_or_make_feed(const ActivityStore& store,
                           const WebImport& import,
                           const WebAddress& address) {
  const std::string source = import.source.empty() ? address.host : import.source;
  std::optional<KeptFeed> kept = store.find_feed(source);
  KeptFeed feed;
  if (kept && kept->url == address.text) feed = std::move(*kept);
  feed.source = source;
  feed.url = address.text;
  if (!import.format.empty()) feed.format = import.format;
  return feed;
}

/// Pages of another address, which the source had before, are none of this series.
void forget_other_address(ActivityStore& store, const KeptFeed& feed) {
  const std::optional<KeptFeed> kept = store.find_feed(feed.source);
  if (kept && kept->url != feed.url) store.clear_feed_pages(feed);
}

HarvestOutcome rehearse(const WebImport& import, const WebAddress& address) {
  const catalog::formats::ScratchFolder folder;
  const bool is_new = !std::filesystem::exists(import.catalog);
  const std::string location = is_new ? (folder.path() / "empty.db").string() : import.catalog;
  ActivityStore store = ActivityStore::open(location, catalog::OpenMode::kCreateIfMissing);
  return rehearse_feed(store, find_or_make_feed(store, import, address), make_options(import));
}

}  // namespace

HarvestOutcome import_from_web(const WebImport& import) {
  const catalog::Result<WebAddress> address = catalog::feeds::parse_web_address(import.url);
  if (!address) return {import.source, std::nullopt, address.error()};
  if (import.mode == catalog::ImportMode::kDryRun) return rehearse(import, *address);
  ActivityStore store = ActivityStore::open(import.catalog, catalog::OpenMode::kCreateIfMissing);
  const catalog::feeds::HarvestLock lock(import.catalog);
  const KeptFeed feed = find_or_make_feed(store, import, *address);
  forget_other_address(store, feed);
  return harvest_feed(store, feed, make_options(import));
}

}  // namespace kring::service
