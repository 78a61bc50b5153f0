// What does every importer give, and to whom?
#pragma once

#include <string>

#include "catalog/activity.h"
#include "catalog/formats/feed_parts.h"
#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::catalog {

/// One record as an importer read it.
struct FeedRecord {
  std::string key;    ///< by which the source knows the record again; unique within the feed
  std::string place;  ///< where it stood: "services.ndjson:12", "all.jsonld/17"
  Activity activity;  ///< its id is empty: the store gives it (CONTRACT, "Ids")
  Json document;      ///< the whole record of the source, nothing left out
  std::string format =
      {};  ///< name of the format of `document`, as in formats.cpp: "hsds", "kring-csv"
};

/// A fault of one record, as the import report shows it.
struct RecordIssue {
  std::string record;  ///< its key, or its place in the file where it has none
  Problem problem;     ///< pointer within the record
};

/// Takes what an importer reads, in feed order. A later record or removal with the same key
/// replaces an earlier one.
class FeedSink {
 public:
  FeedSink() = default;
  FeedSink(const FeedSink&) = delete;
  FeedSink& operator=(const FeedSink&) = delete;
  FeedSink(FeedSink&&) = delete;
  FeedSink& operator=(FeedSink&&) = delete;
  virtual ~FeedSink() = default;

  virtual void add(FeedRecord record) = 0;
  virtual void remove(const std::string& key) = 0;  ///< an explicit deletion (tombstone)
  virtual void reject(RecordIssue issue) = 0;       ///< one bad record; the rest goes on
  virtual void warn(RecordIssue issue) = 0;  ///< a record that is taken, with a fault worth mending
  virtual void
  fold() = 0;  ///< one further source record that a record given by add() already stands for
  virtual void wait() = 0;  ///< a part whose whole did not come yet: parts() has it
  /// What came before of the source's parts and wholes; of this run alone where the sink keeps
  /// nothing.
  virtual FeedParts& parts() { return held_parts_; }

 private:
  HeldParts held_parts_;
};

/// Whether what a feed does not name is gone from its source.
enum class Completeness {
  kComplete,
  kPartial,  ///< a single page, RPDE, or --partial: only explicit deletions remove
};

}  // namespace kring::catalog
