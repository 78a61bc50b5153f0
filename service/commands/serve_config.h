// What does the service's configuration file say?
#pragma once

#include <string>

#include "catalog/result.h"
#include "service/commands/serve.h"

namespace kring::service {

/// Reads TOML with the keys catalog, index (text), listen (text or a list of texts),
/// crisis_contacts (blocks of name and phone), access and harvest (blocks); all are optional here.
/// Every fault at once: unreadable file, no TOML, unknown key, wrong kind of value.
catalog::Result<ServeOptions> read_serve_config(const std::string& path);

}  // namespace kring::service
