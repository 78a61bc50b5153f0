// Is a credential read in one way only?
#include "service/access/credential.h"

#include <catch2/catch.hpp>

namespace kring::service::access {

TEST_CASE("a key is read from either header, and a token from Authorization alone") {
  CHECK(std::get<ApiKey>(read_credential({{"authorization", "bearer  kring_a"}})).text
        == "kring_a");
  CHECK(std::get<ApiKey>(read_credential({{"X-Api-Key", "kring_a"}})).text == "kring_a");
  CHECK(std::get<BearerToken>(read_credential({{"Authorization", "Bearer a.b.c"}})).text
        == "a.b.c");
  CHECK(std::holds_alternative<BadCredential>(read_credential({{"X-API-Key", "a.b.c"}})));
  CHECK(std::holds_alternative<NoCredential>(read_credential({{"Host", "a"}})));
}

TEST_CASE("two credentials, another scheme and what is no token are refused") {
  const Headers two = {{"X-API-Key", "kring_a"}, {"Authorization", "Bearer kring_a"}};
  CHECK(std::holds_alternative<BadCredential>(read_credential(two)));
  for (const char* value :
       {"Basic a", "Bearer", "Bearer ", "Bearer a b", "Bearer a,b", "", "Bearer \xC3\xA9"}) {
    CAPTURE(value);
    CHECK(std::holds_alternative<BadCredential>(read_credential({{"Authorization", value}})));
  }
  const std::string long_token(kMaxCredentialBytes + 1, 'a');
  CHECK(std::holds_alternative<BadCredential>(
      read_credential({{"Authorization", "Bearer " + long_token}})));
}

}  // namespace kring::service::access
