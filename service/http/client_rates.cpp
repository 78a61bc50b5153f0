// How often may one client ask?
#include "service/http/client_rates.h"

#include <algorithm>
#include <cmath>

namespace kring::service {
namespace {

/// Of every client that there is no room for.
constexpr ClientKey kSharedKey = 0;
constexpr std::chrono::seconds kSweepEvery{1};

}  // namespace

ClientRates::ClientRates(RequestRate rate, std::uint64_t secret) : rate_(rate), secret_(secret) {}

std::optional<std::chrono::seconds> ClientRates::take(std::string_view client, Moment now) {
  const ClientKey key = make_client_key(client, secret_);
  const std::lock_guard lock(mutex_);
  Bucket& bucket = find_bucket(key, now);
  bucket.tokens = tokens_of(bucket, now);
  bucket.filled = now;
  if (bucket.tokens < 1)
    return std::chrono::seconds(std::lround(std::ceil((1 - bucket.tokens) / rate_.per_second)));
  bucket.tokens -= 1;
  return std::nullopt;
}

double ClientRates::tokens_of(const Bucket& bucket, Moment now) const {
  const std::chrono::duration<double> since = now - bucket.filled;
  return std::min(rate_.burst, bucket.tokens + since.count() * rate_.per_second);
}

ClientRates::Bucket& ClientRates::find_bucket(ClientKey key, Moment now) {
  const auto found = buckets_.find(key);
  if (found != buckets_.end()) return found->second;
  if (buckets_.size() >= kMaxClients) forget_full(now);
  const bool has_room = buckets_.size() < kMaxClients;
  return buckets_.try_emplace(has_room ? key : kSharedKey, Bucket{rate_.burst, now}).first->second;
}

void ClientRates::forget_full(Moment now) {
  if (now - swept_ < kSweepEvery) return;
  swept_ = now;
  std::erase_if(buckets_,
                [&](const auto& entry) { return tokens_of(entry.second, now) >= rate_.burst; });
}

}  // namespace kring::service
