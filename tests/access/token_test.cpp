// Is a token believed only where nothing is wrong with it?
#include <map>

#include <catch2/catch.hpp>

#include "service/access/base64url.h"
#include "service/access/token_reader.h"
#include "tests/access/token_maker.h"

namespace kring::service::access::tests {
namespace {

using namespace std::chrono_literals;
using catalog::Json;

const std::string kIssuer = "https://login.example.org/tenant";
const std::string kDiscovery = kIssuer + "/.well-known/openid-configuration";
const std::string kKeySet = "https://login.example.org/keys";
constexpr std::int64_t kNow = 1'795'000'000;  ///< seconds since 1970

/// Keys are slow to make: the tests share them.
const SigningKey& rsa() {
  static const SigningKey kKey(SigningKey::Kind::kRsa, "rsa");
  return kKey;
}
const SigningKey& p256() {
  static const SigningKey kKey(SigningKey::Kind::kP256, "p256");
  return kKey;
}

Json make_header(const char* algorithm = "RS256", const char* key = "rsa") {
  return Json::Object{{"alg", algorithm}, {"typ", "at+jwt"}, {"kid", key}};
}

Json make_claims() {
  return Json::Object{{"iss", kIssuer},
                      {"aud", "api://kring"},
                      {"sub", "u-1"},
                      {"iat", kNow - 60},
                      {"exp", kNow + 600},
                      {"nbf", kNow - 60},
                      {"roles", Json::Array{"Kring.Match", "Other"}}};
}

Json with(Json document, const char* name, Json value) {
  document.set(name, std::move(value));
  return document;
}

Json without(const Json& document, std::string_view name) {
  Json::Object members = document.object();
  std::erase_if(members, [name](const Json::Member& member) { return member.first == name; });
  return members;
}

std::string write_set(const std::vector<Json>& keys) {
  return catalog::write_json(Json::Object{{"keys", Json::Array(keys.begin(), keys.end())}});
}

/// What a token comes to once every issuer has been asked for the keys that it awaits.
std::variant<Caller, TokenFault, IssuerAwaited> read_through(TokenReader& reader,
                                                             const std::string& token) {
  auto outcome = reader.read({token});
  if (!std::holds_alternative<IssuerAwaited>(outcome)) return outcome;
  for (const auto& renew : reader.renewals()) {
    try {
      renew();
    } catch (const catalog::Error&) {  // an issuer that is silent: the token awaits it still
    }
  }
  return reader.read({token});
}

/// "" where it is believed, "awaited" where its issuer has not told.
std::string fault_in(const std::variant<Caller, TokenFault, IssuerAwaited>& outcome) {
  if (std::holds_alternative<IssuerAwaited>(outcome)) return "awaited";
  const auto* const fault = std::get_if<TokenFault>(&outcome);
  return fault == nullptr ? "" : std::string(name_of(*fault));
}

/// An issuer on a network of one's own.
struct World {
  std::map<std::string, std::string> documents = {
      {kDiscovery, catalog::write_json(Json::Object{{"issuer", kIssuer}, {"jwks_uri", kKeySet}})},
      {kKeySet, write_set({rsa().publish(), p256().publish()})}};
  int asked = 0;  ///< for the keys
  std::chrono::steady_clock::time_point steady{1h};
  std::int64_t now = kNow;
  Issuer issuer{.name = kIssuer,
                .audience = "api://kring",
                .key_set = "",
                .roles = {{"Kring.Match", Role::kProfessional}, {"Kring.Edit", Role::kEditor}},
                .municipality_claim = "municipality"};
  TokenReader reader = make_reader();

  TokenReader make_reader() {
    return {
        {issuer},
        {.fetch = [this](const std::string& address) -> std::optional<std::string> {
           if (address == kKeySet) ++asked;
           const auto found = documents.find(address);
           if (found == documents.end()) return std::nullopt;
           return found->second;
         },
         .clock =
             [this] { return std::chrono::system_clock::time_point(std::chrono::seconds(now)); },
         .steady_clock = [this] { return steady; }}};
  }

  std::variant<Caller, TokenFault, IssuerAwaited> read(const std::string& token) {
    return read_through(reader, token);
  }

  /// "" where it is believed.
  std::string fault_of(const std::string& token) { return fault_in(read(token)); }

  /// As fault_of, by a reader that knows no keys yet.
  std::string fault_at_first(const std::string& token) {
    TokenReader newcomer = make_reader();
    return fault_in(read_through(newcomer, token));
  }

  std::string fault_of_claims(const Json& claims) {
    return fault_of(rsa().sign(make_header(), claims));
  }
  std::string fault_of_header(const Json& header) {
    return fault_of(rsa().sign(header, make_claims()));
  }
};

}  // namespace

TEST_CASE("a good token of each algorithm tells who asks and in which role") {
  World world;
  for (const char* algorithm : {"RS256", "PS256"}) {
    CAPTURE(algorithm);
    CHECK(world.fault_of(rsa().sign(make_header(algorithm), make_claims())).empty());
  }
  const auto outcome = world.read(p256().sign(make_header("ES256", "p256"), make_claims()));
  const Caller& caller = std::get<Caller>(outcome);
  CHECK(caller.identity == Identity::kToken);
  CHECK(caller.who == "token:" + kIssuer + "#u-1");
  CHECK(caller.roles == Roles{Role::kProfessional});
  CHECK(world.asked == 1);
}

TEST_CASE("no algorithm but those of the list is taken, whatever the signature") {
  World world;
  const auto public_key = catalog::write_json(rsa().publish());
  CHECK(world.fault_of(sign_with_secret(make_header("HS256"), make_claims(), public_key))
        == "algorithm");
  for (const char* algorithm : {"none", "None", "HS256", "HS512", "RS1", "RSA1_5", "dir", ""}) {
    CAPTURE(algorithm);
    const std::string forged = sign_with_secret(make_header(algorithm), make_claims(), "s");
    CHECK(world.fault_of(forged) == "algorithm");
    CHECK(world.fault_of(forged.substr(0, forged.rfind('.') + 1)) == "algorithm");
  }
  CHECK(world.fault_of(rsa().sign(make_header("RS384"), make_claims())) == "algorithm");
  CHECK(world.fault_of(rsa().sign(make_header("RS512"), make_claims())) == "algorithm");
}

TEST_CASE("a key is used with its own algorithms alone") {
  World world;
  CHECK(world.fault_of(rsa().sign(make_header("RS256", "p256"), make_claims())) == "signature");
  world.documents[kKeySet] = write_set({with(rsa().publish(), "alg", "PS256")});
  CHECK(world.fault_at_first(rsa().sign(make_header("RS256"), make_claims())) == "signature");
  CHECK(world.fault_at_first(rsa().sign(make_header("PS256"), make_claims())).empty());
}

TEST_CASE("a token that brings its own key, or tells where it is, is refused unread") {
  World world;
  for (const char* name : {"jku", "x5u"}) {
    CHECK(world.fault_of_header(with(make_header(), name, "https://evil.example/keys"))
          == "own_key");
  }
  CHECK(world.fault_of_header(with(make_header(), "jwk", rsa().publish())) == "own_key");
  CHECK(world.fault_of_header(with(make_header(), "x5c", Json::Array{"MII"})) == "own_key");
  CHECK(world.asked == 0);
}

TEST_CASE("an extension that must be understood, another type and a missing key id are refused") {
  World world;
  CHECK(world.fault_of_header(with(make_header(), "crit", Json::Array{"b64"})) == "critical");
  for (const char* type : {"logout+jwt", "dpop+jwt", "secevent+jwt", ""}) {
    CAPTURE(type);
    CHECK(world.fault_of_header(with(make_header(), "typ", type)) == "type");
  }
  CHECK(world.fault_of_header(without(make_header(), "typ")) == "type");
  CHECK(world.fault_of_header(without(make_header(), "kid")) == "no_key_id");
  CHECK(world.fault_of_header(with(make_header(), "typ", "JWT")).empty());
}

TEST_CASE("a token of another issuer, or for another service, is refused") {
  World world;
  for (const char* issuer : {"https://login.example.org", "https://login.example.org/tenant/",
                             "https://LOGIN.example.org/tenant", ""}) {
    CAPTURE(issuer);
    CHECK(world.fault_of_claims(with(make_claims(), "iss", issuer)) == "issuer");
  }
  CHECK(world.fault_of_claims(without(make_claims(), "iss")) == "issuer");
  CHECK(world.fault_of_claims(with(make_claims(), "aud", "api://other")) == "audience");
  CHECK(world.fault_of_claims(with(make_claims(), "aud", Json::Array{"a", "b"})) == "audience");
  CHECK(world.fault_of_claims(without(make_claims(), "aud")) == "audience");
  CHECK(world.fault_of_claims(with(make_claims(), "aud", Json::Array{"a", "api://kring"})).empty());
}

TEST_CASE("a token of an issuer that makes them for one request is used once") {
  World world;
  const std::string token = rsa().sign(make_header(), with(make_claims(), "jti", "1"));
  CHECK(world.fault_of(token).empty());
  CHECK(world.fault_of(token).empty());
  world.issuer.is_used_once = true;
  TokenReader once = world.make_reader();
  CHECK(fault_in(read_through(once, token)).empty());
  CHECK(fault_in(read_through(once, token)) == "replayed");
}

TEST_CASE("a token is valid between its times, give or take a minute") {
  World world;
  CHECK(world.fault_of_claims(with(make_claims(), "exp", kNow - 59)).empty());
  CHECK(world.fault_of_claims(with(make_claims(), "exp", kNow - 60)) == "expired");
  CHECK(world.fault_of_claims(with(make_claims(), "nbf", kNow + 60)).empty());
  CHECK(world.fault_of_claims(with(make_claims(), "nbf", kNow + 61)) == "too_early");
  CHECK(world.fault_of_claims(with(make_claims(), "iat", kNow + 61)) == "too_early");
  CHECK(world.fault_of_claims(without(make_claims(), "nbf")).empty());
}

TEST_CASE("a token without its times or its subject, or with others than numbers, is refused") {
  World world;
  for (const char* name : {"exp", "iat", "sub"}) {
    CAPTURE(name);
    CHECK(world.fault_of_claims(without(make_claims(), name)) == "incomplete");
  }
  CHECK(world.fault_of_claims(with(make_claims(), "exp", "9999999999")) == "incomplete");
  CHECK(world.fault_of_claims(with(make_claims(), "nbf", "0")) == "incomplete");
  CHECK(world.fault_of_claims(with(make_claims(), "sub", std::string(257, 'a'))) == "incomplete");
}

TEST_CASE("a token that is bound to a key of its holder is refused, as that is not looked at") {
  World world;
  const Json bound = with(make_claims(), "cnf", Json::Object{{"jkt", "x"}});
  CHECK(world.fault_of_claims(bound) == "bound");
}

TEST_CASE("a token with any character changed is refused") {
  World world;
  const std::string token = p256().sign(make_header("ES256", "p256"), make_claims());
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    CAPTURE(i);
    REQUIRE_FALSE(world.fault_of(changed).empty());
  }
}

TEST_CASE("a token whose signature is written in another way is refused") {
  World world;
  std::string token = p256().sign(make_header("ES256", "p256"), make_claims());
  CHECK(world.fault_of(token).empty());
  ++token.back();  // A, Q, g or w: the next letter has the same bits but spare ones
  CHECK_FALSE(world.fault_of(token).empty());
}

TEST_CASE("what is no token is refused") {
  World world;
  const std::string header = encode_base64url(catalog::write_json(make_header()));
  const std::string claims = encode_base64url(catalog::write_json(make_claims()));
  const std::string twice =
      encode_base64url(R"({"alg":"none","alg":"RS256","typ":"JWT","kid":"rsa"})");
  const std::vector<std::string> refused = {"",
                                            "a",
                                            "..",
                                            header + "." + claims,
                                            header + "." + claims + ".a.b",
                                            header + "=." + claims + ".a",
                                            twice + "." + claims + ".a",
                                            header + "." + encode_base64url("[1]") + ".a",
                                            "e30." + claims + ".e30"};
  for (const std::string& text : refused) {
    CAPTURE(text);
    CHECK_FALSE(world.fault_of(text).empty());
  }
}

TEST_CASE("a key that is unknown is asked for once, and not again before the cooldown is over") {
  World world;
  const SigningKey next(SigningKey::Kind::kP256, "next");
  CHECK(world.fault_of_claims(make_claims()).empty());
  world.steady += kCooldown;
  const std::string token = next.sign(make_header("ES256", "next"), make_claims());
  CHECK(world.fault_of(token) == "unknown_key");
  CHECK(world.asked == 2);
  for (int i = 0; i < 100; ++i)
    world.fault_of(token);
  CHECK(world.asked == 2);
  CHECK(world.fault_of_claims(make_claims()).empty());

  world.documents[kKeySet] = write_set({next.publish()});
  world.steady += kCooldown;
  CHECK(world.fault_of(token).empty());
  CHECK(world.fault_of_claims(make_claims()) == "unknown_key");
}

TEST_CASE("keys of an issuer that falls silent serve for a day") {
  World world;
  CHECK(world.fault_of_claims(make_claims()).empty());
  world.documents.clear();
  world.steady += 23h;
  CHECK(world.fault_of_claims(make_claims()).empty());
  world.steady += 1h;
  CHECK(world.fault_of_claims(make_claims()) == "awaited");
}

TEST_CASE("a key that an issuer takes back is refused once its keys have grown old") {
  World world;
  CHECK(world.fault_of_claims(make_claims()).empty());
  world.documents[kKeySet] = write_set({p256().publish()});
  const auto renew = world.reader.renewals().front();
  renew();
  CHECK(world.fault_of_claims(make_claims()).empty());
  world.steady += kFreshTime;
  renew();
  CHECK(world.fault_of_claims(make_claims()) == "unknown_key");
}

TEST_CASE("a discovery document of another issuer gives no keys") {
  World world;
  world.documents[kDiscovery] =
      catalog::write_json(Json::Object{{"issuer", "https://evil.example"}, {"jwks_uri", kKeySet}});
  CHECK(world.fault_of_claims(make_claims()) == "awaited");
  CHECK(world.asked == 0);
}

TEST_CASE("keys that are short, for encryption, of another curve, secret or nameless are no keys") {
  const SigningKey short_key(SigningKey::Kind::kShortRsa, "short");
  const SigningKey other(SigningKey::Kind::kP384, "p384");
  const Json secret = Json::Object{{"kty", "oct"}, {"kid", "s"}, {"k", "c2VjcmV0"}};
  const auto keys = parse_key_set(
      write_set({short_key.publish(), other.publish(), secret, with(rsa().publish(), "use", "enc"),
                 without(rsa().publish(), "kid"), with(rsa().publish(), "alg", "ES256"), Json(1)}));
  REQUIRE(keys);
  CHECK(keys->empty());
  for (const char* text : {"", "{}", "[]", R"({"keys": {}})", "{"})
    CHECK_FALSE(parse_key_set(text));
}

TEST_CASE("keys whose numbers are no base64url or have another size are left out") {
  for (const std::string numbers :
       {R"("kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub=tLl1gHMzV76e8Tus9uPHvRVEU",)"
        R"( "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")",
        R"("kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA")",
        R"("kty": "RSA", "n": "====", "e": "AQAB")"}) {
    CAPTURE(numbers);
    const auto keys = parse_key_set(R"({"keys": [{"kid": "a", )" + numbers + "}]}");
    REQUIRE(keys);
    CHECK(keys->empty());
  }
}

TEST_CASE("a role that needs a municipality holds with one alone") {
  World world;
  const Json editor = with(make_claims(), "roles", "Kring.Edit x");
  const auto without_one = world.read(rsa().sign(make_header(), editor));
  CHECK(std::get<Caller>(without_one).roles.empty());
  const auto with_one =
      world.read(rsa().sign(make_header(), with(editor, "municipality", "GM0268")));
  CHECK(std::get<Caller>(with_one).roles == Roles{Role::kEditor});
  CHECK(may_edit(std::get<Caller>(with_one), "GM0268"));
}

TEST_CASE("roles may stand deep within the claims") {
  World world;
  world.issuer.roles_claim = "/realm_access/roles";
  TokenReader reader = world.make_reader();
  const Json claims = with(without(make_claims(), "roles"), "realm_access",
                           Json::Object{{"roles", Json::Array{"Kring.Match"}}});
  const auto outcome = read_through(reader, rsa().sign(make_header(), claims));
  CHECK(std::get<Caller>(outcome).roles == Roles{Role::kProfessional});
}

TEST_CASE("base64url is read in its one canonical form") {
  CHECK(decode_base64url("_-8") == "\xFF\xEF");
  CHECK(decode_base64url("") == "");
  for (const char* text : {"_-9", "a", "YQ==", "Y Q", "YR", "+/8"})
    CHECK_FALSE(decode_base64url(text));
}

}  // namespace kring::service::access::tests
