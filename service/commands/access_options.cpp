#include "service/commands/access_options.h"

#include <cstddef>
#include <fstream>
#include <functional>
#include <stop_token>
#include <string_view>
#include <utility>
#include <variant>

#include "service/access/cookie.h"
#include "service/access/key_ring.h"
#include "service/access/token_reader.h"
#include "service/audit/trail.h"
#include "service/background.h"
#include "service/commands/issuer_fetch.h"

namespace kring::service {
namespace {

constexpr std::size_t kMaxSecretBytes = 4'096;

constexpr std::chrono::milliseconds kLookEvery{500};  ///< whether keys of an issuer are awaited

/// Tells whose a token is. Each issuer is asked for its keys in a thread of its own, so that one
/// that is slow holds up nobody.
class TokenFinder {
 public:
  TokenFinder(const std::vector<access::Issuer>& issuers, const Clock& clock, Log log)
      : reader_(issuers, {.fetch = make_issuer_fetch(issuers, stop_.get_token()), .clock = clock}),
        log_(std::move(log)) {
    for (auto& renewal : reader_.renewals()) {
      tasks_.emplace_back(
          "keys of an issuer not read", kLookEvery,
          [this, renewal = std::move(renewal)](const std::stop_token&) { renew(renewal); }, log_);
    }
  }
  ~TokenFinder() { stop_.request_stop(); }
  TokenFinder(const TokenFinder&) = delete;
  TokenFinder& operator=(const TokenFinder&) = delete;
  TokenFinder(TokenFinder&&) = delete;
  TokenFinder& operator=(TokenFinder&&) = delete;

  std::variant<access::Caller, access::Denial> find(const access::BearerToken& token) {
    auto outcome = reader_.read(token);
    if (auto* caller = std::get_if<access::Caller>(&outcome)) return std::move(*caller);
    using access::Denial;
    using access::Refusal;
    if (const auto* awaited = std::get_if<access::IssuerAwaited>(&outcome))
      return Denial{.refusal = Refusal::kIssuerAwaited, .retry_after = awaited->retry_after};
    const auto fault = std::get<access::TokenFault>(outcome);
    log_.info("token refused: " + std::string(name_of(fault)));
    return Denial{Refusal::kBadCredential};
  }

 private:
  /// A stop ends the question: that it has no answer then is no fault of the issuer.
  void renew(const std::function<void()>& renewal) const {
    try {
      renewal();
    } catch (const catalog::Error&) {
      if (!stop_.stop_requested()) throw;
    }
  }

  std::stop_source stop_;
  access::TokenReader reader_;
  Log log_;
  std::vector<BackgroundTask> tasks_;  ///< last, as they use the rest
};

/// A line break at the end, as editors write, is no part of it.
std::string read_secret(const std::string& path) {
  if (path.empty()) return "";
  std::ifstream file(path);
  std::string secret;
  if (!std::getline(file, secret) || secret.empty() || secret.size() > kMaxSecretBytes) {
    throw catalog::Error("Could not read the client secret in " + path
                         + ". Write it in the first line of the file.");
  }
  if (secret.back() == '\r') secret.pop_back();
  return secret;
}

/// "https://host:port" of an address that may have a path.
std::string origin_of(const std::string& address) {
  const std::size_t host = address.find("://") + std::string_view("://").size();
  return address.substr(0, address.find('/', host));
}

}  // namespace

Tracing make_tracing(const AccessOptions& options, const Clock& clock) {
  if (options.audit.empty()) return {};
  return {[trail = std::make_shared<audit::Trail>(options.audit)](const audit::Entry& entry) {
            trail->append(entry);
          },
          clock};
}

std::shared_ptr<access::Login> make_login(const AccessOptions& options,
                                          const std::string& public_address,
                                          const Clock& clock) {
  if (!options.login) return nullptr;
  const LoginOptions& login = *options.login;
  return std::make_shared<access::Login>(
      login.issuer,
      access::LoginClient{login.client, read_secret(login.secret_file),
                          public_address + "/login/callback", login.scope, login.max_age,
                          login.ask_again},
      access::Login::World{.fetch = make_issuer_fetch({login.issuer}),
                           .ask_token = make_token_ask(login.issuer),
                           .clock = clock});
}

std::optional<access::SessionEntrance> make_session_entrance(
    const std::shared_ptr<access::Login>& login,
    const std::string& public_address) {
  if (login == nullptr) return std::nullopt;
  return access::SessionEntrance{
      access::cookie_name(access::kSessionCookie, access::reach_of(public_address)),
      origin_of(public_address),
      [login](std::string_view number) { return login->sessions().find(number); }};
}

std::shared_ptr<access::Gate> make_gate(const AccessOptions& options,
                                        std::optional<access::SessionEntrance> sessions,
                                        const Clock& clock,
                                        const Log& log) {
  access::GateOptions gate{.local = options.local, .network = options.network};
  gate.sessions = std::move(sessions);
  if (!options.keys.empty()) {
    gate.find_by_key = [ring = std::make_shared<access::KeyRing>(options.keys, clock)](
                           const access::ApiKey& key) { return ring->find_caller(key); };
  }
  if (!options.issuers.empty()) {
    gate.find_by_token = [finder = std::make_shared<TokenFinder>(options.issuers, clock, log)](
                             const access::BearerToken& token) { return finder->find(token); };
  }
  return std::make_shared<access::Gate>(std::move(gate));
}

}  // namespace kring::service
