// How does a test get the demo catalogues, and an index of them?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/store/store.h"
#include "engine/engine.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {

/// The day of which the tests' indexes are.
inline const catalog::Date kToday = *catalog::parse_date("2026-11-23");

/// The records of a demo catalogue, a line each: 0 Nijmegen, 1 Limburg.
std::vector<std::string> demo_lines(std::size_t catalogue);

/// Imports HSDS records, a line each, as the whole feed of `source`. Fails the test where one is
/// rejected.
void import_lines(catalog::ActivityStore& store,
                  const std::string& source,
                  const std::vector<std::string>& lines);

/// Imports the postcodes that the project ships.
void import_demo_places(catalog::ActivityStore& store);

/// Both demo catalogues with their places.
catalog::ActivityStore make_demo_store(const ScratchFolder& folder);

/// Writes one whole segment and opens it.
std::shared_ptr<const engine::Engine> rebuild(const catalog::ActivityStore& store,
                                              const std::string& index_dir);

/// Both demo catalogues in one index, built once for the whole run.
const engine::Engine& demo_engine();

/// The folder of that index.
std::string demo_index();

/// An engine over these HSDS records alone, with the demo's places.
std::shared_ptr<const engine::Engine> engine_of(const ScratchFolder& folder,
                                                const std::vector<std::string>& lines);

/// A profile of the text, dated kToday where it names no date. Fails the test where it has faults.
engine::Profile make_profile(const std::string& text);

/// The answer; fails the test where there is none.
engine::MatchAnswer match(const engine::Engine& engine,
                          const engine::Profile& profile,
                          int limit = engine::kMaxLimit);

/// The whole answer as bytes.
std::string bytes_of(const engine::MatchAnswer& answer);

/// The judged profiles of tests/judged, as text, with their file names.
struct JudgedProfile {
  std::string name;
  std::string text;
};
std::vector<JudgedProfile> judged_profiles();

}  // namespace kring::tests
