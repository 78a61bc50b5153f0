// How is a configuration file read?
#pragma once

#include <cstddef>
#include <string>

#include "catalog/result.h"
#include "service/commands/config/value.h"

namespace kring::service::config {

inline constexpr std::size_t kMaxBytes = 65'536;  ///< of one file
/// Each dot may open a table within a table, which the library walks by recursion; how deep lists
/// and inline tables go it limits itself (256).
inline constexpr std::size_t kMaxDots = 4'000;

struct File {
  std::string name;  ///< as problems call it
  std::string text;
};

/// The bytes of the file at `path`. A problem where it cannot be read or is too large.
catalog::Result<File> load_file(const std::string& path);

/// The file as a table. A problem with its line where it is no TOML, or without where
/// it is no UTF-8.
catalog::Result<Value> parse_file(const File& file);

}  // namespace kring::service::config
