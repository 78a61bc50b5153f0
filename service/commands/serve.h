// How does a subcommand start the service?
#pragma once

#include <string>
#include <vector>

namespace kring::service {

struct ServeOptions {
  std::string catalog;              ///< file of the catalogue
  std::string index;                ///< folder of the index
  std::vector<std::string> listen;  ///< "HOST:PORT" or "unix:PATH", at least one
};

/// Serves until SIGTERM or SIGINT and gives the exit code. Prints the real addresses to standard
/// error.
int serve(const ServeOptions& options);

}  // namespace kring::service
