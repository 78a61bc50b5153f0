#include "service/access/key_ring.h"

#include <algorithm>
#include <utility>

#include <sys/stat.h>

namespace kring::service::access {

KeyRing::KeyRing(std::string path, WallClock clock)
    : path_(std::move(path)), clock_(std::move(clock)) {
  refresh();
}

KeyRing::Stamp KeyRing::read_stamp() const {
  struct stat status {};
  if (::stat(path_.c_str(), &status) != 0) return {};
  static constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return {status.st_dev, status.st_ino,
          status.st_ctim.tv_sec * kNanoseconds + status.st_ctim.tv_nsec, status.st_size};
}

std::shared_ptr<const KeyRecords> KeyRing::refresh() {
  const Stamp stamp = read_stamp();
  const std::lock_guard lock(mutex_);
  if (stamp_ == stamp) return keys_;
  stamp_.reset();  // what cannot be read now is tried again at the next request
  keys_ = std::make_shared<const KeyRecords>(load_keys(path_));
  stamp_ = stamp;
  return keys_;
}

std::optional<Caller> KeyRing::find_caller(const ApiKey& key) {
  const auto keys = refresh();
  const auto id = find_key_id(key.text);
  if (!id) return std::nullopt;
  const auto found = std::find_if(keys->begin(), keys->end(),
                                  [&id](const KeyRecord& record) { return record.id == *id; });
  if (found == keys->end() || !is_key(*found, key.text)) return std::nullopt;
  if (state_of(*found, clock_()) != KeyState::kValid) return std::nullopt;
  return Caller{Identity::kKey, "key:" + found->id, found->roles, found->scope};
}

}  // namespace kring::service::access
