// Is any access token, and any set of keys, read or refused without harm?
//
// Two fields: the token, and the set.
#include "service/access/issuer.h"
#include "service/access/signature.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  namespace access = service::access;
  const auto fields = split_fields(bytes, 2);
  const auto keys = access::parse_key_set(fields[1]);
  expect(!keys || keys->size() <= access::kMaxIssuerKeys, "no more keys than the limit");
  const auto parsed = access::parse_token(fields[0]);
  const auto* token = std::get_if<access::Token>(&parsed);
  if (token == nullptr) return;
  const access::Issuer issuer{.name = "https://a.example",
                              .audience = "kring",
                              .key_set = "",
                              .roles_claim = "/realm/roles",
                              .roles = {{"match", access::Role::kProfessional}}};
  const auto outcome =
      access::judge_claims(token->claims, issuer, std::chrono::sys_days(std::chrono::days(20'000)));
  if (const auto* caller = std::get_if<access::Caller>(&outcome))
    expect(caller->identity == access::Identity::kToken, "a caller is known by the token");
  if (!keys) return;
  for (const access::PublicKey& key : *keys)
    access::is_signed_by(*token, key);
}

}  // namespace kring::fuzz
