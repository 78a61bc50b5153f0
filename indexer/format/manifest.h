// What does an index consist of, and what was it built from?
//
// index/
//   manifest.json           replaced by rename; names all that belongs to the index at one moment
//   documents-N/            vocabulary.json, weights.json, places.json
//   segment-N/              features.kcol, records.kcol, words/ (Xapian); immutable
//   segment-N/tombstones-M.kcol   activities of the segment that later revisions changed or removed
//   writer.lock             held by the one writer
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/quantity.h"

namespace kring::indexer {

/// Of this layout; a reader refuses any other.
inline constexpr int kIndexSchema = 6;

struct SegmentEntry {
  std::string name;        ///< folder
  std::string tombstones;  ///< file in it; "" where none
  bool operator==(const SegmentEntry&) const = default;
};

struct Manifest {
  std::int64_t generation = 0;  ///< counts the manifests of this folder
  std::string catalog;          ///< identity of the catalogue
  catalog::Revision revision;   ///< of the catalogue that it holds
  catalog::Revision places_revision;
  std::string vocabulary;  ///< versions
  std::string weights;
  catalog::Date sessions_from;  ///< first day of the expanded sessions
  std::string documents;        ///< folder
  std::vector<SegmentEntry> segments;
  bool operator==(const Manifest&) const = default;
};

/// Absent where `index_dir` has no manifest. Throws catalog::Error with the command that mends it:
/// unreadable, or of another schema.
std::optional<Manifest> find_manifest(const std::string& index_dir);

/// Whether there is a manifest that an earlier version of Kring wrote: an index to make anew.
bool is_of_earlier_schema(const std::string& index_dir);

/// When the manifest was put in place; absent where there is none.
std::optional<std::chrono::system_clock::time_point> find_put_time(const std::string& index_dir);

/// Puts the manifest in place by rename.
void put_manifest(const std::string& index_dir, const Manifest& manifest);

}  // namespace kring::indexer
