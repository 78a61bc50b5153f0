#include "service/routes/page_response.h"

#include <utility>

namespace kring::service {

catalog::Language page_language(const Call& call) {
  for (const QueryParameter& parameter : call.request.query) {
    if (parameter.name != "taal") continue;
    if (parameter.value == "en") return catalog::Language::kEnglish;
    if (parameter.value == "nl") return catalog::Language::kDutch;
  }
  return call.language;
}

Response make_page_response(int status,
                            std::string html,
                            catalog::Language language,
                            Caching caching) {
  return with_language({status,
                        {{"Content-Type", "text/html; charset=utf-8"},
                         {"Cache-Control", caching == Caching::kNever ? "no-store" : "no-cache"}},
                        std::move(html)},
                       language);
}

}  // namespace kring::service
