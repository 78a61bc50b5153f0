// Whose API key is this, now?
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "service/access/caller.h"
#include "service/access/credential.h"
#include "service/access/key_file.h"

namespace kring::service::access {

using WallClock = std::function<std::chrono::system_clock::time_point()>;

/// The keys of one file. Looks at each request whether the file has been replaced, so that a
/// revocation holds from that moment. Thread-safe.
class KeyRing {
 public:
  /// Throws as load_keys does.
  KeyRing(std::string path, WallClock clock);

  /// Absent where the key is unknown, expired or revoked. Throws as load_keys does where the file
  /// has become unreadable: then no key is valid.
  std::optional<Caller> find_caller(const ApiKey& key);

 private:
  struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t file = 0;
    std::int64_t changed_ns = 0;
    std::int64_t bytes = 0;
    bool operator==(const Stamp&) const = default;
  };

  [[nodiscard]] Stamp read_stamp() const;
  std::shared_ptr<const KeyRecords> refresh();

  const std::string path_;
  const WallClock clock_;
  std::mutex mutex_;
  std::optional<Stamp> stamp_;  ///< of what `keys_` were read from
  std::shared_ptr<const KeyRecords> keys_;
};

}  // namespace kring::service::access
