// How is an identity provider asked?
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "service/access/code_exchange.h"
#include "service/access/issuer.h"

namespace kring::service {

/// Small, quick and without redirects. Addresses that are not public are asked where they are of a
/// host that the operator configured, as hospitals have their provider inside. No question goes on
/// once `stop` asks.
access::Fetch make_issuer_fetch(const std::vector<access::Issuer>& issuers,
                                std::stop_token stop = {});

/// The same for the token endpoint of one issuer.
access::AskToken make_token_ask(const access::Issuer& issuer);

}  // namespace kring::service
