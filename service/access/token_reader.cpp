#include "service/access/token_reader.h"

#include <algorithm>

namespace kring::service::access {

TokenReader::TokenReader(std::vector<Issuer> issuers, const World& world) : clock_(world.clock) {
  trusted_.reserve(issuers.size());
  for (Issuer& issuer : issuers) {
    auto keys = std::make_unique<IssuerKeys>(issuer, world.fetch, world.steady_clock);
    auto spent = issuer.is_used_once ? std::make_unique<SpentTokens>() : nullptr;
    trusted_.push_back({std::move(issuer), std::move(keys), std::move(spent)});
  }
}

std::variant<Caller, TokenFault, IssuerAwaited> TokenReader::read(const BearerToken& bearer) {
  const auto parsed = parse_token(bearer.text);
  if (const auto* fault = std::get_if<TokenFault>(&parsed)) return *fault;
  const Token& token = std::get<Token>(parsed);
  const auto name = token.claims["iss"].string();
  const auto trusted =
      std::find_if(trusted_.begin(), trusted_.end(),
                   [&name](const Trusted& entry) { return name == entry.issuer.name; });
  if (trusted == trusted_.end()) return TokenFault::kIssuer;
  const auto found = trusted->keys->find_known(token.key_id);
  if (const auto* awaited = std::get_if<IssuerAwaited>(&found)) return *awaited;
  const auto& key = std::get<std::optional<PublicKey>>(found);
  if (!key) return TokenFault::kUnknownKey;
  if (!is_signed_by(token, *key)) return TokenFault::kSignature;
  const auto now = clock_();
  const auto judged = judge_claims(token.claims, trusted->issuer, now);
  if (const auto* fault = std::get_if<TokenFault>(&judged)) return *fault;
  if (trusted->spent) {
    if (const auto fault = trusted->spent->spend(token.claims, now)) return *fault;
  }
  return std::get<Caller>(judged);
}

std::vector<TokenReader::Renewal> TokenReader::renewals() {
  std::vector<Renewal> renewals;
  renewals.reserve(trusted_.size());
  for (const Trusted& entry : trusted_)
    renewals.emplace_back([keys = entry.keys.get()] { keys->renew(); });
  return renewals;
}

}  // namespace kring::service::access
