// How are the keys of an identity provider fetched?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/access/issuer_keys.h"

namespace kring::service {

/// Whether tokens may be checked with keys from there: https, or this machine.
bool is_issuer_address(std::string_view address);

/// Small, quick and without redirects. Addresses that are not public are asked where they are of a
/// host that the operator configured, as hospitals have their provider inside.
access::Fetch make_issuer_fetch(const std::vector<access::Issuer>& issuers);

}  // namespace kring::service
