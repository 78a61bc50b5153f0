#include "service/access/rate_limit.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kring::service::access {

RateLimit::RateLimit(Rate rate, SteadyClock clock, std::size_t max_clients)
    : rate_(rate), clock_(std::move(clock)), max_clients_(max_clients) {}

std::optional<std::chrono::seconds> RateLimit::take(std::string_view client) {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  Bucket& bucket = find_or_add(client, now);
  const std::chrono::duration<double> since = now - bucket.filled;
  bucket.tokens = std::min(rate_.burst, bucket.tokens + since.count() * rate_.per_second);
  bucket.filled = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return std::chrono::seconds(std::lround(std::ceil((1 - bucket.tokens) / rate_.per_second)));
}

RateLimit::Bucket& RateLimit::find_or_add(std::string_view client,
                                          std::chrono::steady_clock::time_point now) {
  const auto known = places_.find(client);
  if (known != places_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, known->second);
    return buckets_.front();
  }
  if (buckets_.size() >= max_clients_) {
    places_.erase(buckets_.back().client);
    buckets_.pop_back();
  }
  buckets_.push_front({std::string(client), rate_.burst, now});
  places_.emplace(buckets_.front().client, buckets_.begin());
  return buckets_.front();
}

}  // namespace kring::service::access
