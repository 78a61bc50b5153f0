#include "tests/access/test_provider.h"

#include <utility>

#include "service/http/target.h"

namespace kring::service::access::tests {
namespace {

using catalog::Json;

constexpr std::int64_t kNow = 1'795'000'000;  ///< seconds since 1970

Issuer make_issuer() {
  return {.name = kProvider,
          .audience = "api://kring",
          .key_set = "",
          .roles = {{"Kring.Match", Role::kProfessional}}};
}

}  // namespace

const std::string kProvider = "https://login.example.org";
const Json kIdHeader = Json::Object{{"alg", "RS256"}, {"kid", "rsa"}};

std::map<std::string, std::string> read_form(const std::string& text) {
  std::map<std::string, std::string> values;
  const Target target = parse_target("/?" + text).value();
  for (const auto& [name, value] : target.query)
    values[name] = value;
  return values;
}

TestProvider::TestProvider(const Wish& wish)
    : login(make_issuer(),
            {"kring-pages", "secret", "https://kring.example/login/callback", "openid",
             wish.max_age, wish.ask_again},
            make_world()),
      auth_age(wish.auth_age),
      make_id_token([this] { return sign(kIdHeader, make_claims()); }),
      key_(SigningKey::Kind::kRsa, "rsa") {}

Login::World TestProvider::make_world() {
  return {
      .fetch = [this](const std::string& address) -> std::optional<std::string> {
        if (!is_up) return std::nullopt;
        if (address == kProvider + "/keys") {
          return catalog::write_json(Json::Object{{"keys", Json::Array{key_.publish()}}});
        }
        return catalog::write_json(Json::Object{{"issuer", kProvider},
                                                {"jwks_uri", kProvider + "/keys"},
                                                {"authorization_endpoint", kProvider + "/auth"},
                                                {"token_endpoint", kProvider + "/token"}});
      },
      .ask_token =
          [this](const TokenQuestion& question) {
            delay();
            return answer_code(question);
          },
      .clock = [] { return std::chrono::system_clock::time_point(std::chrono::seconds(kNow)); }};
}

std::optional<TokenAnswer> TestProvider::answer_code(const TokenQuestion& question) {
  const std::lock_guard lock(answering_);
  asked = question;
  if (!is_up) return std::nullopt;
  if (answer) return answer;
  return TokenAnswer{200, catalog::write_json(Json::Object{{"id_token", make_id_token()}})};
}

Json TestProvider::make_claims() const {
  Json claims = Json::Object{{"iss", kProvider},
                             {"aud", "kring-pages"},
                             {"sub", "u-1"},
                             {"iat", kNow - 5},
                             {"exp", kNow + 300},
                             {"nonce", nonce},
                             {"roles", Json::Array{"Kring.Match"}}};
  if (auth_age) claims.set("auth_time", kNow - auth_age->count());
  return claims;
}

std::string TestProvider::sign(const Json& header, const Json& claims) const {
  return key_.sign(header, claims);
}

TestProvider::Begun TestProvider::begin(const Client& client) {
  const auto begun = login.begin(client, prompt);
  const auto& departure = std::get<Login::Departure>(begun);
  sent = read_form(departure.address.substr(departure.address.find('?') + 1));
  nonce = sent.at("nonce");
  return {{sent.at("state"), "a-code", "", ""}, departure.browser, client};
}

std::string TestProvider::log_in() {
  const auto finished = finish(begin());
  const auto* const refusal = std::get_if<LoginRefusal>(&finished);
  if (refusal == nullptr) return "";
  std::string text(name_of(refusal->fault));
  if (refusal->token) text.append(" (").append(name_of(*refusal->token)).append(")");
  return text;
}

}  // namespace kring::service::access::tests
