#include "service/access/issuer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kring::service::access {
namespace {

using catalog::Json;

constexpr std::size_t kMaxSubjectBytes = 256;
constexpr std::size_t kMaxScopeBytes = 256;

/// By name, or by JSON pointer where it begins with a slash.
const Json& find_claim(const Json& claims, std::string_view name) {
  if (!name.starts_with('/')) return claims[name];
  const Json* found = &claims;
  while (!name.empty()) {
    name.remove_prefix(1);
    const std::size_t end = std::min(name.find('/'), name.size());
    found = &(*found)[name.substr(0, end)];
    name.remove_prefix(end);
  }
  return *found;
}

/// A list of texts, or one text with blanks between the words, as "scope" has it.
std::vector<std::string_view> read_words(const Json& claim) {
  std::vector<std::string_view> words;
  for (const Json& entry : claim.array()) {
    if (const auto word = entry.string()) words.push_back(*word);
  }
  std::string_view text = claim.string().value_or("");
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_for(const Json& audience, std::string_view wanted) {
  if (audience.string()) return *audience.string() == wanted;
  return std::any_of(audience.array().begin(), audience.array().end(),
                     [wanted](const Json& entry) { return entry.string() == wanted; });
}

std::optional<TokenFault> find_time_fault(const Json& claims,
                                          std::chrono::system_clock::time_point now) {
  const auto expires = claims["exp"].number();
  const auto issued = claims["iat"].number();
  const bool has_begin = !claims["nbf"].is_null();
  const auto begins = has_begin ? claims["nbf"].number() : issued;
  if (!expires || !issued || !begins) return TokenFault::kIncomplete;
  if (seconds_of(now - kLeeway) >= *expires) return TokenFault::kExpired;
  const double soon = seconds_of(now + kLeeway);
  if (soon < *begins || soon < *issued) return TokenFault::kTooEarly;
  return std::nullopt;
}

std::string read_scope(const Json& claims, std::string_view name) {
  if (name.empty()) return "";
  const auto text = find_claim(claims, name).string().value_or("");
  return text.size() <= kMaxScopeBytes ? std::string(text) : "";
}

Roles read_roles(const Json& claims, const Issuer& issuer, const Scope& scope) {
  Roles roles;
  for (const std::string_view word : read_words(find_claim(claims, issuer.roles_claim))) {
    for (const auto& [value, role] : issuer.roles) {
      const bool holds = value == word && find_scope_fault({role}, scope) == ScopeFault::kNone;
      if (holds) roles.add(role);
    }
  }
  return roles;
}

}  // namespace

std::variant<Caller, TokenFault> judge_claims(const Json& claims,
                                              const Issuer& issuer,
                                              std::chrono::system_clock::time_point now) {
  if (!is_for(claims["aud"], issuer.audience)) return TokenFault::kAudience;
  if (const auto fault = find_time_fault(claims, now)) return *fault;
  if (!claims["cnf"].is_null()) return TokenFault::kBound;
  const auto subject = claims["sub"].string();
  if (!subject || subject->empty() || subject->size() > kMaxSubjectBytes)
    return TokenFault::kIncomplete;
  Caller caller;
  caller.identity = Identity::kToken;
  caller.who = "token:" + issuer.name + "#" + std::string(*subject);
  caller.scope = {read_scope(claims, issuer.municipality_claim),
                  read_scope(claims, issuer.organization_claim)};
  caller.roles = read_roles(claims, issuer, caller.scope);
  return caller;
}

}  // namespace kring::service::access
