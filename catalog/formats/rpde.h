// Which items of RPDE pages hold, when pages overlap and repeat?
//
// Real-time Paged Data Exchange 1.0: items are ordered by (modified, id); of one kind and id the
// last modified counts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/formats.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// One item, or one data object that stood without a page.
struct RpdeItem {
  std::string kind;  ///< "" for a bare object
  std::string id;
  std::int64_t modified = 0;
  bool is_deleted = false;
  Json data;
  std::string place;  ///< in the feed

  /// The feed key: the id alone where it is a uuid; else with its kind, for RPDE keeps ids unique
  /// within a kind only.
  [[nodiscard]] std::string key() const;
};

/// Gathers the items of a run.
class RpdeItems {
 public:
  explicit RpdeItems(FeedSink& sink) : sink_(sink) {}

  /// A page: {"items": […], "next": …}.
  void add_page(const Json& page, const std::string& place);
  /// A data object without a page.
  void add_bare(const Json& data, const std::string& place);

  /// What holds, ordered by (modified, id); bare objects in the order of the feed.
  [[nodiscard]] std::vector<RpdeItem> take();

  [[nodiscard]] bool has_pages() const { return has_pages_; }
  [[nodiscard]] const std::string& next() const { return next_; }
  [[nodiscard]] const std::string& licence() const { return licence_; }
  [[nodiscard]] const RecordTerms& terms() const { return terms_; }

 private:
  void add_item(const Json& item, const std::string& place);
  void keep(RpdeItem item);

  FeedSink& sink_;
  std::vector<RpdeItem> items_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of_;  ///< by kind and id
  std::string next_;
  std::string licence_;
  RecordTerms terms_;
  bool has_pages_ = false;
};

}  // namespace kring::catalog::formats
