// kring index: is the index up to the catalogue?
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "catalog/json.h"
#include "catalog/store/store.h"
#include "indexer/indexer.h"
#include "service/commands/commands.h"
#include "service/commands/progress.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::Json;

struct IndexOptions {
  std::string catalog;
  std::string index;
  std::string today;  ///< "" for the clock's
  bool rebuilds = false;
  bool reports_json = false;
};

std::string_view name_of(catalog::CoordinateFault fault) {
  switch (fault) {
    case catalog::CoordinateFault::kNone:
      return "no_place";
    case catalog::CoordinateFault::kZero:
      return "zero";
    case catalog::CoordinateFault::kSwapped:
      return "swapped";
    case catalog::CoordinateFault::kFarOff:
      return "far_off";
  }
  return "no_place";
}

Json to_json(const indexer::BuildReport& report) {
  const auto count = [](std::size_t number) { return Json(static_cast<std::int64_t>(number)); };
  Json::Array places;
  for (const indexer::PlaceReport& place : report.places) {
    places.emplace_back(Json::Object{
        {"id", place.id.value}, {"name", place.name}, {"fault", name_of(place.fault)}});
  }
  return Json::Object{
      {"revision", report.revision.number}, {"written", count(report.written)},
      {"removed", count(report.removed)},   {"live", count(report.live)},
      {"segments", count(report.segments)}, {"learned_places", count(report.learned_places)},
      {"places", std::move(places)}};
}

void print(const indexer::BuildReport& report) {
  std::cout << fmt::format(
      "index: revisie / revision {}, activiteiten / activities {}, geschreven / written {}, "
      "vervallen / removed {}, segmenten / segments {}\n",
      report.revision.number, report.live, report.written, report.removed, report.segments);
  if (report.learned_places > 0) {
    std::cout << fmt::format("postcodes geleerd uit adressen / learned from addresses: {}\n",
                             report.learned_places);
  }
  for (const indexer::PlaceReport& place : report.places) {
    std::cout << fmt::format("plaats / place {} ({}): {}\n", place.id.value, place.name,
                             name_of(place.fault));
  }
}

/// The day that --today gives, else today.
catalog::Date first_day(const IndexOptions& options) {
  const auto given = catalog::parse_date(options.today);
  return given ? *given : today_in_amsterdam(std::chrono::system_clock::now());
}

int run(const IndexOptions& options) {
  const auto store = catalog::ActivityStore::open(options.catalog, catalog::OpenMode::kReadOnly);
  ProgressBar bar("indexing");
  const auto report = indexer::build_index(
      store, {options.index, first_day(options),
              options.rebuilds ? indexer::BuildMode::kRebuild : indexer::BuildMode::kUpdate,
              [&bar](std::size_t done, std::size_t of) { bar.show(done, of); }});
  if (options.reports_json) {
    std::cout << catalog::write_json(to_json(report)) << "\n";
  } else {
    print(report);
  }
  return 0;
}

}  // namespace

void add_index(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("index", "Bring the index up to the catalogue's revision.");
  const auto options = std::make_shared<IndexOptions>();
  command->add_option("--catalog", options->catalog, "The catalogue to read")
      ->required()
      ->type_name("FILE");
  command->add_option("--index", options->index, "The folder to write; made if it is not there")
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--today", options->today,
                   "The first day of the sessions, for answers that stay the same; default today")
      ->check([](const std::string& text) {
        return catalog::parse_date(text) ? "" : "write a day as 2026-11-23";
      })
      ->type_name("DATE");
  command->add_flag("--rebuild", options->rebuilds,
                    "Write one whole new segment instead of what changed");
  command->add_flag("--json", options->reports_json, "Print the report as JSON");
  command->footer(
      "The old index answers until the new one is verified and put in its place; a running service "
      "takes it over\n"
      "by itself.\n\nExample:\n  kring index --catalog nijmegen.db --index nijmegen.index");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace kring::service
