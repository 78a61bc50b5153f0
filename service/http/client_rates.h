// How often may one client ask?
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "service/http/client_key.h"
#include "service/http/limits.h"

namespace kring::service {

/// A bucket of tokens for each client: one request takes one, and they come back with time. Of a
/// client nothing is held but its key, and that no longer than its bucket is not full. Where
/// kMaxClients are held, all others share one bucket. Thread-safe.
class ClientRates {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// `secret` is that of make_client_key.
  ClientRates(RequestRate rate, std::uint64_t secret);

  /// Takes a token; absent where the client may ask now, else how long it must wait, rounded up.
  std::optional<std::chrono::seconds> take(std::string_view client, Moment now);

 private:
  struct Bucket {
    double tokens = 0;
    Moment filled;  ///< when `tokens` was true
  };

  Bucket& find_bucket(ClientKey key, Moment now);
  void forget_full(Moment now);
  [[nodiscard]] double tokens_of(const Bucket& bucket, Moment now) const;

  const RequestRate rate_;
  const std::uint64_t secret_;
  std::mutex mutex_;
  Moment swept_;  ///< when full buckets were last forgotten
  std::unordered_map<ClientKey, Bucket> buckets_;
};

}  // namespace kring::service
