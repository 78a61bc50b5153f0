// What do the routes do alike that answer with a page for people?
#pragma once

#include <string>

#include "service/routes/exchange.h"
#include "service/site/texts.h"

namespace kring::service {

/// Those of the language that the address asks ("?taal=en"), else of what the client prefers.
const PageTexts& page_texts_for(const Call& call);

Response make_page_response(int status, std::string html, const PageTexts& texts, Caching caching);

}  // namespace kring::service
