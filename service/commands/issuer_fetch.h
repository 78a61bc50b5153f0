// How are the keys of an identity provider fetched?
#pragma once

#include <string>
#include <vector>

#include "service/access/issuer_keys.h"

namespace kring::service {

/// Small, quick and without redirects. Addresses that are not public are asked where they are of a
/// host that the operator configured, as hospitals have their provider inside.
access::Fetch make_issuer_fetch(const std::vector<access::Issuer>& issuers);

}  // namespace kring::service
