// How is it told which feeds are kept, and how each does?
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/store/store.h"

namespace kring::service {

/// A kept feed with the number of its source's live records.
struct FeedHealth {
  catalog::KeptFeed feed;
  std::size_t records = 0;
};

/// By source.
std::vector<FeedHealth> read_feed_health(const catalog::ActivityStore& store);

/// Moments as "2026-11-26T10:00:00Z"; null where it never happened. Without the queries of
/// addresses, which may hold a key.
catalog::Json feeds_to_json(const std::vector<FeedHealth>& feeds);
std::string feeds_to_text(const std::vector<FeedHealth>& feeds);

/// In Prometheus' text format: kring_feed_last_good_seconds, kring_feed_records,
/// kring_feed_errors_total and kring_feed_held_records by source; "" without feeds.
std::string feeds_to_metrics(const std::vector<FeedHealth>& feeds);

}  // namespace kring::service
