// How does a test read a configuration?
#pragma once

#include <string>
#include <vector>

#include "catalog/result.h"
#include "service/commands/serve_config.h"

namespace kring::service::tests {

/// The text as the file kring.toml, and nothing else that says something.
config::Sources sources_of(const std::string& text);

catalog::Result<ServeConfig> read(const std::string& text);

/// The options of a text that has no fault.
ServeOptions options_of(const std::string& text);

/// "pointer: text" of each fault, in English.
std::vector<std::string> faults_of(const config::Sources& sources);

}  // namespace kring::service::tests
