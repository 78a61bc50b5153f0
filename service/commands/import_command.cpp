// kring import: how does a feed get into the catalogue?
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog/formats/formats.h"
#include "catalog/store/store.h"
#include "service/commands/author.h"
#include "service/commands/commands.h"
#include "service/commands/compared_catalog.h"
#include "service/commands/feed_files.h"
#include "service/commands/feed_sinks.h"
#include "service/commands/import_report.h"
#include "service/commands/kept_terms.h"
#include "service/commands/web_import.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::FeedFile;
using catalog::ImportReport;
using catalog::Result;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct ImportArguments {
  std::string catalog;
  std::string format;
  std::string source;
  std::string licence;
  std::string attribution;
  std::string pass_on;  ///< "yes", "no" or "" for as the licence says
  std::vector<std::string> paths;
  std::vector<std::string> allowed_hosts;
  std::vector<std::string> private_hosts;
  Drops drops = Drops::kHeld;
  bool is_partial = false;
  bool is_dry_run = false;
  bool reports_json = false;
};

std::string reason_of(const std::vector<std::string>& paths) {
  std::string why = "import";
  for (const std::string& path : paths) {
    why += " " + std::filesystem::path(path).filename().string();
  }
  return why;
}

std::string source_of(const ImportArguments& arguments, const catalog::FeedFacts& facts) {
  if (!arguments.source.empty()) return arguments.source;
  return facts.publisher.empty() ? default_source(arguments.paths) : facts.publisher;
}

/// What the flags say of the source's terms.
catalog::SourceTerms terms_of(const ImportArguments& arguments) {
  catalog::SourceTerms terms;
  terms.licence = arguments.licence;
  terms.attribution = arguments.attribution;
  if (!arguments.pass_on.empty()) {
    terms.may_pass_on = arguments.pass_on == "yes" ? catalog::Answer::kYes : catalog::Answer::kNo;
  }
  return terms;
}

catalog::Completeness most_complete(const ImportArguments& arguments) {
  return arguments.is_partial ? catalog::Completeness::kPartial : catalog::Completeness::kComplete;
}

catalog::ImportMode mode_of(const ImportArguments& arguments) {
  return arguments.is_dry_run ? catalog::ImportMode::kDryRun : catalog::ImportMode::kWrite;
}

Result<ImportReport> import_into(ActivityStore& store,
                                 const catalog::Format& format,
                                 const std::vector<FeedFile>& files,
                                 const ImportArguments& arguments) {
  const auto session =
      store.begin_import({.source = source_of(arguments, {}),
                          .completeness = most_complete(arguments),
                          .mode = mode_of(arguments),
                          .author = make_author("kring import", reason_of(arguments.paths))});
  WatchingSink sink(*session, catalog::Places(store.places()), "import");
  const Result<catalog::FeedFacts> facts = format.read(files, sink);
  if (!facts) return facts.error();
  const std::string source = source_of(arguments, *facts);
  session->set_source(source);
  session->set_terms(make_kept_terms(store, source, terms_of(arguments), *facts));
  if (facts->completeness == catalog::Completeness::kPartial) session->mark_partial();
  ImportReport report = session->finish();
  report.unmapped_categories = sink.unmapped_categories();
  return report;
}

/// A dry run on a catalogue that is not there makes none.
Result<ImportReport> rehearse(const catalog::Format& format,
                              const std::vector<FeedFile>& files,
                              const ImportArguments& arguments) {
  CheckingSink counts;
  WatchingSink sink(counts, {}, "import");
  const Result<catalog::FeedFacts> facts = format.read(files, sink);
  if (!facts) return facts.error();
  ImportReport report = counts.finish(source_of(arguments, *facts));
  report.unmapped_categories = sink.unmapped_categories();
  return report;
}

/// A feed that cannot be read leaves no new, empty catalogue behind.
void remove_catalogue(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", ".harvest"}) {
    std::filesystem::remove(path + suffix, ignored);
  }
}

Result<ImportReport> import_feed(const ImportArguments& arguments) {
  Result<std::vector<FeedFile>> loaded = load_feed_files(arguments.paths);
  if (!loaded) return loaded.error();
  const Result<const catalog::Format*> format = choose_format(*loaded, arguments.format);
  if (!format) return format.error();
  const std::vector<FeedFile> files = files_of_format(**format, std::move(loaded).value());
  const bool is_new = !std::filesystem::exists(arguments.catalog);
  if (is_new && arguments.is_dry_run) return rehearse(**format, files, arguments);
  auto store = std::make_unique<ActivityStore>(
      open_compared(arguments.catalog, catalog::OpenMode::kCreateIfMissing));
  Result<ImportReport> report = import_into(*store, **format, files, arguments);
  store.reset();
  if (!report && is_new) remove_catalogue(arguments.catalog);
  return report;
}

int report_failure(const ImportArguments& arguments,
                   const std::string& source,
                   const catalog::Problems& problems) {
  if (arguments.reports_json) {
    std::cout << catalog::write_pretty_json(failure_to_json(source, problems)) << "\n";
  }
  print_problems(problems, std::cerr);
  return kFailed;
}

/// `problems` stand beside the figures where a series broke off.
void print(const ImportArguments& arguments,
           const ImportReport& report,
           const catalog::Problems& problems = {}) {
  if (arguments.reports_json) {
    catalog::Json json = to_json(report);
    if (!problems.empty()) {
      json.set("problems", failure_to_json(report.source, problems)["problems"]);
    }
    std::cout << catalog::write_pretty_json(json) << "\n";
  } else {
    print_report(report, std::cout);
  }
}

/// What a series brought before it broke off is imported, and both are told.
int import_web_addresses(const ImportArguments& arguments) {
  const bool is_new = !std::filesystem::exists(arguments.catalog);
  const HarvestOutcome outcome = import_from_web({.catalog = arguments.catalog,
                                                  .urls = arguments.paths,
                                                  .source = arguments.source,
                                                  .format = arguments.format,
                                                  .allowed_hosts = arguments.allowed_hosts,
                                                  .private_hosts = arguments.private_hosts,
                                                  .mode = mode_of(arguments),
                                                  .most = most_complete(arguments),
                                                  .drops = arguments.drops,
                                                  .said = terms_of(arguments)});
  if (!outcome.report && !outcome.problems.empty()) {
    if (is_new) remove_catalogue(arguments.catalog);
    return report_failure(arguments, outcome.source, outcome.problems);
  }
  ImportReport nothing_new;
  nothing_new.source = outcome.source;
  print(arguments, outcome.report.value_or(nothing_new), outcome.problems);
  print_problems(outcome.problems, std::cerr);
  return outcome.problems.empty() ? kDone : kFailed;
}

catalog::Problem make_mixed() {
  return {"addresses_and_files",
          "",
          {"Geef webadressen of bestanden, niet beide. Lees elke feed met een eigen kring import.",
           "Give web addresses or files, not both. Read each feed by a kring import of its own."}};
}

int run_import(const ImportArguments& arguments) {
  if (!arguments.format.empty() && catalog::find_format(arguments.format) == nullptr) {
    print_problems(choose_format({}, arguments.format).error(), std::cerr);
    return kWrongUsage;
  }
  const auto addresses =
      std::count_if(arguments.paths.begin(), arguments.paths.end(), is_web_address);
  if (addresses == std::ssize(arguments.paths)) return import_web_addresses(arguments);
  if (addresses > 0) {
    print_problems({make_mixed()}, std::cerr);
    return kWrongUsage;
  }
  const Result<ImportReport> report = import_feed(arguments);
  if (!report) return report_failure(arguments, source_of(arguments, {}), report.error());
  print(arguments, *report);
  return kDone;
}

}  // namespace

void add_import(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ImportArguments>();
  CLI::App* command =
      app.add_subcommand("import", "Read feeds into the catalogue: all of a feed or nothing");
  command->add_option("--catalog", arguments->catalog, "The catalogue; made where it is missing")
      ->required();
  command->add_option("--format", arguments->format,
                      known_formats() + "; told by the content where absent");
  command->add_option("--source", arguments->source,
                      "Name of the source; default: its publisher as the feed names it, else the "
                      "file's stem or the address's host");
  command
      ->add_option(
          "--licence", arguments->licence,
          "Licence of the source's records, an address or a name; kept for its next imports")
      ->type_name("TEXT");
  command
      ->add_option("--attribution", arguments->attribution,
                   "Sentence that the open APIs show with the source's records")
      ->type_name("TEXT");
  command
      ->add_option("--pass-on", arguments->pass_on,
                   "Whether the open APIs (/hsds, /rpde) give the source's records to anyone; "
                   "default: unless "
                   "the licence forbids it")
      ->check(CLI::IsMember({"yes", "no"}));
  command->add_flag("--partial", arguments->is_partial,
                    "What the feed does not name stays; only deletions remove");
  command->add_flag_callback(
      "--allow-drop", [arguments] { arguments->drops = Drops::kAllowed; },
      "Remove what the addresses no longer list even where it is much of the source at once");
  command->add_flag("--dry-run", arguments->is_dry_run,
                    "Report, likely duplicates too, and change nothing");
  command->add_flag("--json", arguments->reports_json, "Report as JSON");
  command
      ->add_option("--allow-host", arguments->allowed_hosts,
                   "A host besides the address's own to which it may redirect")
      ->type_name("HOST")
      ->allow_extra_args(false);
  command
      ->add_option("--allow-private", arguments->private_hosts,
                   "A host that may be in a private network, or this machine")
      ->type_name("HOST[:PORT]")
      ->allow_extra_args(false);
  command
      ->add_option("PATH", arguments->paths,
                   "Files, or folders or zips of files, of one feed; or its web addresses: each is "
                   "followed from its first page to the last")
      ->required();
  command->footer(
      "A feed on the web that breaks off keeps what came; the same command goes on from there. Of "
      "several\naddresses nothing is removed unless all were read to their end. "
      "kring harvest fetches\nfeeds again and again.");
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_import(*arguments); }; });
}

}  // namespace kring::service
