// What is an API key, and what is kept of it?
//
// A key is 256 random bits, so its SHA-256 alone is kept: nobody can guess their way back to it,
// and a slow hash, as passwords need, would only slow every request down.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/quantity.h"
#include "service/access/caller.h"

namespace kring::service::access {

inline constexpr std::size_t kKeyIdBytes = 6;       ///< public; 12 digits in the key
inline constexpr std::size_t kKeySecretBytes = 32;  ///< 64 digits in the key
inline constexpr std::size_t kMaxKeyNameBytes = 100;

/// What is kept of a key.
struct KeyRecord {
  std::string id;    ///< 12 hexadecimal digits, by which it is found and named
  std::string name;  ///< of the system that has it, for people
  std::string hash;  ///< SHA-256 of the whole key
  Roles roles;       ///< at least one
  Scope scope;
  catalog::Date created;
  catalog::Date expires;                 ///< the last day on which it is valid, in UTC
  std::optional<catalog::Date> revoked;  ///< the day; from that moment on it is not valid

  bool operator==(const KeyRecord&) const = default;
};

/// The whole of a key, shown once.
struct NewKey {
  std::string text;  ///< "kring_<id>_<secret>"
  std::string id;
  std::string hash;
};
NewKey make_key();

/// "kring_1f2e3d4c5b6a", which tells keys apart and opens nothing.
std::string shown(const KeyRecord& key);

/// The id within a key; absent where it has not the form of one.
std::optional<std::string_view> find_key_id(std::string_view text);

enum class KeyState {
  kValid,
  kExpired,
  kRevoked
};
KeyState state_of(const KeyRecord& key, std::chrono::system_clock::time_point now);

/// Whether `text` is this key. Takes as long for every wrong text.
bool is_key(const KeyRecord& key, std::string_view text);

}  // namespace kring::service::access
