// How does a nested HSDS service become a record of the feed?
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

#include "catalog/formats/feed.h"
#include "catalog/formats/field_reader.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Whether warnings name a service by its id or by where it stands.
enum class ServiceNaming {
  kById,
  kByPlace,
};

/// Gives services to a sink, each with a key, and says what is amiss with them.
class HsdsRecords {
 public:
  /// Changes what was read of a service, where the format has more to say than HSDS 3.
  using Amend = void (*)(const Fields& service, Activity& activity);

  HsdsRecords(FeedSink& sink, ServiceNaming naming, Amend amend = nullptr);

  void add(const Json& service, const std::string& place);

  /// Why nothing of the run can be kept; empty where at least one service was given. Without a good
  /// one the feed is broken, and what it does not name is not gone.
  [[nodiscard]] Problems problems(const std::string& file) const;

 private:
  void reject_nameless(const std::string& record, const std::string& place);

  FeedSink& sink_;
  ServiceNaming naming_;
  Amend amend_;
  std::unordered_set<std::uint64_t> keys_;  ///< their hashes: mistaken once in 2^64
  Problems faults_;
};

}  // namespace kring::catalog::formats
