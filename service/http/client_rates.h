// Does a client ask more often than it may?
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "service/http/limits.h"

namespace kring::service {

/// A bucket of tokens for each client: one request takes one, and they come back with time. Of a
/// client nothing is held but a number that its address leads to and that leads to no address, and
/// that no longer than its bucket is not full. Thread-safe.
class ClientRates {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// `secret` is another one in every process, so that nobody can choose addresses that meet.
  ClientRates(RequestRate rate, std::uint64_t secret);

  /// Whether the client may ask now; takes a token then. A client without an address ("") always
  /// may.
  bool take(std::string_view client, Moment now);

 private:
  struct Bucket {
    double tokens = 0;
    Moment filled;  ///< when `tokens` was true
  };

  Bucket& find_bucket(std::uint64_t key, Moment now);
  void forget_full(Moment now);
  [[nodiscard]] double tokens_of(const Bucket& bucket, Moment now) const;

  const RequestRate rate_;
  const std::uint64_t secret_;
  std::mutex mutex_;
  Moment swept_;  ///< when full buckets were last forgotten
  std::unordered_map<std::uint64_t, Bucket> buckets_;
};

}  // namespace kring::service
