// Where are the items of a feed kept that tell of one activity together?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/formats/feed_parts.h"
#include "catalog/store/database.h"

namespace kring::catalog::store {

/// Those of one source. Written in the transaction that runs. Functions throw Error as the database
/// does.
class KeptParts : public FeedParts {
 public:
  KeptParts(Database& database, std::string source);

  void put(const FeedPart& part) override;
  std::optional<FeedPart> take(const std::string& key) override;
  [[nodiscard]] std::optional<FeedPart> find_whole(const std::string& name) override;
  [[nodiscard]] std::vector<FeedPart> parts_of(const std::string& name) override;

 private:
  [[nodiscard]] FeedPart read(const Statement& row);
  [[nodiscard]] std::vector<std::string> names_of(const std::string& key);

  Database& database_;
  std::string source_;
};

/// Forgets the items of the source.
void remove_parts(Database& database, const std::string& source);

}  // namespace kring::catalog::store
