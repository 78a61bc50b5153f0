// How do the subcommands that answer a profile read it and refuse it?
#pragma once

#include <string>

#include "catalog/result.h"

namespace kring::service {

/// The file at `path`, or standard input for "-". Throws catalog::Error where it cannot be read or
/// is longer than the service takes.
std::string load_profile(const std::string& path);

/// Tells each problem on standard error, a line each, and gives the exit code.
int refuse(const catalog::Problems& problems, catalog::Language language);

}  // namespace kring::service
