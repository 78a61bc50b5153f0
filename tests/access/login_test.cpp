// Does a login come to a session only where nothing is wrong with it?
#include "service/access/login.h"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "service/access/base64url.h"
#include "service/access/digest.h"
#include "tests/access/test_provider.h"

namespace kring::service::access::tests {
namespace {

using catalog::Json;
using namespace std::chrono_literals;

const Client kClient{ClientPlace::kElsewhere, "192.0.2.7"};

Json with(Json document, const char* name, Json value) {
  document.set(name, std::move(value));
  return document;
}

}  // namespace

TEST_CASE("a login leads to the provider with its secrets hidden, and back to a session") {
  TestProvider provider;
  const auto begun = provider.login.begin(kClient, Prompt::kAsNeeded);
  const auto& departure = std::get<Login::Departure>(begun);
  REQUIRE(departure.address.starts_with(kProvider + "/auth?"));
  const auto sent = read_form(departure.address.substr(departure.address.find('?') + 1));
  CHECK(sent.at("response_type") == "code");
  CHECK(sent.at("client_id") == "kring-pages");
  CHECK(sent.at("redirect_uri") == "https://kring.example/login/callback");
  CHECK(sent.at("scope") == "openid");
  CHECK(sent.at("code_challenge_method") == "S256");
  CHECK(departure.address.find(departure.browser) == std::string::npos);

  provider.nonce = sent.at("nonce");
  const auto finished = provider.login.finish({sent.at("state"), "a-code", "", kProvider},
                                              departure.browser, kClient);
  const auto& arrival = std::get<Login::Arrival>(finished);
  CHECK(arrival.caller.identity == Identity::kToken);
  CHECK(arrival.caller.who == "token:" + kProvider + "#u-1");
  CHECK(arrival.caller.roles == Roles{Role::kProfessional});
  CHECK(provider.login.sessions().find(arrival.session) == arrival.caller);
  const auto exchanged = read_form(provider.asked.form);
  CHECK(exchanged.at("code") == "a-code");
  CHECK(encode_base64url(sha256_bytes(exchanged.at("code_verifier"))) == sent.at("code_challenge"));
}

TEST_CASE("an id_token that is not in order opens nothing") {
  TestProvider provider;
  CHECK(provider.log_in().empty());
  const auto fault_of = [&provider](const std::function<Json()>& make_claims) {
    provider.make_id_token = [&provider, &make_claims] {
      return provider.sign(kIdHeader, make_claims());
    };
    return provider.log_in();
  };
  const auto changed = [&provider, &fault_of](const char* name, const Json& value) {
    return fault_of([&] { return with(provider.make_claims(), name, value); });
  };
  CHECK(changed("nonce", "another") == "token (nonce)");
  CHECK(changed("nonce", Json()) == "token (nonce)");
  CHECK(changed("aud", "api://kring") == "token (audience)");
  CHECK(changed("aud", Json::Array{"kring-pages", "other"}) == "token (party)");
  CHECK(changed("azp", "other") == "token (party)");
  CHECK(changed("azp", "kring-pages").empty());
  CHECK(changed("iss", "https://other.example") == "token (issuer)");
  CHECK(changed("exp", 1'794'990'000) == "token (expired)");
  CHECK(changed("exp", Json()) == "token (incomplete)");
  CHECK(changed("sub", "") == "token (incomplete)");
}

TEST_CASE("a login tells how long ago one may have said who one is, and takes no older word") {
  TestProvider provider({.max_age = 600s});
  CHECK(provider.log_in() == "no_auth_time (no_auth_time)");
  CHECK(provider.sent.at("max_age") == "600");
  CHECK_FALSE(provider.sent.contains("prompt"));
  provider.auth_age = 600s;
  CHECK(provider.log_in().empty());
  provider.auth_age = 600s + kLeeway + 1s;
  CHECK(provider.log_in() == "stale (stale)");
  TestProvider relaxed;
  CHECK(relaxed.log_in().empty());
  CHECK_FALSE(relaxed.sent.contains("max_age"));
  relaxed.auth_age = 1'000h;
  CHECK(relaxed.log_in().empty());
}

TEST_CASE("who is to say anew who they are has not just said so before") {
  TestProvider provider;
  provider.prompt = Prompt::kLogin;
  CHECK(provider.log_in() == "no_auth_time (no_auth_time)");
  CHECK(provider.sent.at("prompt") == "login");
  CHECK(provider.sent.at("max_age") == "0");
  provider.auth_age = kLeeway;
  CHECK(provider.log_in().empty());
  provider.auth_age = kLeeway + 1s;
  CHECK(provider.log_in() == "stale (stale)");
}

TEST_CASE(
    "a provider that does not heed the wish to ask anew lets in whom it knows, if that is set") {
  TestProvider provider({.ask_again = AskAgain::kNo});
  provider.prompt = Prompt::kLogin;
  provider.auth_age = 1h;
  CHECK(provider.log_in().empty());
  CHECK_FALSE(provider.sent.contains("prompt"));
}

TEST_CASE("an id_token that the provider did not sign opens nothing") {
  TestProvider provider;
  const SigningKey stranger(SigningKey::Kind::kRsa, "rsa");
  provider.make_id_token = [&] { return stranger.sign(kIdHeader, provider.make_claims()); };
  CHECK(provider.log_in() == "token (signature)");
  provider.make_id_token = [&] {
    return sign_with_secret(with(kIdHeader, "alg", "HS256"), provider.make_claims(), "secret");
  };
  CHECK(provider.log_in() == "token (algorithm)");
  provider.make_id_token = [&] {
    return encode_base64url(R"({"alg":"none","kid":"rsa"})") + "."
           + encode_base64url(catalog::write_json(provider.make_claims())) + ".";
  };
  CHECK(provider.log_in() == "token (algorithm)");
  provider.make_id_token = [&] {
    return provider.sign(with(kIdHeader, "typ", "at+jwt"), provider.make_claims());
  };
  CHECK(provider.log_in() == "token (type)");
  provider.make_id_token = [] { return "x"; };
  CHECK(provider.log_in() == "token (malformed)");
}

TEST_CASE("what comes back without a login that began, or a second time, opens nothing") {
  TestProvider provider;
  const auto fault_of = [&provider](const TestProvider::Begun& begun) {
    const auto finished = provider.finish(begun);
    const auto* const refusal = std::get_if<LoginRefusal>(&finished);
    return refusal == nullptr ? "" : std::string(name_of(refusal->fault));
  };
  auto begun = provider.begin();
  CHECK(fault_of({begun.returned, "another browser", kClient}) == "unknown_state");
  CHECK(fault_of({{"forged", "a-code", "", ""}, begun.browser, kClient}) == "unknown_state");
  CHECK(fault_of(begun).empty());
  CHECK(fault_of(begun) == "unknown_state");
  begun = provider.begin();
  begun.returned.issuer = "https://other.example";
  CHECK(fault_of(begun) == "provider");
  begun = provider.begin();
  begun.returned.error = "access_denied";
  CHECK(fault_of(begun) == "denied");
  begun = provider.begin();
  begun.returned.error = "server_error";
  CHECK(fault_of(begun) == "provider");
  begun = provider.begin();
  begun.returned.code.clear();
  CHECK(fault_of(begun) == "provider");
}

TEST_CASE("a provider that is down, or does not take its code, is told apart") {
  TestProvider provider;
  provider.answer = TokenAnswer{400, R"({"error":"invalid_grant"})"};
  CHECK(provider.log_in() == "code");
  provider.answer = TokenAnswer{503, "sorry"};
  CHECK(provider.log_in() == "unreachable");
  provider.answer.reset();
  const auto begun = provider.begin();
  provider.is_up = false;
  const auto finished = provider.finish(begun);
  CHECK(std::get<LoginRefusal>(finished).fault == LoginFault::kUnreachable);
  TestProvider down;
  down.is_up = false;
  CHECK(std::get<LoginRefusal>(down.login.begin(kClient, Prompt::kAsNeeded)).fault
        == LoginFault::kUnreachable);
}

TEST_CASE("a flood of logins at a slow provider keeps nobody else out, nor loses their login") {
  TestProvider provider;
  std::vector<TestProvider::Begun> flood;
  for (std::size_t count = 0; count < kTurns; ++count) {
    const std::string address = "198.51.100." + std::to_string(count / kTurnsOfClient);
    flood.push_back(provider.begin({ClientPlace::kElsewhere, address}));
  }
  const auto one_more = provider.begin(flood.back().client);
  const auto nurse = provider.begin(kClient);
  std::latch all_ask(static_cast<std::ptrdiff_t>(flood.size()));
  std::latch has_answer(1);
  std::atomic<bool> is_slow = true;
  provider.delay = [&] {
    if (!is_slow) return;
    all_ask.count_down();
    has_answer.wait();
  };
  std::vector<std::jthread> threads;
  threads.reserve(flood.size());
  for (const auto& begun : flood)
    threads.emplace_back([&provider, &begun] { provider.finish(begun); });
  all_ask.wait();
  is_slow = false;
  const auto fault_of = [&provider](const TestProvider::Begun& begun) {
    return std::get<LoginRefusal>(provider.finish(begun)).fault;
  };
  CHECK(fault_of(nurse) == LoginFault::kBusy);
  CHECK(fault_of(one_more) == LoginFault::kBusy);
  CHECK(fault_of({{"forged", "a-code", "", ""}, "", kClient}) == LoginFault::kUnknownState);
  has_answer.count_down();
  threads.clear();
  CHECK(std::holds_alternative<Login::Arrival>(provider.finish(nurse)));
  CHECK(fault_of(nurse) == LoginFault::kUnknownState);
}

TEST_CASE("people whose address nobody says are not counted as one client") {
  TestProvider provider;
  std::size_t at_once = 0;
  bool is_busy = false;
  const Client nobody_says{ClientPlace::kElsewhere, ""};
  provider.delay = [&] {
    if (++at_once > kTurnsOfClient) return;
    const auto finished = provider.finish(provider.begin(nobody_says));
    const auto* const refusal = std::get_if<LoginRefusal>(&finished);
    is_busy = is_busy || (refusal != nullptr && refusal->fault == LoginFault::kBusy);
  };
  provider.finish(provider.begin(nobody_says));
  CHECK(at_once == kTurnsOfClient + 1);
  CHECK_FALSE(is_busy);
}

TEST_CASE("a flood from this machine takes no place of people whose address nobody says") {
  TestProvider provider;
  const Client here{ClientPlace::kThisMachine, ""};
  const auto is_busy = [&provider](const TestProvider::Begun& begun) {
    const auto finished = provider.finish(begun);
    const auto* const refusal = std::get_if<LoginRefusal>(&finished);
    return refusal != nullptr && refusal->fault == LoginFault::kBusy;
  };
  const auto person = provider.begin({ClientPlace::kElsewhere, ""});
  std::size_t turns = 0;
  bool is_over = false;
  provider.delay = [&] {
    if (is_over) return;
    if (++turns == kTurns) {
      CHECK(is_busy(person));
      return;
    }
    provider.finish(provider.begin(here));
    if (is_over) return;
    is_over = true;
    CHECK(is_busy(provider.begin(here)));
    CHECK_FALSE(is_busy(person));
  };
  provider.finish(provider.begin(here));
  CHECK(turns == kTurns);
}

TEST_CASE("a return that says something twice, or too much, is none") {
  Request request;
  request.query = {{"state", "s"}, {"code", "c"}, {"iss", kProvider}, {"session_state", "x"}};
  const auto returned = read_login_return(request);
  REQUIRE(returned);
  CHECK(returned->state == "s");
  CHECK(returned->issuer == kProvider);
  request.query.push_back({"code", "d"});
  CHECK_FALSE(read_login_return(request));
  request.query = {{"code", std::string(5'000, 'c')}};
  CHECK_FALSE(read_login_return(request));
}

}  // namespace kring::service::access::tests
