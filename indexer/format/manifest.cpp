#include "indexer/format/manifest.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "catalog/json.h"
#include "indexer/format/files.h"

namespace kring::indexer {
namespace {

using catalog::Json;

std::string path_in(const std::string& index_dir) {
  return index_dir + "/manifest.json";
}

[[noreturn]] void fail(const std::string& index_dir, std::string_view what) {
  throw catalog::Error(fmt::format(
      "The index in {} {}. Build it anew: kring index --catalog FILE.db --index {} --rebuild",
      index_dir, what, index_dir));
}

std::string text_of(const Json& json, std::string_view name) {
  return std::string(json[name].string().value_or(""));
}

}  // namespace

std::optional<Manifest> find_manifest(const std::string& index_dir) {
  const std::string path = path_in(index_dir);
  if (!std::filesystem::exists(path)) return std::nullopt;
  const catalog::Result<Json> json = catalog::parse_json(read_whole_file(path));
  if (!json) fail(index_dir, "has an unreadable manifest");
  if ((*json)["schema"].integer() != kIndexSchema) {
    fail(index_dir, "was written by another version of Kring");
  }
  const std::optional<catalog::Date> from = catalog::parse_date(text_of(*json, "sessions_from"));
  if (!from) fail(index_dir, "has a damaged manifest");
  Manifest manifest;
  manifest.generation = (*json)["generation"].integer().value_or(0);
  manifest.catalog = text_of(*json, "catalog");
  manifest.revision.number = (*json)["revision"].integer().value_or(0);
  manifest.places_revision.number = (*json)["places_revision"].integer().value_or(0);
  manifest.vocabulary = text_of(*json, "vocabulary");
  manifest.weights = text_of(*json, "weights");
  manifest.sessions_from = *from;
  manifest.documents = text_of(*json, "documents");
  for (const Json& segment : (*json)["segments"].array()) {
    manifest.segments.push_back({text_of(segment, "name"), text_of(segment, "tombstones")});
  }
  return manifest;
}

bool is_of_earlier_schema(const std::string& index_dir) {
  const std::string path = path_in(index_dir);
  if (!std::filesystem::exists(path)) return false;
  const catalog::Result<Json> json = catalog::parse_json(read_whole_file(path));
  return json && (*json)["schema"].integer().value_or(kIndexSchema) < kIndexSchema;
}

std::optional<std::chrono::system_clock::time_point> find_put_time(const std::string& index_dir) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path_in(index_dir), error);
  if (error) return std::nullopt;
  return std::chrono::time_point_cast<std::chrono::system_clock::duration>(
      std::chrono::file_clock::to_sys(time));
}

void put_manifest(const std::string& index_dir, const Manifest& manifest) {
  Json segments{Json::Array()};
  for (const SegmentEntry& entry : manifest.segments) {
    Json segment{Json::Object()};
    segment.set("name", entry.name);
    segment.set("tombstones", entry.tombstones);
    segments.push_back(std::move(segment));
  }
  Json json{Json::Object()};
  json.set("schema", kIndexSchema);
  json.set("generation", manifest.generation);
  json.set("catalog", manifest.catalog);
  json.set("revision", manifest.revision.number);
  json.set("places_revision", manifest.places_revision.number);
  json.set("vocabulary", manifest.vocabulary);
  json.set("weights", manifest.weights);
  json.set("sessions_from", catalog::format_date(manifest.sessions_from));
  json.set("documents", manifest.documents);
  json.set("segments", std::move(segments));
  replace_file(path_in(index_dir), catalog::write_pretty_json(json) + "\n");
}

}  // namespace kring::indexer
