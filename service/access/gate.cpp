#include "service/access/gate.h"

#include <random>
#include <utility>

#include "service/access/cookie.h"
#include "service/access/same_origin.h"

namespace kring::service::access {

Gate::Gate(GateOptions options)
    : options_(std::move(options)),
      anonymous_(options_.anonymous_rate, std::random_device()()),
      named_(options_.named_rate, std::random_device()()) {}

Caller Gate::make_unnamed(const Request& request) const {
  const bool local = request.client.place == ClientPlace::kThisMachine;
  Caller caller;
  if (local) {
    caller.identity = Identity::kLocal;
    caller.who = "local";
  }
  if ((local ? options_.local : options_.network) == Unnamed::kTrusted)
    caller.roles = kUnnamedRoles;
  return caller;
}

std::optional<Caller> Gate::find_by_session(const Request& request) const {
  if (!options_.sessions) return std::nullopt;
  const auto number = find_cookie(request.headers, options_.sessions->cookie);
  return number ? options_.sessions->find(*number) : std::nullopt;
}

bool Gate::is_cross_site(const Request& request, Method method) const {
  if (!options_.sessions || method == Method::kGet || method == Method::kOptions) return false;
  const bool comes_by_cookie =
      std::holds_alternative<NoCredential>(read_credential(request.headers))
      && find_cookie(request.headers, options_.sessions->cookie);
  return comes_by_cookie && !is_same_origin(request.headers, options_.sessions->origin);
}

std::variant<Caller, Denial> Gate::identify(const Request& request) const {
  const Credential credential = read_credential(request.headers);
  if (std::holds_alternative<NoCredential>(credential))
    return find_by_session(request).value_or(make_unnamed(request));
  const auto* const key = std::get_if<ApiKey>(&credential);
  if (key != nullptr && options_.find_by_key) {
    if (auto caller = options_.find_by_key(*key)) return *std::move(caller);
  }
  const auto* const token = std::get_if<BearerToken>(&credential);
  if (token != nullptr && options_.find_by_token) return options_.find_by_token(*token);
  return Denial{Refusal::kBadCredential};
}

std::optional<std::chrono::seconds> Gate::take_turn(const Request& request, const Caller& caller) {
  if (caller.identity == Identity::kLocal) return std::nullopt;
  if (caller.identity == Identity::kAnonymous)
    return anonymous_.take(request.client.network, options_.clock());
  return named_.take(caller.who, options_.clock());
}

std::variant<Caller, Denial> Gate::admit(const Request& request,
                                         Method method,
                                         std::string_view pattern) {
  const Need* const need = find_need(method, pattern);
  if (need == nullptr) return Denial{Refusal::kForbidden};
  if (need->entrance == Entrance::kOpen) return Caller{};
  const auto identified = identify(request);
  const auto* const caller = std::get_if<Caller>(&identified);
  // A wrong key costs a turn of the address that sends it, so that keys are not tried without end.
  const Caller counted = caller == nullptr ? Caller{} : *caller;
  if (const auto wait = take_turn(request, counted))
    return Denial{Refusal::kTooManyRequests, counted, *wait};
  if (caller == nullptr) return std::get<Denial>(identified);
  if (is_cross_site(request, method)) return Denial{Refusal::kCrossSite, *caller};
  if (need->entrance == Entrance::kPublic || caller->roles.has_any_of(need->roles)) return *caller;
  const bool has_name = caller->identity == Identity::kKey || caller->identity == Identity::kToken;
  if (has_name) return Denial{Refusal::kForbidden, *caller};
  return Denial{options_.sessions ? Refusal::kNotLoggedIn : Refusal::kNoCredential, *caller};
}

}  // namespace kring::service::access
