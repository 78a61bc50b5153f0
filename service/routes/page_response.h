// What do the routes do alike that answer with a page for people?
#pragma once

#include <string>

#include "service/routes/exchange.h"

namespace kring::service {

/// As the address asks ("?taal=en"), else as the client prefers.
catalog::Language page_language(const Call& call);

Response make_page_response(int status,
                            std::string html,
                            catalog::Language language,
                            Caching caching);

}  // namespace kring::service
