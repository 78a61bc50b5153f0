// Which items of a feed tell of one activity together, where they may come apart?
//
// A series and its meetings are items of their own, on other pages and in other harvests; each says
// by a name what it belongs to. What came is remembered, so that the whole is told as well as the
// parts, whichever came first.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/json.h"

namespace kring::catalog {

struct FeedPart {
  std::string key;                 ///< of the item, in its feed
  std::int64_t modified = 0;       ///< as the feed counts
  std::vector<std::string> names;  ///< of a whole: by which its parts name it; at least one
  std::string whole;               ///< of a part: one of these names; "" for a whole
  Json data;
  bool operator==(const FeedPart&) const = default;
};

/// The items of one source.
class FeedParts {
 public:
  FeedParts() = default;
  FeedParts(const FeedParts&) = delete;
  FeedParts& operator=(const FeedParts&) = delete;
  FeedParts(FeedParts&&) = delete;
  FeedParts& operator=(FeedParts&&) = delete;
  virtual ~FeedParts() = default;

  /// In the place of what has the same key. Of wholes with one name the last counts.
  virtual void put(const FeedPart& part) = 0;
  /// Forgets the item; absent where there is none.
  virtual std::optional<FeedPart> take(const std::string& key) = 0;
  /// Absent where nothing has that name.
  [[nodiscard]] virtual std::optional<FeedPart> find_whole(const std::string& name) = 0;
  /// By `modified`, then by key.
  [[nodiscard]] virtual std::vector<FeedPart> parts_of(const std::string& name) = 0;
};

/// Held for as long as this is.
class HeldParts : public FeedParts {
 public:
  void put(const FeedPart& part) override;
  std::optional<FeedPart> take(const std::string& key) override;
  [[nodiscard]] std::optional<FeedPart> find_whole(const std::string& name) override;
  [[nodiscard]] std::vector<FeedPart> parts_of(const std::string& name) override;

 private:
  std::map<std::string, FeedPart> parts_;                     ///< by key
  std::map<std::string, std::string> whole_of_;               ///< key of a whole, by each name
  std::map<std::string, std::vector<std::string>> parts_of_;  ///< keys of parts, by the name
};

}  // namespace kring::catalog
