// kring check: would a feed be read, and what is wrong with it?
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "catalog/formats/formats.h"
#include "service/commands/commands.h"
#include "service/commands/feed_files.h"
#include "service/commands/feed_sinks.h"
#include "service/commands/import_report.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ImportReport;
using catalog::Result;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct CheckArguments {
  std::string format;
  std::vector<std::string> paths;
  bool reports_json = false;
};

Result<ImportReport> check_feed(const CheckArguments& arguments) {
  Result<std::vector<catalog::FeedFile>> loaded = load_feed_files(arguments.paths);
  if (!loaded) return loaded.error();
  const Result<const catalog::Format*> format = choose_format(*loaded, arguments.format);
  if (!format) return format.error();
  const std::vector<catalog::FeedFile> files = files_of_format(**format, std::move(loaded).value());
  CheckingSink counts;
  WatchingSink sink(counts, {}, "check");
  const Result<catalog::FeedFacts> facts = (*format)->read(files, sink);
  if (!facts) return facts.error();
  ImportReport report =
      counts.finish(facts->publisher.empty() ? default_source(arguments.paths) : facts->publisher);
  report.unmapped_categories = sink.unmapped_categories();
  return report;
}

int run_check(const CheckArguments& arguments) {
  if (!arguments.format.empty() && catalog::find_format(arguments.format) == nullptr) {
    print_problems(choose_format({}, arguments.format).error(), std::cerr);
    return kWrongUsage;
  }
  const Result<ImportReport> report = check_feed(arguments);
  if (!report) {
    if (arguments.reports_json) {
      const auto failure = failure_to_json(default_source(arguments.paths), report.error());
      std::cout << catalog::write_pretty_json(failure) << "\n";
    }
    print_problems(report.error(), std::cerr);
    return kFailed;
  }
  if (arguments.reports_json) {
    std::cout << catalog::write_pretty_json(to_json(*report)) << "\n";
  } else {
    print_report(*report, std::cout);
  }
  return kDone;
}

}  // namespace

void add_check(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command =
      app.add_subcommand("check", "Validate feeds without a catalogue: the report of import");
  command->add_option("--format", arguments->format,
                      known_formats() + "; told by the content where absent");
  command->add_flag("--json", arguments->reports_json, "Report as JSON");
  command->add_option("PATH", arguments->paths, "Files, or folders or zips of files, of one feed")
      ->required();
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_check(*arguments); }; });
}

}  // namespace kring::service
