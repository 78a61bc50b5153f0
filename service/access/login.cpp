#include "service/access/login.h"

#include <algorithm>
#include <array>
#include <random>
#include <utility>

#include "service/access/base64url.h"
#include "service/access/digest.h"
#include "service/access/id_token.h"

namespace kring::service::access {
namespace {

/// By LoginFault's order.
constexpr std::array<std::string_view, 9> kFaultNames = {
    "denied", "provider", "unknown_state", "unreachable", "code",
    "token",  "stale",    "no_auth_time",  "busy"};

constexpr std::size_t kMaxParameterBytes = 4'096;
constexpr std::string_view kThisMachineName = "this machine";  ///< no address reads so

/// The address of the provider's page, with all that this login is.
std::string make_departure(const LoginEndpoints& endpoints,
                           const LoginClient& client,
                           const PendingLogin& login) {
  const bool has_query = endpoints.authorization.find('?') != std::string::npos;
  const std::string challenge = encode_base64url(sha256_bytes(login.verifier));
  const bool asks_age = client.max_age.count() > 0;
  const std::string max_age = std::to_string(client.max_age.count());
  FormFields fields = {{"response_type", "code"},
                       {"client_id", client.id},
                       {"redirect_uri", client.redirect},
                       {"scope", client.scope},
                       {"state", login.state},
                       {"nonce", login.nonce},
                       {"code_challenge", challenge},
                       {"code_challenge_method", "S256"}};
  // With a greatest age the provider must tell when: who takes the prompt off gains nothing.
  if (asks_age || login.asked_anew) fields.emplace_back("max_age", max_age);
  if (login.asked_anew) fields.emplace_back("prompt", "login");
  return endpoints.authorization + (has_query ? "&" : "?") + write_form(fields);
}

/// The part of what came back that the parameter fills; null for any other.
std::string* find_part(LoginReturn& returned, std::string_view name) {
  if (name == "state") return &returned.state;
  if (name == "code") return &returned.code;
  if (name == "error") return &returned.error;
  return name == "iss" ? &returned.issuer : nullptr;
}

/// Faults of which the person or the operator knows the remedy have a name of their own.
LoginFault login_fault_of(TokenFault fault) {
  if (fault == TokenFault::kStale) return LoginFault::kStale;
  return fault == TokenFault::kNoAuthTime ? LoginFault::kNoAuthTime : LoginFault::kToken;
}

}  // namespace

std::string_view name_of(LoginFault fault) {
  return kFaultNames.at(static_cast<std::size_t>(fault));
}

std::optional<LoginReturn> read_login_return(const Request& request) {
  LoginReturn returned;
  for (const QueryParameter& parameter : request.query) {
    std::string* const part = find_part(returned, parameter.name);
    if (part == nullptr) continue;
    if (!part->empty() || parameter.value.size() > kMaxParameterBytes) return std::nullopt;
    *part = parameter.value;
  }
  return returned;
}

Login::Login(Issuer issuer, LoginClient client, World world)
    : issuer_(std::move(issuer)),
      client_(std::move(client)),
      world_(std::move(world)),
      client_secret_(std::random_device()()),
      endpoints_(issuer_.name, world_.fetch, world_.steady_clock),
      keys_(issuer_, world_.fetch, world_.steady_clock),
      turns_(world_.steady_clock),
      pending_(world_.steady_clock),
      sessions_(world_.steady_clock) {}

std::optional<ProviderTurns::Turn> Login::take_turn(const Client& client) {
  // Clients without an address are many, and not known apart.
  const bool is_counted = !client.network.empty() && client.place != ClientPlace::kThisMachine;
  return turns_.take(key_of(client), is_counted ? kTurnsOfClient : kTurns);
}

ClientKey Login::key_of(const Client& client) const {
  // Whoever asks on this machine is none of those behind a proxy that tells no address.
  const bool is_here = client.place == ClientPlace::kThisMachine;
  return make_client_key(is_here ? kThisMachineName : client.network, client_secret_);
}

std::variant<Login::Departure, LoginRefusal> Login::begin(const Client& client, Prompt prompt) {
  auto endpoints = endpoints_.fresh();
  if (!endpoints) {
    const auto turn = take_turn(client);
    if (!turn) return LoginRefusal{LoginFault::kBusy};
    endpoints = endpoints_.find();
  }
  if (!endpoints) return LoginRefusal{LoginFault::kUnreachable};
  const bool asks_anew = prompt == Prompt::kLogin && client_.ask_again == AskAgain::kYes;
  PendingLogin login =
      pending_.begin(key_of(client), asks_anew ? std::optional(world_.clock()) : std::nullopt);
  return Departure{make_departure(*endpoints, client_, login), std::move(login.browser)};
}

std::variant<Caller, LoginRefusal> Login::identify(const PendingLogin& login,
                                                   std::string_view code) {
  const auto endpoints = endpoints_.find();
  if (!endpoints) return LoginRefusal{LoginFault::kUnreachable};
  const auto answer = read_token_answer(
      world_.ask_token(make_token_question(client_, *endpoints, {code, login.verifier})));
  if (const auto* fault = std::get_if<ExchangeFault>(&answer)) {
    return LoginRefusal{*fault == ExchangeFault::kRefused ? LoginFault::kCode
                                                          : LoginFault::kUnreachable};
  }
  const auto refuse = [](TokenFault fault) { return LoginRefusal{login_fault_of(fault), fault}; };
  const auto parsed = parse_token(std::get<std::string>(answer), TokenUse::kLogin);
  if (const auto* fault = std::get_if<TokenFault>(&parsed)) return refuse(*fault);
  const Token& token = std::get<Token>(parsed);
  const auto key = keys_.find(token.key_id);
  if (!key) return refuse(TokenFault::kUnknownKey);
  if (!is_signed_by(token, *key)) return refuse(TokenFault::kSignature);
  auto judged =
      judge_login(token.claims, issuer_,
                  {client_.id, login.nonce, client_.max_age, login.asked_anew}, world_.clock());
  if (const auto* fault = std::get_if<TokenFault>(&judged)) return refuse(*fault);
  return std::get<Caller>(std::move(judged));
}

std::variant<Login::Arrival, LoginRefusal> Login::finish(const LoginReturn& returned,
                                                         std::string_view browser,
                                                         const Client& client) {
  if (!pending_.is_going_on(returned.state, browser))
    return LoginRefusal{LoginFault::kUnknownState};
  const auto turn = take_turn(client);
  if (!turn) return LoginRefusal{LoginFault::kBusy};
  const auto login = pending_.take(returned.state, browser);
  if (!login) return LoginRefusal{LoginFault::kUnknownState};
  // Another provider's answer must not be taken for this one's (RFC 9207).
  if (!returned.issuer.empty() && returned.issuer != issuer_.name)
    return LoginRefusal{LoginFault::kProvider};
  if (returned.error == "access_denied") return LoginRefusal{LoginFault::kDenied};
  if (!returned.error.empty() || returned.code.empty()) return LoginRefusal{LoginFault::kProvider};
  auto identified = identify(*login, returned.code);
  if (const auto* refusal = std::get_if<LoginRefusal>(&identified)) return *refusal;
  auto& caller = std::get<Caller>(identified);
  std::string session = sessions_.open(caller);
  return Arrival{std::move(session), std::move(caller)};
}

}  // namespace kring::service::access
