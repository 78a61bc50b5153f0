// What does one staged record change in the catalogue?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "catalog/store/database.h"
#include "catalog/store/revisions.h"

namespace kring::catalog::store {

/// A record of a feed, ready to be kept.
struct StagedRecord {
  std::string key;
  std::string format;
  std::string record;
  std::string document;
};

enum class MergeOutcome : std::uint8_t {
  kAdded,
  kChanged,
  kUnchanged,
};

/// Writes staged records of one source. requires: a running transaction that outlives it.
class Merger {
 public:
  Merger(Database& database, std::string source, const Author& author);

  MergeOutcome put(const StagedRecord& staged);
  /// Makes a tombstone; false where the source has no such live record.
  bool remove(const std::string& key);

 private:
  struct Row {
    std::string id;
    bool is_live = false;
    std::string format;
    std::string record;
    std::string document;
  };

  std::optional<Row> find_row(const std::string& key);
  bool has_id(const std::string& id);
  std::string make_id(const std::string& key);
  void insert(const std::string& id, const StagedRecord& staged);
  void update(const std::string& id, const StagedRecord& staged, Revision revision);

  std::string source_;
  RevisionLog log_;
  Statement find_row_;
  Statement find_id_;
  Statement insert_;
  Statement update_;
  Statement remove_;
};

}  // namespace kring::catalog::store
