#include "service/commands/demo_setup.h"

#include <array>
#include <cassert>
#include <cstdlib>
#include <filesystem>
#include <stop_token>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "catalog/demo/demo_data.h"
#include "catalog/formats/formats.h"
#include "catalog/formats/place_rows.h"
#include "service/commands/author.h"
#include "service/commands/catalog_follower.h"
#include "service/commands/compared_catalog.h"
#include "service/log.h"

namespace kring::service {

namespace {

/// The demo data is the program's own: a fault in it is a fault of the program.
[[noreturn]] void throw_broken(std::string_view name, const catalog::Problems& problems) {
  throw catalog::Error(fmt::format("the demo data {} cannot be read: {}; install Kring again", name,
                                   problems.front().text.en));
}

catalog::ImportReport import_catalogue(catalog::ActivityStore& store,
                                       const catalog::DemoCatalogue& demo,
                                       const catalog::Author& author) {
  const catalog::Format* format = catalog::find_format("hsds");
  assert(format != nullptr);
  const auto session = store.begin_import({.source = std::string(demo.source),
                                           .completeness = catalog::Completeness::kComplete,
                                           .mode = catalog::ImportMode::kWrite,
                                           .author = author});
  const std::array<catalog::FeedFile, 1> files = {
      {{std::string(demo.file_name), std::string(demo.records)}}};
  const auto facts = format->read(files, *session);
  if (!facts) throw_broken(demo.file_name, facts.error());
  return session->finish();
}

}  // namespace

std::string default_demo_folder() {
  // The program reads its environment once, before it has threads.
  const char* state = std::getenv("XDG_STATE_HOME");  // NOLINT(concurrency-mt-unsafe)
  if (state != nullptr && *state != '\0') return std::string(state) + "/kring/demo";
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe)
  if (home != nullptr && *home != '\0') return std::string(home) + "/.local/state/kring/demo";
  throw catalog::Error(
      "no folder for the demo: neither XDG_STATE_HOME nor HOME is set. Give one with --data DIR");
}

DemoFolder open_demo_folder(const std::string& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) {
    throw catalog::Error(
        fmt::format("cannot make the folder {} for the demo: {}. Choose another with --data DIR",
                    folder, fault.message()));
  }
  return {.catalog = folder + "/catalog.db", .index = folder + "/index"};
}

DemoReport prepare_demo(const DemoFolder& folder, const Clock& clock) {
  DemoReport report;
  const catalog::Author author = make_author("kring demo", "demo data of the program");
  auto store = open_compared(folder.catalog, catalog::OpenMode::kCreateIfMissing);
  const auto places =
      catalog::formats::read_place_rows({"places.csv", std::string(catalog::demo_places())});
  if (!places) throw_broken("places.csv", places.error());
  store.put_places(places->rows, author);
  for (const catalog::DemoCatalogue& demo : catalog::demo_catalogues()) {
    report.imports.push_back(import_catalogue(store, demo, author));
  }
  report.activities = store.count();
  report.places = places->rows.size();
  report.is_indexed_now =
      follow_catalog({folder.catalog, folder.index, clock}, std::stop_token(), make_stderr_log());
  return report;
}

}  // namespace kring::service
