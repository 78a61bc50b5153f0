#include "service/commands/harvest.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "catalog/feeds/walk.h"
#include "catalog/formats/scratch_folder.h"
#include "service/commands/page_import.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::Completeness;
using catalog::ImportReport;
using catalog::KeptFeed;
using catalog::Problem;
using catalog::Result;
using catalog::UnixSeconds;
using catalog::feeds::Paging;
using catalog::feeds::Walk;
using catalog::feeds::WalkEnd;

constexpr UnixSeconds kSecondsPerMinute = 60;

template <class Texts>
void append(Texts& texts, const Texts& more) {
  texts.insert(texts.end(), more.begin(), more.end());
}

/// A change feed never tells what is gone without saying so; nor does a list that broke off.
Completeness completeness_of(const Walk& walk, const HarvestOptions& options) {
  const bool is_whole = walk.end == WalkEnd::kWhole && walk.paging != Paging::kChanges;
  return is_whole ? options.most : Completeness::kPartial;
}

PageImport make_import(const KeptFeed& feed, const HarvestOptions& options) {
  PageImport import;
  import.source = feed.source;
  import.series = {feed.source};
  import.format = feed.format;
  import.drops = options.drops;
  import.said = options.said;
  import.author = make_author(options.who, "feed " + feed.url.substr(0, feed.url.find('?')));
  return import;
}

/// What a feed without a name is called: as its publisher is, else as the options say.
std::string name_of(const ActivityStore& pages, const PageImport& import, const std::string& host) {
  const std::string publisher = publisher_of_pages(pages, import);
  return publisher.empty() ? host : publisher;
}

void note_failure(KeptFeed& feed, const catalog::Problems& problems, UnixSeconds now) {
  static constexpr std::int64_t kMostDoublings = 16;
  ++feed.failures;
  ++feed.errors_total;
  const Problem& first = problems.front();
  feed.last_error = first.text.nl + "\n" + first.text.en;
  const UnixSeconds wait = kFirstRetrySeconds << std::min(feed.failures - 1, kMostDoublings);
  const UnixSeconds schedule = feed.every_minutes.value_or(0) * kSecondsPerMinute;
  feed.retry_at = now + std::min(wait, std::max(kLastRetrySeconds, schedule));
}

void note_success(KeptFeed& feed, UnixSeconds now) {
  feed.failures = 0;
  feed.last_error.clear();
  feed.retry_at.reset();
  feed.good_at = now;
  feed.held = 0;
}

Problem make_held(const KeptFeed& feed) {
  return {
      "drop_held",
      "",
      {fmt::format("{}: {} activiteiten zouden in één keer verdwijnen. Er is niets verwijderd. "
                   "Klopt het? kring harvest --confirm {}",
                   feed.source, feed.held, feed.source),
       fmt::format("{}: {} activities would vanish at once. Nothing was removed. Is that right? "
                   "kring harvest --confirm {}",
                   feed.source, feed.held, feed.source)}};
}

Problem make_nothing_held(const std::string& source) {
  return {
      "nothing_held",
      "",
      {source + ": er wacht niets op bevestiging.", source + ": nothing waits to be confirmed."}};
}

/// One harvest of one feed: walks, imports, and writes down how it went.
class Harvest {
 public:
  Harvest(ActivityStore& store, KeptFeed feed, const HarvestOptions& options)
      : store_(store),
        feed_(std::move(feed)),
        options_(options),
        now_(to_unix_seconds(options.clock())) {
    outcome_.source = feed_.source;
  }

  HarvestOutcome run() {
    feed_.tried_at = now_;
    const Walk walk = walk_feed(store_, feed_, make_settings(feed_, options_), now_);
    outcome_.problems = walk.problems;
    const bool has_pages = store_.count_feed_pages(feed_.source) > 0;
    if (!options_.name_without_publisher.empty() && !settle_name(has_pages))
      return std::move(outcome_);
    if (has_pages && (walk.end == WalkEnd::kWhole || walk.pages > 0)) import(walk);
    if (outcome_.problems.empty()) {
      note_success(feed_, now_);
    } else if (feed_.held == 0 || !walk.problems.empty()) {
      note_failure(feed_, outcome_.problems, now_);
    }
    store_.put_feed(feed_);
    return std::move(outcome_);
  }

 private:
  /// Gives the feed its name. False where it brought nothing: then nothing of it is kept.
  bool settle_name(bool has_pages) {
    const std::string before = feed_.source;
    feed_.source = options_.name_without_publisher;
    if (has_pages) {
      PageImport import = make_import(feed_, options_);
      import.series = {before};
      feed_.source = name_of(store_, import, feed_.source);
      store_.rename_feed(before, feed_.source);
    } else {
      store_.remove_feed(before);
    }
    outcome_.source = feed_.source;
    return has_pages;
  }

  void import(const Walk& walk) {
    PageImport import = make_import(feed_, options_);
    import.completeness = completeness_of(walk, options_);
    Result<ImportReport> report = import_pages(store_, store_, import);
    if (!report) {
      append(outcome_.problems, report.error());
      begin_anew();
      return;
    }
    outcome_.report = std::move(report).value();
    feed_.held = static_cast<std::int64_t>(outcome_.report->held);
    if (feed_.held > 0) {
      outcome_.problems.push_back(make_held(feed_));
      return;  // the pages stay until somebody confirms, or a better series comes
    }
    // The pages of a list that broke off are still wanted: all of them together are complete.
    const bool are_wanted = walk.end == WalkEnd::kBrokenOff && walk.paging != Paging::kChanges;
    if (!are_wanted) store_.clear_feed_pages(feed_);
  }

  /// Pages that cannot be read are of no use; the next time all are asked for again.
  void begin_anew() {
    feed_.next.clear();
    feed_.etag.clear();
    feed_.last_modified.clear();
    store_.clear_feed_pages(feed_);
  }

  ActivityStore& store_;
  KeptFeed feed_;
  const HarvestOptions& options_;
  UnixSeconds now_;
  HarvestOutcome outcome_;
};

}  // namespace

catalog::feeds::FetchSettings make_settings(const KeptFeed& feed, const HarvestOptions& options) {
  catalog::feeds::FetchSettings settings{options.limits,
                                         {feed.allowed_hosts, feed.private_hosts},
                                         [stop = options.stop](std::chrono::milliseconds duration) {
                                           catalog::feeds::wait_or_stop(duration, stop);
                                         },
                                         options.stop};
  append(settings.rules.allowed_hosts, options.allowed_hosts);
  append(settings.rules.private_hosts, options.private_hosts);
  return settings;
}

HarvestOutcome harvest_feed(ActivityStore& store, KeptFeed feed, const HarvestOptions& options) {
  return Harvest(store, std::move(feed), options).run();
}

HarvestOutcome rehearse_feed(ActivityStore& store,
                             const KeptFeed& feed,
                             const HarvestOptions& options) {
  const catalog::formats::ScratchFolder folder;
  ActivityStore pages = ActivityStore::open((folder.path() / "pages.db").string(),
                                            catalog::OpenMode::kCreateIfMissing);
  KeptFeed copy = feed;
  copy.next.clear();
  copy.etag.clear();
  copy.last_modified.clear();
  const Walk walk =
      walk_feed(pages, copy, make_settings(feed, options), to_unix_seconds(options.clock()));
  PageImport import = make_import(feed, options);
  if (!options.name_without_publisher.empty())
    import.source = name_of(pages, import, options.name_without_publisher);
  HarvestOutcome outcome{import.source, std::nullopt, walk.problems};
  if (pages.count_feed_pages(feed.source) == 0) return outcome;
  import.completeness = completeness_of(walk, options);
  import.mode = catalog::ImportMode::kDryRun;
  Result<ImportReport> report = import_pages(store, pages, import);
  if (report) {
    outcome.report = std::move(report).value();
  } else {
    append(outcome.problems, report.error());
  }
  return outcome;
}

HarvestOutcome confirm_drop(ActivityStore& store, KeptFeed feed, const HarvestOptions& options) {
  HarvestOutcome outcome{feed.source, std::nullopt, {}};
  if (feed.held == 0 || store.count_feed_pages(feed.source) == 0) {
    outcome.problems.push_back(make_nothing_held(feed.source));
    return outcome;
  }
  PageImport import = make_import(feed, options);
  import.drops = Drops::kAllowed;
  // A list was walked to its end where nothing follows; changes say themselves what is gone.
  import.completeness = feed.next.empty() ? options.most : Completeness::kPartial;
  Result<ImportReport> report = import_pages(store, store, import);
  if (!report) {
    outcome.problems = report.error();
    return outcome;
  }
  outcome.report = std::move(report).value();
  note_success(feed, to_unix_seconds(options.clock()));
  store.clear_feed_pages(feed);
  return outcome;
}

bool is_due(const KeptFeed& feed, UnixSeconds now) {
  if (!feed.every_minutes) return false;
  if (feed.retry_at) return now >= *feed.retry_at;
  return !feed.tried_at || now >= *feed.tried_at + *feed.every_minutes * kSecondsPerMinute;
}

UnixSeconds to_unix_seconds(std::chrono::system_clock::time_point moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

}  // namespace kring::service
