// How are API keys kept in a file?
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"
#include "service/access/key.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxKeys = 10'000;              ///< of one file
inline constexpr std::size_t kMaxKeyFileBytes = 16'777'216;  ///< 16 MiB

using KeyRecords = std::vector<KeyRecord>;

/// Reads the text of a file of keys; every fault at once.
catalog::Result<KeyRecords> parse_keys(std::string_view text);
std::string write_keys(const KeyRecords& keys);

/// Throws catalog::Error where the file cannot be read or is no file of keys.
KeyRecords load_keys(const std::string& path);

/// Replaces the file by what `change` makes of its keys, with the same owner. A missing file has
/// no keys, and is made for its owner alone to read. Two changes at once come one after the other,
/// and who reads sees a whole file. Throws catalog::Error; then the file is as it was.
void change_keys(const std::string& path, const std::function<void(KeyRecords&)>& change);

}  // namespace kring::service::access
