// Who may ask what of `kring serve`, and how is that said on the command line?
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalog/result.h"
#include "service/access/gate.h"
#include "service/access/issuer.h"
#include "service/api.h"
#include "service/log.h"
#include "service/rim.h"

namespace CLI {
class App;
}

namespace kring::service {

struct AccessOptions {
  std::string keys = {};                     ///< file of kring keys; "": there are none
  std::string audit = {};                    ///< file of the audit trail; "": none is kept
  std::vector<access::Issuer> issuers = {};  ///< whose tokens are trusted
  access::Unnamed local = access::Unnamed::kTrusted;
  access::Unnamed network = access::Unnamed::kPublicOnly;

  bool operator==(const AccessOptions&) const = default;
};

void add_access_flags(CLI::App& command, AccessOptions& options);

/// What a flag did not say, the file says.
AccessOptions merge(AccessOptions flags, const AccessOptions& file);

/// Listening beyond this machine, as "HOST:PORT" says, wants names or an express leave.
catalog::Problems find_access_problems(const AccessOptions& options,
                                       const std::vector<std::string>& listen);

/// Throws catalog::Error where the trail cannot be written. Without a trail it records nothing.
Tracing make_tracing(const AccessOptions& options, const Clock& clock);

/// Why a token is refused is logged, and nothing of it. Throws catalog::Error where the keys cannot
/// be read.
std::shared_ptr<access::Gate> make_gate(const AccessOptions& options,
                                        const Clock& clock,
                                        const Log& log);

}  // namespace kring::service
