// What does a reader see of an index for the whole of a request?
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/places.h"
#include "catalog/vocabulary.h"
#include "catalog/weights.h"
#include "indexer/format/columns.h"
#include "indexer/format/manifest.h"
#include "indexer/format/record.h"
#include "indexer/format/segment.h"

namespace kring::indexer {

/// One live activity of a snapshot.
struct ActivityAt {
  const Segment* segment = nullptr;
  std::uint32_t number = 0;
};

/// The segments and documents of one manifest. Immutable and thread-safe; it goes on answering
/// after the index moved on.
class Snapshot {
 public:
  /// Throws catalog::Error with the command that mends it: no index there, another version,
  /// damaged.
  static Snapshot open(const std::string& index_dir, Verify verify = Verify::kHeader);

  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const std::vector<std::unique_ptr<const Segment>>& segments() const {
    return segments_;
  }
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const catalog::Weights& weights() const { return weights_; }
  [[nodiscard]] const catalog::Places& places() const { return places_; }  ///< imported and learned
  [[nodiscard]] std::size_t count() const;                                 ///< live activities

  [[nodiscard]] std::optional<ActivityAt> find(std::string_view id) const;
  [[nodiscard]] static Record record(const ActivityAt& at) {
    return read_record(at.segment->record(at.number));
  }

 private:
  Snapshot() = default;

  Manifest manifest_;
  std::vector<std::unique_ptr<const Segment>> segments_;
  catalog::Vocabulary vocabulary_;
  catalog::Weights weights_;
  catalog::Places places_;
};

/// Writes the folder `documents-N` that a manifest names.
void write_documents(const std::string& folder,
                     std::string_view vocabulary,
                     std::string_view weights,
                     const std::vector<catalog::Place>& places);

}  // namespace kring::indexer
