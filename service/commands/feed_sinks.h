// What happens to a record between the importer and the catalogue?
#pragma once

#include <string>
#include <unordered_set>

#include "catalog/formats/feed.h"
#include "catalog/places.h"
#include "catalog/store/store.h"
#include "service/commands/progress.h"

namespace kring::service {

/// Hands everything on; shows how far the work is, and warns of coordinates that contradict their
/// postcode.
class WatchingSink : public catalog::FeedSink {
 public:
  /// `next` outlives this. Without places no coordinates are compared.
  WatchingSink(catalog::FeedSink& next, catalog::Places places, std::string label);

  void add(catalog::FeedRecord record) override;
  void remove(const std::string& key) override;
  void reject(catalog::RecordIssue issue) override;
  void warn(catalog::RecordIssue issue) override;
  void fold() override;

 private:
  void count();
  void check_places(const catalog::FeedRecord& record);

  catalog::FeedSink& next_;
  catalog::Places places_;
  ProgressBar progress_;
  std::size_t read_ = 0;
};

/// Counts as the catalogue would for a new source, and keeps nothing.
class CheckingSink : public catalog::FeedSink {
 public:
  void add(catalog::FeedRecord record) override;
  void remove(const std::string& key) override;
  void reject(catalog::RecordIssue issue) override;
  void warn(catalog::RecordIssue issue) override;
  void fold() override;

  /// The report of an import into an empty catalogue.
  [[nodiscard]] catalog::ImportReport finish(const std::string& source);

 private:
  catalog::ImportReport report_;
  std::unordered_set<std::string> added_;
  std::unordered_set<std::string> removed_;
};

}  // namespace kring::service
