// What does one segment of the index hold?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"
#include "indexer/format/columns.h"
#include "indexer/format/features.h"
#include "indexer/format/manifest.h"
#include "indexer/format/words.h"

namespace kring::indexer {

/// An immutable run of activities with the tombstones of one manifest. Thread-safe.
class Segment {
 public:
  /// Throws catalog::Error.
  Segment(const std::string& index_dir, const SegmentEntry& entry, Verify verify);

  [[nodiscard]] std::size_t count() const {
    return features_.live.size();
  }  ///< tombstoned ones included
  [[nodiscard]] std::size_t live_count() const { return count() - dead_count_; }
  [[nodiscard]] bool is_dead(std::uint32_t number) const { return dead_[number]; }
  [[nodiscard]] const FeatureColumns& features() const { return features_; }
  [[nodiscard]] const Words& words() const { return words_; }

  [[nodiscard]] std::string_view id(
      std::uint32_t number) const;  ///< 36 characters; valid as long as this lives
  /// The stored record (record.h), as JSON; valid as long as this lives.
  [[nodiscard]] std::string_view record(std::uint32_t number) const;
  /// The number of the activity, dead or alive.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const;

 private:
  ColumnFile feature_file_;
  ColumnFile record_file_;
  FeatureColumns features_;
  std::span<const std::byte> ids_;
  std::span<const std::byte> by_id_;
  std::span<const std::byte> record_begins_;
  std::span<const std::byte> records_;
  Words words_;
  std::vector<bool> dead_;
  std::size_t dead_count_ = 0;
};

inline constexpr std::size_t kIdBytes = 36;

/// What the writer gives for records.kcol. Activities stand in the order of features.kcol: by 1-km
/// strip of latitude, then by longitude, those without a point last, so that neighbours lie
/// together.
struct RecordColumns {
  std::string ids;                          ///< kIdBytes each
  std::vector<std::uint32_t> by_id;         ///< numbers of the activities, their ids ascending
  std::vector<std::uint64_t> record_begin;  ///< one more than records
  std::string records;
};
std::vector<ColumnData> columns_of(const RecordColumns& records);

/// A tombstone file's column.
std::vector<ColumnData> columns_of(const std::vector<std::uint32_t>& dead);

}  // namespace kring::indexer
