// kring harvest: how are the feeds that are kept on the web fetched?
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog/feeds/harvest_lock.h"
#include "catalog/feeds/web_address.h"
#include "catalog/formats/formats.h"
#include "service/commands/commands.h"
#include "service/commands/compared_catalog.h"
#include "service/commands/feed_files.h"
#include "service/commands/feed_report.h"
#include "service/commands/harvest.h"
#include "service/commands/import_report.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::KeptFeed;
using catalog::Problem;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr std::int64_t kDailyMinutes = 1'440;
constexpr std::int64_t kMostMinutes = 525'600;  ///< a year

struct HarvestArguments {
  std::string catalog;
  std::string source;
  std::string url;  ///< to add
  std::string format;
  std::string remove;
  std::string confirm;
  std::int64_t every_minutes = kDailyMinutes;
  std::vector<std::string> allowed_hosts;
  std::vector<std::string> private_hosts;
  bool only_due = false;
  bool only_lists = false;
  bool reports_json = false;
};

HarvestOptions make_options() {
  HarvestOptions options;
  options.clock = [] { return std::chrono::system_clock::now(); };
  return options;
}

Problem make_unknown_feed(const std::string& source) {
  return {"unknown_feed",
          "",
          {"Er is geen feed " + source + ". Zie kring harvest --list.",
           "There is no feed " + source + ". See kring harvest --list."}};
}

catalog::Json to_json(const HarvestOutcome& outcome) {
  catalog::Json json = outcome.report ? service::to_json(*outcome.report)
                                      : failure_to_json(outcome.source, outcome.problems);
  json.set("problems", failure_to_json(outcome.source, outcome.problems)["problems"]);
  return json;
}

/// Prints what was done; fails where any feed did.
int report(const HarvestArguments& arguments, const std::vector<HarvestOutcome>& outcomes) {
  catalog::Json list = catalog::Json::Array{};
  bool is_good = true;
  for (const HarvestOutcome& outcome : outcomes) {
    is_good = is_good && outcome.problems.empty();
    print_problems(outcome.problems, std::cerr);
    if (arguments.reports_json) {
      list.push_back(to_json(outcome));
    } else if (outcome.report) {
      print_report(*outcome.report, std::cout);
    } else if (outcome.problems.empty()) {
      std::cout << "bron / source: " << outcome.source << "\n  niets nieuws / nothing new\n";
    }
  }
  if (arguments.reports_json)
    std::cout << write_pretty_json(catalog::Json::Object{{"feeds", std::move(list)}}) << "\n";
  return is_good ? kDone : kFailed;
}

int refuse(const Problem& problem, int code) {
  print_problems({problem}, std::cerr);
  return code;
}

int add_feed(const HarvestArguments& arguments) {
  const auto address = catalog::feeds::parse_web_address(arguments.url);
  if (!address) return refuse(address.error().front(), kWrongUsage);
  if (!arguments.format.empty() && catalog::find_format(arguments.format) == nullptr)
    return refuse(choose_format({}, arguments.format).error().front(), kWrongUsage);
  KeptFeed feed;
  feed.source = arguments.source.empty() ? address->host : arguments.source;
  feed.url = address->text;
  feed.format = arguments.format;
  feed.every_minutes = arguments.every_minutes;
  feed.allowed_hosts = arguments.allowed_hosts;
  feed.private_hosts = arguments.private_hosts;
  ActivityStore store = ActivityStore::open(arguments.catalog, catalog::OpenMode::kCreateIfMissing);
  if (const auto before = store.find_feed(feed.source); before && before->url == feed.url) {
    feed.next = before->next;
    feed.good_at = before->good_at;
    feed.errors_total = before->errors_total;
    store.put_feed(feed);
  } else {
    store.clear_feed_pages(feed);
  }
  std::cout << "Feed " << feed.source
            << " wordt bijgehouden / is kept. Haal hem op / fetch it: kring harvest --catalog "
            << arguments.catalog << " --source " << feed.source << "\n";
  return kDone;
}

int list_feeds(const HarvestArguments& arguments) {
  const auto health =
      read_feed_health(ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadOnly));
  if (arguments.reports_json) {
    std::cout << write_pretty_json(catalog::Json::Object{{"feeds", feeds_to_json(health)}}) << "\n";
  } else {
    std::cout << (health.empty() ? "geen feeds / no feeds\n" : feeds_to_text(health));
  }
  return kDone;
}

int remove_feed(const HarvestArguments& arguments) {
  ActivityStore store = ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadWrite);
  if (!store.remove_feed(arguments.remove))
    return refuse(make_unknown_feed(arguments.remove), kFailed);
  std::cout << "Feed " << arguments.remove
            << " wordt niet meer bijgehouden; de activiteiten blijven. / is no longer kept; its "
               "activities stay.\n";
  return kDone;
}

int confirm(const HarvestArguments& arguments) {
  ActivityStore store = open_compared(arguments.catalog, catalog::OpenMode::kReadWrite);
  const auto feed = store.find_feed(arguments.confirm);
  if (!feed) return refuse(make_unknown_feed(arguments.confirm), kFailed);
  const catalog::feeds::HarvestLock lock(arguments.catalog);
  return report(arguments, {confirm_drop(store, *feed, make_options())});
}

/// The feeds that the arguments choose.
std::vector<KeptFeed> choose_feeds(const ActivityStore& store,
                                   const HarvestArguments& arguments,
                                   catalog::UnixSeconds now) {
  std::vector<KeptFeed> feeds = store.feeds();
  std::erase_if(feeds, [&](const KeptFeed& feed) {
    const bool is_other = !arguments.source.empty() && feed.source != arguments.source;
    return is_other || (arguments.only_due && !is_due(feed, now));
  });
  return feeds;
}

int harvest(const HarvestArguments& arguments) {
  ActivityStore store = open_compared(arguments.catalog, catalog::OpenMode::kReadWrite);
  if (!arguments.source.empty() && !store.find_feed(arguments.source))
    return refuse(make_unknown_feed(arguments.source), kFailed);
  const catalog::feeds::HarvestLock lock(arguments.catalog);
  HarvestOptions options = make_options();
  options.allowed_hosts = arguments.allowed_hosts;
  options.private_hosts = arguments.private_hosts;
  std::vector<HarvestOutcome> outcomes;
  for (const KeptFeed& feed : choose_feeds(store, arguments, to_unix_seconds(options.clock()))) {
    outcomes.push_back(harvest_feed(store, feed, options));
  }
  return report(arguments, outcomes);
}

int run(const HarvestArguments& arguments) {
  if (!arguments.url.empty()) return add_feed(arguments);
  if (!arguments.remove.empty()) return remove_feed(arguments);
  if (!arguments.confirm.empty()) return confirm(arguments);
  return arguments.only_lists ? list_feeds(arguments) : harvest(arguments);
}

void add_choices(CLI::App& command, HarvestArguments& arguments) {
  auto* add =
      command.add_option("--add", arguments.url, "Keep this feed: the address of its first page")
          ->type_name("URL");
  auto* list = command.add_flag("--list", arguments.only_lists,
                                "Tell which feeds are kept, and how each does");
  auto* remove =
      command.add_option("--remove", arguments.remove, "Keep this source's feed no longer")
          ->type_name("NAME");
  auto* confirm =
      command
          .add_option("--confirm", arguments.confirm,
                      "Remove what a feed dropped, where more than 30 % at once was held")
          ->type_name("NAME");
  add->excludes(list)->excludes(remove)->excludes(confirm);
  list->excludes(remove)->excludes(confirm);
  remove->excludes(confirm);
}

}  // namespace

void add_harvest(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<HarvestArguments>();
  CLI::App* command = app.add_subcommand(
      "harvest", "Fetch the feeds on the web that the catalogue keeps: all, or one");
  command->add_option("--catalog", arguments->catalog, "The catalogue")->required();
  command
      ->add_option("--source", arguments->source,
                   "This feed alone; with --add its source's name, default the address's host")
      ->type_name("NAME");
  add_choices(*command, *arguments);
  command
      ->add_option("--every", arguments->every_minutes,
                   "With --add: fetch it every so many minutes, default 1440 (a day)")
      ->type_name("MINUTES")
      ->check(CLI::Range(std::int64_t{1}, kMostMinutes));
  command->add_option("--format", arguments->format,
                      "With --add: " + known_formats() + "; told by the content where absent");
  command
      ->add_option("--allow-host", arguments->allowed_hosts,
                   "A host besides the feed's own to which it may redirect; kept with --add")
      ->type_name("HOST")
      ->allow_extra_args(false);
  command
      ->add_option("--allow-private", arguments->private_hosts,
                   "A host that may be in a private network, or this machine; kept with --add")
      ->type_name("HOST[:PORT]")
      ->allow_extra_args(false);
  command->add_flag("--due", arguments->only_due, "Only the feeds whose schedule says so");
  command->add_flag("--json", arguments->reports_json, "Report as JSON");
  command->footer(
      "A series that breaks off keeps what came and goes on from there the next time.\n\nExample:\n"
      "  kring harvest --catalog kring.db --add https://example.org/feed --source welzijn --every "
      "60\n  kring harvest --catalog kring.db --due");
  command->callback([arguments, &chosen] { chosen = [arguments] { return run(*arguments); }; });
}

}  // namespace kring::service
