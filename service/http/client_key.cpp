#include "service/http/client_key.h"

#include <functional>
#include <string>

namespace kring::service {

ClientKey make_client_key(std::string_view client, std::uint64_t secret) {
  return std::hash<std::string>{}(std::to_string(secret) + std::string(client));
}

}  // namespace kring::service
