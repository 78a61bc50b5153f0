#include "service/access/key.h"

#include <algorithm>

#include "service/access/credential.h"
#include "service/access/digest.h"

namespace kring::service::access {

NewKey make_key() {
  NewKey key;
  key.id = make_random_digits(kKeyIdBytes);
  key.text = std::string(kKeyPrefix) + key.id + "_" + make_random_digits(kKeySecretBytes);
  key.hash = sha256(key.text);
  return key;
}

std::string shown(const KeyRecord& key) {
  return std::string(kKeyPrefix) + key.id;
}

std::optional<std::string_view> find_key_id(std::string_view text) {
  static constexpr std::size_t kIdDigits = kKeyIdBytes * 2;
  static constexpr std::size_t kLength = kKeyPrefix.size() + kIdDigits + 1 + kKeySecretBytes * 2;
  if (text.size() != kLength || !text.starts_with(kKeyPrefix)) return std::nullopt;
  if (text[kKeyPrefix.size() + kIdDigits] != '_') return std::nullopt;
  return text.substr(kKeyPrefix.size(), kIdDigits);
}

KeyState state_of(const KeyRecord& key, std::chrono::system_clock::time_point now) {
  if (key.revoked) return KeyState::kRevoked;
  const auto today = std::chrono::floor<std::chrono::days>(now);
  return today > key.expires ? KeyState::kExpired : KeyState::kValid;
}

bool is_key(const KeyRecord& key, std::string_view text) {
  return equals_in_constant_time(key.hash, sha256(text));
}

}  // namespace kring::service::access
