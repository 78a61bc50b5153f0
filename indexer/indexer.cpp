#include "indexer/indexer.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "catalog/result.h"
#include "catalog/vocabulary.h"
#include "catalog/weights.h"
#include "indexer/build_folder.h"
#include "indexer/duplicates.h"
#include "indexer/format/manifest.h"
#include "indexer/format/snapshot.h"
#include "indexer/segment_writer.h"

namespace kring::indexer {
namespace {

using catalog::ActivityStore;
using catalog::Place;
using catalog::Places;

constexpr std::size_t kMaxSegments = 16;  // beyond it an update writes one whole segment instead

// The documents that an index is made with.
struct Documents {
  std::string vocabulary_text;
  std::string weights_text;
  catalog::Vocabulary vocabulary;
  catalog::Weights weights;
  std::vector<Place> imported_places;
  catalog::Revision places_revision;
};

Documents load_documents(const ActivityStore& store) {
  Documents documents;
  documents.vocabulary_text = store.document(catalog::DocumentKind::kVocabulary).text;
  documents.weights_text = store.document(catalog::DocumentKind::kWeights).text;
  auto vocabulary = catalog::parse_vocabulary(documents.vocabulary_text);
  auto weights = catalog::parse_weights(documents.weights_text);
  if (!vocabulary) {
    throw catalog::Error("The catalogue's vocabulary cannot be read: "
                         + vocabulary.error().front().text.en);
  }
  if (!weights) {
    throw catalog::Error("The catalogue's weights cannot be read: "
                         + weights.error().front().text.en);
  }
  documents.vocabulary = *std::move(vocabulary);
  documents.weights = *std::move(weights);
  documents.imported_places = store.places();
  documents.places_revision = store.places_revision();
  return documents;
}

// An activity that goes into the new segment, as far as its order and the learning of places ask.
struct Incoming {
  std::vector<PlacedActivity> activities;
  std::vector<catalog::Address> addresses;
};

void collect(const catalog::Activity& activity, const Places& places, Incoming& incoming) {
  std::optional<catalog::Point> first;
  for (const catalog::Site& site : activity.sites) {
    const std::optional<int> postcode4 = catalog::parse_postcode4(site.postcode);
    if (postcode4 && site.point) {
      // As the index keeps it, so that an update learns the same from its rows.
      const catalog::Point kept{unpack_degrees(pack_degrees(site.point->latitude)),
                                unpack_degrees(pack_degrees(site.point->longitude))};
      incoming.addresses.push_back({*postcode4, kept});
    }
    if (!first) first = catalog::locate(site.postcode, site.point, places).point;
  }
  incoming.activities.push_back({activity.id, first});
}

// The addresses that the sites of one activity hold.
void collect_addresses_of(const FeatureColumns& features,
                          std::uint32_t number,
                          std::vector<catalog::Address>& addresses) {
  const std::uint32_t end = features.site_begin[number + std::size_t{1}];
  for (std::uint32_t site = features.site_begin[number]; site < end; ++site) {
    if (features.postcode4[site] == kNoNumber || features.given_latitude[site] == kNoNumber) {
      continue;
    }
    addresses.push_back({features.postcode4[site],
                         {unpack_degrees(features.given_latitude[site]),
                          unpack_degrees(features.given_longitude[site])}});
  }
}

// The addresses that the live rows of the present segments hold, those of `leaving` aside.
void collect_addresses(const Snapshot& snapshot,
                       const std::vector<std::vector<std::uint32_t>>& leaving,
                       std::vector<catalog::Address>& addresses) {
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const Segment& segment = *snapshot.segments()[s];
    for (std::uint32_t number = 0; number < segment.count(); ++number) {
      const bool is_leaving = std::binary_search(leaving[s].begin(), leaving[s].end(), number);
      if (segment.is_dead(number) || is_leaving) continue;
      collect_addresses_of(segment.features(), number, addresses);
    }
  }
}

std::vector<Place> with_learned(const Documents& documents,
                                const std::vector<catalog::Address>& addresses) {
  std::vector<Place> rows = documents.imported_places;
  const std::vector<Place> learned =
      catalog::learn_places(addresses, Places(documents.imported_places));
  rows.insert(rows.end(), learned.begin(), learned.end());
  return Places(std::move(rows)).rows();
}

// What an update takes out of the present segments: numbers, ascending, by segment.
struct Update {
  Incoming incoming;
  std::vector<std::vector<std::uint32_t>> leaving;
  std::size_t removed = 0;
};

void bury_present(const catalog::ActivityId& id, const Snapshot& snapshot, Update& update) {
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const Segment& segment = *snapshot.segments()[s];
    const std::optional<std::uint32_t> number = segment.find(id.value);
    if (!number || segment.is_dead(*number)) continue;
    update.leaving[s].push_back(*number);
    ++update.removed;
  }
}

// What changed, and the duplicates of it: they tell what the others say otherwise.
Update find_update(const ActivityStore& store, const Snapshot& snapshot, const Places& places) {
  Update update;
  update.leaving.resize(snapshot.segments().size());
  std::set<catalog::ActivityId> changed_ids;
  std::set<catalog::ActivityId> duplicates;
  store.for_each_changed(snapshot.manifest().revision,
                         [&](const catalog::ChangedActivity& changed) {
                           changed_ids.insert(changed.id);
                           bury_present(changed.id, snapshot, update);
                           if (!changed.stored) return;
                           collect(changed.stored->activity, places, update.incoming);
                           if (!changed.stored->representative) return;
                           for (catalog::ActivityId& id : store.duplicate_set_of(changed.id)) {
                             duplicates.insert(std::move(id));
                           }
                         });
  for (const catalog::ActivityId& id : duplicates) {
    const auto stored = changed_ids.contains(id) ? std::nullopt : store.find(id);
    if (!stored) continue;
    bury_present(id, snapshot, update);
    collect(stored->activity, places, update.incoming);
  }
  for (auto& numbers : update.leaving) {
    std::sort(numbers.begin(), numbers.end());
  }
  return update;
}

bool asks_for_rebuild(const BuildOptions& options,
                      const std::optional<Manifest>& manifest,
                      const Documents& documents) {
  if (options.mode == BuildMode::kRebuild || !manifest) return true;
  return manifest->vocabulary != documents.vocabulary.version()
         || manifest->weights != documents.weights.version()
         || manifest->places_revision != documents.places_revision
         || manifest->sessions_from != options.today - std::chrono::days{kSessionDaysBefore}
         || manifest->segments.size() >= kMaxSegments;
}

std::vector<PlaceReport> report_places(const catalog::Activity& activity, const Places& places) {
  std::vector<PlaceReport> reports;
  for (const catalog::Site& site : activity.sites) {
    const catalog::CoordinateFault fault = catalog::locate(site.postcode, site.point, places).fault;
    if (fault != catalog::CoordinateFault::kNone) {
      reports.push_back({activity.id, activity.name, fault});
    }
  }
  return reports;
}

// What is dead in a segment when `leaving` goes too; ascending.
std::vector<std::uint32_t> all_dead(const Segment& segment, std::vector<std::uint32_t> leaving) {
  for (std::uint32_t number = 0; number < segment.count(); ++number) {
    if (segment.is_dead(number)) leaving.push_back(number);
  }
  std::sort(leaving.begin(), leaving.end());
  return leaving;
}

// One run of the writer: what it is given, and what it makes.
class Build {
 public:
  Build(const ActivityStore& store, const BuildOptions& options)
      : store_(store),
        options_(options),
        folder_(options.index_dir),
        documents_(load_documents(store)) {}

  BuildReport run() {
    // The revision is read first: what changes after it is read now and again by the next update.
    report_.revision = store_.revision();
    const std::optional<Manifest> manifest = find_present();
    if (asks_for_rebuild(options_, manifest, documents_)) {
      rebuild(manifest);
    } else {
      update(Snapshot::open(options_.index_dir));
    }
    const Snapshot written = Snapshot::open(options_.index_dir);
    report_.live = written.count();
    report_.segments = written.segments().size();
    for (const Place& place : written.places().rows()) {
      report_.learned_places += place.is_learned ? 1 : 0;
    }
    folder_.remove_unnamed(written.manifest());
    return report_;
  }

 private:
  // The present manifest; absent where there is none, where an earlier version wrote it, or where a
  // rebuild replaces one that cannot be read.
  [[nodiscard]] std::optional<Manifest> find_present() const {
    if (is_of_earlier_schema(options_.index_dir)) return std::nullopt;
    try {
      std::optional<Manifest> manifest = find_manifest(options_.index_dir);
      if (manifest && manifest->catalog != store_.identity()
          && options_.mode != BuildMode::kRebuild) {
        throw catalog::Error(
            fmt::format("The index in {} was made from another catalogue. Choose another folder, "
                        "or replace it with --rebuild.",
                        options_.index_dir));
      }
      return manifest;
    } catch (const catalog::Error&) {
      if (options_.mode != BuildMode::kRebuild) throw;
      return std::nullopt;
    }
  }

  void rebuild(const std::optional<Manifest>& before) {
    Incoming incoming;
    const Places imported(documents_.imported_places);
    store_.for_each([&](const catalog::StoredActivity& stored) {
      collect(stored.activity, imported, incoming);
    });
    const std::vector<Place> places = with_learned(documents_, incoming.addresses);
    Manifest manifest;
    manifest.generation = folder_.next_generation(before);
    manifest.documents = write_documents_folder(manifest.generation, places);
    add_segment(incoming.activities, places, manifest);
    put(std::move(manifest), before);
  }

  void update(const Snapshot& present) {
    if (report_.revision == present.manifest().revision) return;
    Update changes = find_update(store_, present, present.places());
    collect_addresses(present, changes.leaving, changes.incoming.addresses);
    const std::vector<Place> places = with_learned(documents_, changes.incoming.addresses);
    if (places != present.places().rows()) {
      rebuild(
          present.manifest());  // a learned point moved: rows of other activities change with it
      return;
    }
    Manifest manifest = present.manifest();
    manifest.generation = folder_.next_generation(present.manifest());
    bury(present, changes.leaving, manifest);
    add_segment(changes.incoming.activities, places, manifest);
    report_.removed = changes.removed;
    put(std::move(manifest), present.manifest());
  }

  std::string write_documents_folder(std::int64_t generation, const std::vector<Place>& places) {
    std::string name = fmt::format("documents-{}", generation);
    folder_.own(name);
    write_documents(options_.index_dir + "/" + name, documents_.vocabulary_text,
                    documents_.weights_text, places);
    return name;
  }

  // Writes the tombstones of each segment that loses activities; a segment that has none left is no
  // longer named.
  void bury(const Snapshot& present,
            const std::vector<std::vector<std::uint32_t>>& leaving,
            Manifest& manifest) const {
    std::vector<SegmentEntry> entries;
    for (std::size_t s = 0; s < leaving.size(); ++s) {
      SegmentEntry entry = manifest.segments[s];
      const Segment& segment = *present.segments()[s];
      if (segment.live_count() == leaving[s].size()) continue;
      if (!leaving[s].empty()) {
        entry.tombstones = fmt::format("tombstones-{}.kcol", manifest.generation);
        const std::vector<std::uint32_t> dead = all_dead(segment, leaving[s]);
        write_columns(options_.index_dir + "/" + entry.name + "/" + entry.tombstones,
                      columns_of(dead));
      }
      entries.push_back(std::move(entry));
    }
    manifest.segments = std::move(entries);
  }

  void add_segment(std::vector<PlacedActivity>& activities,
                   const std::vector<Place>& place_rows,
                   Manifest& manifest) {
    if (activities.empty()) return;
    std::sort(activities.begin(), activities.end(), stands_before);
    const Places places(place_rows);
    const AreaReader areas(places);
    const Annotator annotator(documents_.vocabulary);
    const RowContext context{documents_.vocabulary, places, areas, annotator,
                             options_.today - std::chrono::days{kSessionDaysBefore}};
    const std::string name = fmt::format("segment-{}", manifest.generation);
    folder_.own(name);
    const auto record_at = [&](std::size_t i) {
      std::optional<catalog::StoredActivity> stored = store_.find(activities[i].id);
      if (!stored) {
        throw catalog::Error("The catalogue changed while it was indexed. Run the command again.");
      }
      for (PlaceReport& report : report_places(stored->activity, places)) {
        report_.places.push_back(std::move(report));
      }
      if (options_.on_progress) options_.on_progress(i + 1, activities.size());
      return with_duplicates(store_, *std::move(stored));
    };
    write_segment(options_.index_dir + "/" + name, activities.size(), record_at, context);
    verify_segment(name, activities);
    manifest.segments.push_back({name, ""});
    report_.written = activities.size();
  }

  // Reads back what was written, whole, before anybody is shown it.
  void verify_segment(const std::string& name,
                      const std::vector<PlacedActivity>& activities) const {
    const Segment segment(options_.index_dir, {name, ""}, Verify::kWholeFile);
    bool is_sound = segment.count() == activities.size();
    for (std::uint32_t number = 0; is_sound && number < segment.count(); ++number) {
      is_sound = segment.id(number) == activities[number].id.value
                 && segment.find(segment.id(number)) == number;
    }
    if (!is_sound) {
      throw catalog::Error(fmt::format(
          "The new segment {} did not read back as written; the old index stays. Check the disk.",
          name));
    }
  }

  void put(Manifest manifest, const std::optional<Manifest>& before) {
    manifest.catalog = store_.identity();
    manifest.revision = report_.revision;
    manifest.places_revision = documents_.places_revision;
    manifest.vocabulary = documents_.vocabulary.version();
    manifest.weights = documents_.weights.version();
    manifest.sessions_from = options_.today - std::chrono::days{kSessionDaysBefore};
    put_manifest(options_.index_dir, manifest);
    folder_.keep();
    if (before) folder_.supersede(*before, manifest);
  }

  const ActivityStore& store_;
  const BuildOptions& options_;
  BuildFolder folder_;
  Documents documents_;
  BuildReport report_;
};

}  // namespace

BuildReport build_index(const ActivityStore& store, const BuildOptions& options) {
  return Build(store, options).run();
}

IndexStatus read_status(const std::string& index_dir) {
  const Snapshot snapshot = Snapshot::open(index_dir);
  IndexStatus status;
  status.revision = snapshot.manifest().revision;
  status.catalog = snapshot.manifest().catalog;
  status.vocabulary = snapshot.manifest().vocabulary;
  status.weights = snapshot.manifest().weights;
  status.sessions_from = snapshot.manifest().sessions_from;
  status.today = status.sessions_from + std::chrono::days{kSessionDaysBefore};
  status.live = snapshot.count();
  status.segments = snapshot.segments().size();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index_dir)) {
    std::error_code gone;  // what is superseded goes, and so do files of those who read
    const auto bytes = entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
    if (!gone) status.bytes += bytes;
  }
  return status;
}

}  // namespace kring::indexer
