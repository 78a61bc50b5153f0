#include "indexer/format/snapshot.h"

#include <filesystem>

#include <fmt/format.h>

#include "catalog/json.h"
#include "catalog/result.h"
#include "indexer/format/files.h"

namespace kring::indexer {
namespace {

using catalog::Json;
using catalog::Place;

// places.json: an array of rows; small (one row a PC4), so that it stays readable.
std::string write_places(const std::vector<Place>& places) {
  Json rows{Json::Array()};
  for (const Place& place : places) {
    Json row{Json::Object()};
    row.set("postcode4", place.postcode4);
    row.set("name", place.name);
    row.set("municipality", place.municipality);
    row.set("municipality_code", place.municipality_code);
    row.set("latitude", Json::Number{fmt::format("{}", place.point.latitude)});
    row.set("longitude", Json::Number{fmt::format("{}", place.point.longitude)});
    row.set("is_learned", place.is_learned);
    rows.push_back(std::move(row));
  }
  return catalog::write_json(rows);
}

std::vector<Place> read_places(const Json& rows) {
  std::vector<Place> places;
  for (const Json& row : rows.array()) {
    Place place;
    place.postcode4 = static_cast<int>(row["postcode4"].integer().value_or(0));
    place.name = row["name"].string().value_or("");
    place.municipality = row["municipality"].string().value_or("");
    place.municipality_code = row["municipality_code"].string().value_or("");
    place.point = {row["latitude"].number().value_or(0), row["longitude"].number().value_or(0)};
    place.is_learned = row["is_learned"].boolean().value_or(false);
    places.push_back(std::move(place));
  }
  return places;
}

[[noreturn]] void fail(const std::string& path) {
  throw catalog::Error(
      fmt::format("The index's document {} is damaged. Build the index anew: kring index --catalog "
                  "FILE.db --index DIR --rebuild",
                  path));
}

}  // namespace

Snapshot Snapshot::open(const std::string& index_dir, Verify verify) {
  std::optional<Manifest> manifest = find_manifest(index_dir);
  if (!manifest) {
    throw catalog::Error(
        fmt::format("There is no index in {}. Build it: kring index --catalog FILE.db --index {}",
                    index_dir, index_dir));
  }
  Snapshot snapshot;
  snapshot.manifest_ = std::move(*manifest);
  for (const SegmentEntry& entry : snapshot.manifest_.segments) {
    snapshot.segments_.push_back(std::make_unique<const Segment>(index_dir, entry, verify));
  }
  const std::string documents = index_dir + "/" + snapshot.manifest_.documents;
  auto vocabulary = catalog::parse_vocabulary(read_whole_file(documents + "/vocabulary.json"));
  auto weights = catalog::parse_weights(read_whole_file(documents + "/weights.json"));
  auto places = catalog::parse_json(read_whole_file(documents + "/places.json"));
  if (!vocabulary || vocabulary->version() != snapshot.manifest_.vocabulary) {
    fail(documents + "/vocabulary.json");
  }
  if (!weights || weights->version() != snapshot.manifest_.weights) {
    fail(documents + "/weights.json");
  }
  if (!places) fail(documents + "/places.json");
  snapshot.vocabulary_ = *std::move(vocabulary);
  snapshot.weights_ = *std::move(weights);
  snapshot.places_ = catalog::Places(read_places(*places));
  return snapshot;
}

std::size_t Snapshot::count() const {
  std::size_t live = 0;
  for (const auto& segment : segments_) {
    live += segment->live_count();
  }
  return live;
}

std::optional<ActivityAt> Snapshot::find(std::string_view id) const {
  for (const auto& segment : segments_) {
    const std::optional<std::uint32_t> number = segment->find(id);
    if (number && !segment->is_dead(*number)) return ActivityAt{segment.get(), *number};
  }
  return std::nullopt;
}

void write_documents(const std::string& folder,
                     std::string_view vocabulary,
                     std::string_view weights,
                     const std::vector<Place>& places) {
  std::filesystem::create_directories(folder);
  write_file_durably(folder + "/vocabulary.json", vocabulary);
  write_file_durably(folder + "/weights.json", weights);
  write_file_durably(folder + "/places.json", write_places(places));
  sync_folder(folder);
}

}  // namespace kring::indexer
