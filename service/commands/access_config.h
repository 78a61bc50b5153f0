// What does the configuration say of who may ask?
#pragma once

#include <string>
#include <vector>

#include "service/commands/access_options.h"
#include "service/commands/config/section.h"

namespace kring::service {

/// [access] with its blocks [[access.issuers]]; without it what is not public needs a name, but on
/// this machine.
AccessOptions read_access(config::Section& top);

/// People who log in come back to the public address.
void refuse_login_without_address(config::Section& top,
                                  const AccessOptions& options,
                                  const std::string& public_address);

/// Listening beyond this machine, as "HOST:PORT" says, wants names or an express leave.
void refuse_unguarded(config::Section& top,
                      const AccessOptions& options,
                      const std::vector<std::string>& listen);

}  // namespace kring::service
