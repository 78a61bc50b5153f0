#include "service/commands/issuer_address.h"

#include "catalog/feeds/web_address.h"

namespace kring::service {

bool is_issuer_address(std::string_view address) {
  const auto parsed = catalog::feeds::parse_web_address(address);
  if (!parsed) return false;
  const bool is_here =
      parsed->host == "localhost" || parsed->host == "127.0.0.1" || parsed->host == "[::1]";
  return parsed->scheme == "https" || is_here;
}

}  // namespace kring::service
