// Who may ask what of `kring serve`, and what keeps strangers out?
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "service/access/gate.h"
#include "service/access/issuer.h"
#include "service/api.h"
#include "service/log.h"
#include "service/rim.h"

namespace kring::service {

struct AccessOptions {
  std::string keys = {};                     ///< file of kring keys; "": there are none
  std::string audit = {};                    ///< file of the audit trail; "": none is kept
  std::vector<access::Issuer> issuers = {};  ///< whose tokens are trusted
  access::Unnamed local = access::Unnamed::kTrusted;
  access::Unnamed network = access::Unnamed::kPublicOnly;

  bool operator==(const AccessOptions&) const = default;
};

/// Throws catalog::Error where the trail cannot be written. Without a trail it records nothing.
Tracing make_tracing(const AccessOptions& options, const Clock& clock);

/// Why a token is refused is logged, and nothing of it. Throws catalog::Error where the keys cannot
/// be read.
std::shared_ptr<access::Gate> make_gate(const AccessOptions& options,
                                        const Clock& clock,
                                        const Log& log);

}  // namespace kring::service
