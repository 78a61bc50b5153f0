#include "service/commands/web_import.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "catalog/feeds/harvest_lock.h"
#include "catalog/feeds/walk.h"
#include "catalog/feeds/web_address.h"
#include "catalog/formats/scratch_folder.h"
#include "service/commands/compared_catalog.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::KeptFeed;
using catalog::feeds::WebAddress;

/// Where its pages are kept while nobody knows the feed's name: under its address.
KeptFeed make_nameless(const WebAddress& address) {
  KeptFeed feed;
  feed.source = address.text;
  feed.url = address.text;
  return feed;
}

/// The feed that was fetched from `address` before, whatever it is called.
std::optional<KeptFeed> find_feed_at(const ActivityStore& store, const WebAddress& address) {
  for (KeptFeed& feed : store.feeds()) {
    if (feed.url == address.text) return std::move(feed);
  }
  return std::nullopt;
}

/// The feed as it is kept, where its source had this address before; else a new one.
KeptFeed find_or_make_feed(const ActivityStore& store,
                           const WebImport& import,
                           const WebAddress& address) {
  std::optional<KeptFeed> kept =
      import.source.empty() ? find_feed_at(store, address) : store.find_feed(import.source);
  KeptFeed feed = make_nameless(address);
  if (!import.source.empty()) feed.source = import.source;
  if (kept && kept->url == address.text) feed = std::move(*kept);
  if (!import.format.empty()) feed.format = import.format;
  return feed;
}

HarvestOptions make_options(const WebImport& import) {
  HarvestOptions options;
  options.allowed_hosts = import.allowed_hosts;
  options.private_hosts = import.private_hosts;
  options.clock = [] { return std::chrono::system_clock::now(); };
  options.who = "kring import";
  options.most = import.most;
  options.drops = import.drops;
  options.said = import.said;
  return options;
}

/// A feed that has no name yet gets one on the way.
HarvestOptions make_options(const WebImport& import,
                            const KeptFeed& feed,
                            const WebAddress& address) {
  HarvestOptions options = make_options(import);
  if (feed.source == address.text) options.name_without_publisher = address.host;
  return options;
}

/// Pages of another address, which the source had before, are none of this series.
void forget_other_address(ActivityStore& store, const KeptFeed& feed) {
  const std::optional<KeptFeed> kept = store.find_feed(feed.source);
  if (kept && kept->url != feed.url) store.clear_feed_pages(feed);
}

HarvestOutcome harvest_one(ActivityStore& store,
                           const WebImport& import,
                           const WebAddress& address) {
  const KeptFeed feed = find_or_make_feed(store, import, address);
  const HarvestOptions options = make_options(import, feed, address);
  if (import.mode == catalog::ImportMode::kDryRun) return rehearse_feed(store, feed, options);
  forget_other_address(store, feed);
  return harvest_feed(store, feed, options);
}

/// Several addresses that make one feed: their pages are kept by address until all are imported.
class Gathering {
 public:
  /// `pages` may be `store`; all outlive this.
  Gathering(ActivityStore& store, ActivityStore& pages, const WebImport& import)
      : store_(store), pages_(pages), import_(import), options_(make_options(import)) {}

  HarvestOutcome run(const std::vector<WebAddress>& addresses) {
    HarvestOutcome outcome{import_.source, std::nullopt, {}};
    PageImport import = make_page_import();
    for (const WebAddress& address : addresses) {
      walk(address, import, outcome);
    }
    import.source = name_of(import, addresses.front());
    outcome.source = import.source;
    if (import.series.empty()) return outcome;
    catalog::Result<catalog::ImportReport> report = import_pages(store_, pages_, import);
    if (!report) {
      append(outcome.problems, report.error());
      forget(import);
      return outcome;
    }
    outcome.report = std::move(report).value();
    if (outcome.report->held > 0) outcome.problems.push_back(make_held(*outcome.report));
    if (outcome.problems.empty()) forget(import);
    return outcome;
  }

 private:
  [[nodiscard]] PageImport make_page_import() const {
    PageImport import;
    import.source = import_.source;
    import.format = import_.format;
    import.completeness = import_.most;
    import.drops = import_.drops;
    import.mode = import_.mode;
    import.said = import_.said;
    import.author = make_author(options_.who, "feed of several addresses");
    return import;
  }

  void walk(const WebAddress& address, PageImport& import, HarvestOutcome& outcome) {
    KeptFeed feed = pages_.find_feed(address.text).value_or(make_nameless(address));
    const catalog::feeds::Walk walk =
        walk_feed(pages_, feed, make_settings(feed, options_), to_unix_seconds(options_.clock()));
    append(outcome.problems, walk.problems);
    const bool is_list = walk.paging != catalog::feeds::Paging::kChanges;
    if (walk.end != catalog::feeds::WalkEnd::kWhole || !is_list)
      import.completeness = catalog::Completeness::kPartial;
    if (pages_.count_feed_pages(feed.source) > 0) import.series.push_back(feed.source);
  }

  [[nodiscard]] std::string name_of(const PageImport& import, const WebAddress& first) const {
    if (!import_.source.empty()) return import_.source;
    const std::string publisher = publisher_of_pages(pages_, import);
    return publisher.empty() ? first.host : publisher;
  }

  void forget(const PageImport& import) {
    for (const std::string& series : import.series) {
      pages_.remove_feed(series);
    }
  }

  static catalog::Problem make_held(const catalog::ImportReport& report) {
    return {"drop_held",
            "",
            {fmt::format("{}: {} activiteiten zouden in één keer verdwijnen. Er is niets "
                         "verwijderd. Klopt het? Geef dezelfde opdracht met --allow-drop.",
                         report.source, report.held),
             fmt::format("{}: {} activities would vanish at once. Nothing was removed. Is that "
                         "right? Give the same command with --allow-drop.",
                         report.source, report.held)}};
  }

  static void append(catalog::Problems& problems, const catalog::Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  }

  ActivityStore& store_;
  ActivityStore& pages_;
  const WebImport& import_;
  HarvestOptions options_;
};

/// A dry run keeps its pages elsewhere, and where there is no catalogue it makes none.
HarvestOutcome rehearse(const WebImport& import, const std::vector<WebAddress>& addresses) {
  const catalog::formats::ScratchFolder folder;
  const auto open = [](const std::string& path) {
    return open_compared(path, catalog::OpenMode::kCreateIfMissing);
  };
  const bool is_new = !std::filesystem::exists(import.catalog);
  ActivityStore store = open(is_new ? (folder.path() / "empty.db").string() : import.catalog);
  if (addresses.size() == 1) return harvest_one(store, import, addresses.front());
  ActivityStore pages = open((folder.path() / "pages.db").string());
  return Gathering(store, pages, import).run(addresses);
}

}  // namespace

HarvestOutcome import_from_web(const WebImport& import) {
  std::vector<WebAddress> addresses;
  HarvestOutcome outcome{import.source, std::nullopt, {}};
  for (const std::string& url : import.urls) {
    const catalog::Result<WebAddress> address = catalog::feeds::parse_web_address(url);
    if (address) {
      addresses.push_back(*address);
    } else {
      outcome.problems.insert(outcome.problems.end(), address.error().begin(),
                              address.error().end());
    }
  }
  if (!outcome.problems.empty()) return outcome;
  if (import.mode == catalog::ImportMode::kDryRun) return rehearse(import, addresses);
  ActivityStore store = open_compared(import.catalog, catalog::OpenMode::kCreateIfMissing);
  const catalog::feeds::HarvestLock lock(import.catalog);
  if (addresses.size() == 1) return harvest_one(store, import, addresses.front());
  return Gathering(store, store, import).run(addresses);
}

}  // namespace kring::service
