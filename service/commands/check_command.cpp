// kring check: would a feed be read, what is wrong with it, and how good is a catalogue?
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/formats/formats.h"
#include "service/commands/commands.h"
#include "service/commands/feed_files.h"
#include "service/commands/feed_sinks.h"
#include "service/commands/import_report.h"
#include "service/commands/output_file.h"
#include "service/commands/quality/before.h"
#include "service/commands/quality/catalog_report.h"
#include "service/commands/quality/feed_report.h"
#include "service/commands/quality/forms.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ImportReport;
using catalog::Result;
using quality::QualityReport;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr const char* kForms = "text, json, html, csv";

struct CheckArguments {
  std::string catalog;
  std::string owner;
  std::string format;                ///< of the feed; "" where not said
  std::string form;                  ///< of the report of quality; "" where not said
  std::vector<std::string> formats;  ///< both of these, as given
  std::string language = "nl";
  std::string out;
  std::string before;
  std::string today;
  std::optional<std::int64_t> since;
  std::vector<std::string> paths;
  bool reports_json = false;

  /// Whether the quality of records is asked for, rather than what an import would report.
  [[nodiscard]] bool asks_for_quality() const {
    return !catalog.empty() || !form.empty() || !owner.empty() || !before.empty();
  }
};

/// A feed, its files and how they are read.
struct Feed {
  const catalog::Format* format = nullptr;
  std::vector<catalog::FeedFile> files;
};

Result<Feed> load_feed(const CheckArguments& arguments) {
  Result<std::vector<catalog::FeedFile>> loaded = load_feed_files(arguments.paths);
  if (!loaded) return loaded.error();
  const Result<const catalog::Format*> format = choose_format(*loaded, arguments.format);
  if (!format) return format.error();
  return Feed{*format, files_of_format(**format, std::move(loaded).value())};
}

Result<ImportReport> check_feed(const CheckArguments& arguments) {
  const Result<Feed> feed = load_feed(arguments);
  if (!feed) return feed.error();
  CheckingSink counts;
  WatchingSink sink(counts, {}, "check");
  const Result<catalog::FeedFacts> facts = feed->format->read(feed->files, sink);
  if (!facts) return facts.error();
  ImportReport report =
      counts.finish(facts->publisher.empty() ? default_source(arguments.paths) : facts->publisher);
  report.unmapped_categories = sink.unmapped_categories();
  return report;
}

int report_import(const CheckArguments& arguments) {
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

Result<QualityReport> make_quality_report(const CheckArguments& arguments, catalog::Date today) {
  if (arguments.catalog.empty()) {
    const Result<Feed> feed = load_feed(arguments);
    if (!feed) return feed.error();
    return quality::report_feed(
        {*feed->format, feed->files, default_source(arguments.paths), arguments.owner, today});
  }
  const auto store = catalog::ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadOnly);
  quality::ReportQuestion question{arguments.owner, today, std::nullopt};
  if (arguments.since) question.since = catalog::Revision{*arguments.since};
  Result<QualityReport> report = quality::report_catalog(store, question);
  if (!report) return report.error();
  QualityReport finished = std::move(report).value();
  finished.subject = arguments.catalog;
  return finished;
}

Result<QualityReport> add_before(QualityReport report, const std::string& path) {
  if (path.empty()) return report;
  const Result<catalog::FeedFile> earlier = load_feed_file(path);
  if (!earlier) return earlier.error();
  Result<quality::Before> before = quality::compare_with(earlier->bytes, report);
  if (!before) return before.error();
  report.before = std::move(before).value();
  return report;
}

int refuse(const catalog::Problems& problems) {
  print_problems(problems, std::cerr);
  return kFailed;
}

int report_quality(const CheckArguments& arguments) {
  const std::optional<catalog::Date> today =
      arguments.today.empty() ? today_in_amsterdam(std::chrono::system_clock::now())
                              : catalog::parse_date(arguments.today);
  if (!today) {
    std::cerr << "--today is een datum als 2026-11-23.\n--today is a date such as 2026-11-23.\n";
    return kWrongUsage;
  }
  Result<QualityReport> made = make_quality_report(arguments, *today);
  if (!made) return refuse(made.error());
  const Result<QualityReport> report = add_before(std::move(made).value(), arguments.before);
  if (!report) return refuse(report.error());
  if (!arguments.owner.empty() && report->records == 0) {
    std::cerr << "Van deze aanbieder staat er niets. Kijk of de naam klopt.\n"
                 "There is nothing of this organisation. Check its name.\n";
    return kFailed;
  }
  const catalog::Language language =
      arguments.language == "en" ? catalog::Language::kEnglish : catalog::Language::kDutch;
  const std::string form = arguments.reports_json ? "json" : arguments.form;
  const quality::WriteReport write = quality::find_form(form.empty() ? "text" : form);
  return write_output([&](std::ostream& out) { write(*report, language, out); }, arguments.out)
             ? kDone
             : kFailed;
}

int refuse_usage(const std::string& dutch, const std::string& english) {
  std::cerr << dutch << "\n" << english << "\n";
  return kWrongUsage;
}

/// Takes apart what --format gives; false where a name is of neither.
bool take_formats(CheckArguments& arguments) {
  for (const std::string& name : arguments.formats) {
    if (quality::find_form(name) != nullptr) {
      arguments.form = name;
    } else {
      arguments.format = name;
    }
  }
  return arguments.format.empty() || catalog::find_format(arguments.format) != nullptr;
}

int run_check(CheckArguments arguments) {
  if (!take_formats(arguments)) {
    print_problems(choose_format({}, arguments.format).error(), std::cerr);
    return kWrongUsage;
  }
  if (arguments.catalog.empty() == arguments.paths.empty()) {
    return refuse_usage("Geef een catalogus met --catalog, of bestanden van een feed.",
                        "Give a catalogue with --catalog, or files of a feed.");
  }
  if (arguments.since && arguments.catalog.empty()) {
    return refuse_usage("Een feed kent geen eerdere revisies; --since gaat met --catalog.",
                        "A feed knows no earlier revisions; --since goes with --catalog.");
  }
  return arguments.asks_for_quality() ? report_quality(arguments) : report_import(arguments);
}

}  // namespace

void add_check(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand(
      "check",
      "Validate feeds without a catalogue (the report of import), or report how good the records "
      "of a catalogue or feed are: what is wrong, missing, stale, contradictory and double, by "
      "organisation, and what to mend first");
  command->footer(
      "Examples:\n  kring check feed.json\n"
      "  kring check --catalog kring.db --format html --out report.html\n"
      "  kring check --catalog kring.db --owner \"Welzijn Oost\" --format csv --out oost.csv\n"
      "  kring check --catalog kring.db --before last-month.json");
  command->add_option("--catalog", arguments->catalog, "The catalogue to report on");
  command->add_option("--owner", arguments->owner,
                      "One organisation, by name or id: each of its records is told");
  command
      ->add_option("--format", arguments->formats,
                   std::string("Of the report of quality: ") + kForms
                       + " (default text). Of a feed: " + known_formats()
                       + "; told by the content where absent")
      ->allow_extra_args(false);
  command->add_option("--language", arguments->language, "nl or en; JSON has both")
      ->check(CLI::IsMember({"nl", "en"}));
  command->add_option("--out", arguments->out,
                      "The file to write the report of quality to; standard output where absent");
  command->add_option("--before", arguments->before,
                      "An earlier report of quality as JSON, to compare with");
  command->add_option("--since", arguments->since,
                      "Count what changed in the catalogue after this revision");
  command->add_option("--today", arguments->today,
                      "The day against which ages and ends are judged; default today");
  command->add_flag("--json", arguments->reports_json, "Report as JSON");
  command->add_option("PATH", arguments->paths, "Files, or folders or zips of files, of one feed");
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_check(*arguments); }; });
}

}  // namespace kring::service
