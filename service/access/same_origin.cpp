#include "service/access/same_origin.h"

namespace kring::service::access {

bool is_same_origin(const Headers& headers, std::string_view origin) {
  // A page that sends no referrer has "null" for an origin in its forms, although it is ours.
  if (const auto site = find_header(headers, "Sec-Fetch-Site")) return site == "same-origin";
  const auto sent = find_header(headers, "Origin");
  return sent && equals_ignoring_case(*sent, origin);
}

}  // namespace kring::service::access
