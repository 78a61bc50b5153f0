// What happens to a record between the importer and the catalogue?
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/places.h"
#include "catalog/store/store.h"
#include "service/commands/progress.h"

namespace kring::service {

inline constexpr std::size_t kMaxCategories = 10'000;  ///< that are counted; further ones are not

/// What is wrong with the coordinates at `pointer`; absent where nothing is.
std::optional<catalog::Problem> describe_coordinates(catalog::CoordinateFault fault,
                                                     const std::string& pointer);

/// Hands everything on; shows how far the work is, warns of coordinates that contradict their
/// postcode, and counts categories that stand for no concept.
class WatchingSink : public catalog::FeedSink {
 public:
  /// `next` outlives this. Without places no coordinates are compared.
  WatchingSink(catalog::FeedSink& next, catalog::Places places, std::string label);

  void add(catalog::FeedRecord record) override;
  void remove(const std::string& key) override;
  void reject(catalog::RecordIssue issue) override;
  void warn(catalog::RecordIssue issue) override;
  void fold() override;
  void wait() override;
  catalog::FeedParts& parts() override { return next_.parts(); }

  /// The most used first, then by name.
  [[nodiscard]] std::vector<catalog::CategoryCount> unmapped_categories() const;

 private:
  void count();
  void count_categories(const std::vector<std::string>& tags);
  void check_places(const catalog::FeedRecord& record);

  catalog::FeedSink& next_;
  catalog::Places places_;
  ProgressBar progress_;
  std::size_t read_ = 0;
  std::map<std::string, std::size_t> unmapped_;
};

/// Counts as the catalogue would for a new source, and keeps nothing.
class CheckingSink : public catalog::FeedSink {
 public:
  void add(catalog::FeedRecord record) override;
  void remove(const std::string& key) override;
  void reject(catalog::RecordIssue issue) override;
  void warn(catalog::RecordIssue issue) override;
  void fold() override;
  void wait() override;

  /// The report of an import into an empty catalogue.
  [[nodiscard]] catalog::ImportReport finish(const std::string& source);

 private:
  catalog::ImportReport report_;
  std::unordered_set<std::string> added_;
  std::unordered_set<std::string> removed_;
};

}  // namespace kring::service
