// kring places import: how does a table of postcodes get into the catalogue?
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "catalog/formats/place_rows.h"
#include "catalog/places.h"
#include "catalog/store/store.h"
#include "service/commands/author.h"
#include "service/commands/commands.h"
#include "service/commands/feed_files.h"
#include "service/commands/import_report.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::ImportReport;
using catalog::Result;
using catalog::formats::PlaceRows;

constexpr int kDone = 0;
constexpr int kFailed = 1;

struct PlacesArguments {
  std::string catalog;
  std::string file;
  bool reports_json = false;
};

ImportReport put_places(const PlacesArguments& arguments, const PlaceRows& table) {
  ActivityStore store = ActivityStore::open(arguments.catalog, catalog::OpenMode::kCreateIfMissing);
  const catalog::Places before(store.places());
  ImportReport report;
  report.source = default_source({arguments.file});
  report.read = table.read;
  report.folded = table.folded;
  for (const catalog::RecordIssue& issue : table.rejected) {
    report.rejected.add(issue);
  }
  for (const catalog::Place& row : table.rows) {
    const catalog::Place* known = before.find(row.postcode4);
    if (known == nullptr) {
      ++report.added;
    } else {
      ++(*known == row ? report.unchanged : report.changed);
    }
  }
  store.put_places(
      table.rows,
      make_author("kring places import",
                  "import " + std::filesystem::path(arguments.file).filename().string()));
  report.revision = store.revision();
  return report;
}

int run_places(const PlacesArguments& arguments) {
  const Result<catalog::FeedFile> file = load_feed_file(arguments.file);
  const Result<PlaceRows> table =
      file ? catalog::formats::read_place_rows(*file) : Result<PlaceRows>(file.error());
  if (!table) {
    if (arguments.reports_json) {
      const auto failure = failure_to_json(default_source({arguments.file}), table.error());
      std::cout << catalog::write_pretty_json(failure) << "\n";
    }
    print_problems(table.error(), std::cerr);
    return kFailed;
  }
  const ImportReport report = put_places(arguments, *table);
  if (arguments.reports_json) {
    std::cout << catalog::write_pretty_json(to_json(report)) << "\n";
  } else {
    print_report(report, std::cout);
  }
  return kDone;
}

}  // namespace

void add_places(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<PlacesArguments>();
  CLI::App* places = app.add_subcommand("places", "The table of postcodes");
  places->require_subcommand(1);
  CLI::App* command =
      places->add_subcommand("import", "Read a table of postcodes into the catalogue");
  command->add_option("--catalog", arguments->catalog, "The catalogue; made where it is missing")
      ->required();
  command->add_flag("--json", arguments->reports_json, "Report as JSON");
  command
      ->add_option("FILE", arguments->file,
                   "Columns postcode4,place,municipality,municipality_code,latitude,longitude, or "
                   "a table of GeoNames")
      ->required();
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_places(*arguments); }; });
}

}  // namespace kring::service
