#include "service/routes/page_response.h"

#include <utility>

namespace kring::service {

const PageTexts& page_texts_for(const Call& call) {
  for (const QueryParameter& parameter : call.request.query) {
    if (parameter.name != "taal") continue;
    if (const PageTexts* const texts = find_page_texts(parameter.value)) return *texts;
  }
  return page_texts(call.language);
}

Response make_page_response(int status, std::string html, const PageTexts& texts, Caching caching) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", caching == Caching::kNever ? "no-store" : "no-cache"},
           {"Content-Language", texts.tag()}},
          std::move(html)};
}

}  // namespace kring::service
