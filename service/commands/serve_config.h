// What is the service to do, by flags, environment and configuration file?
#pragma once

#include <string>
#include <vector>

#include "catalog/result.h"
#include "service/commands/config/section.h"
#include "service/commands/serve.h"

namespace kring::service {

inline constexpr const char* kDefaultCatalog = "kring.db";
inline constexpr const char* kDefaultIndex = "kring.index";

struct ServeConfig {
  ServeOptions options;
  std::vector<catalog::Text> warnings;
  std::string effective;  ///< TOML of every setting, each with who says so; no secret is in it
};

/// Flags win over the environment, that over the file, that over the defaults. Every fault at once,
/// each with its place.
catalog::Result<ServeConfig> read_serve_config(const config::Sources& sources);

}  // namespace kring::service
