// What does a browser get that logs in and out?
#include <vector>

#include <catch2/catch.hpp>

#include "service/access/cookie.h"
#include "service/api.h"
#include "service/guard.h"
#include "service/http/target.h"
#include "service/routes/routes.h"
#include "tests/access/test_provider.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::access::tests {
namespace {

using service::tests::make_fixed_clock;

/// The service with a provider and one browser, which keeps its cookies.
struct Visit {
  TestProvider provider{{.auth_age = std::chrono::seconds{0}}};
  CurrentMatcher matchers{service::tests::make_stub_source(service::tests::make_stub_matcher())};
  std::vector<audit::Entry> trail = {};
  std::vector<std::string> notes = {};
  std::map<std::string, std::string> cookies = {};
  Theme theme{"", "gemeente-theme", "", {}};
  Application application = make();

  Application make() {
    Surroundings surroundings{matchers, make_fixed_clock()};
    surroundings.public_address = "https://kring.example";
    surroundings.login = &provider.login;
    surroundings.theme = &theme;
    surroundings.note = [this](std::string_view line) { notes.emplace_back(line); };
    GateOptions gate{.sessions = SessionEntrance{"__Host-kring-session", "https://kring.example",
                                                 [this](std::string_view number) {
                                                   return provider.login.sessions().find(number);
                                                 }}};
    static std::ostringstream log;
    matchers.refresh();
    return make_application(
        make_router(surroundings, make_guard(std::make_shared<Gate>(std::move(gate)))),
        make_stream_log(log),
        {.tracing = {.record = [this](const audit::Entry& entry) { trail.push_back(entry); }}});
  }

  Response ask(Method method, const std::string& address) {
    const auto target = parse_target(address).value();
    Headers headers{{"Sec-Fetch-Site", "same-origin"}, {"Content-Type", "application/json"}};
    for (const auto& [name, value] : cookies) {
      std::string cookie = name;
      cookie.append("=").append(value);
      headers.push_back({"Cookie", std::move(cookie)});
    }
    Request request{method, target.segments, target.query, std::move(headers), "{}"};
    request.client = {ClientPlace::kElsewhere, "192.0.2.7"};
    Response response = application.handle(request);
    for (const Header& header : response.headers) {
      if (header.name == "Set-Cookie") keep(header.value);
    }
    return response;
  }

  void keep(const std::string& cookie) {
    const std::size_t sign = cookie.find('=');
    const std::string value = cookie.substr(sign + 1, cookie.find(';') - sign - 1);
    if (value.empty()) {
      cookies.erase(cookie.substr(0, sign));
    } else {
      cookies[cookie.substr(0, sign)] = value;
    }
  }

  /// Begins at /login; the address at which the provider sends the browser back.
  std::string depart() {
    const std::string there(find_header(ask(Method::kGet, "/login").headers, "Location").value());
    const auto sent = read_form(there.substr(there.find('?') + 1));
    provider.nonce = sent.at("nonce");
    return "/login/callback?code=a-code&state=" + sent.at("state");
  }
};

}  // namespace

TEST_CASE("a browser logs in, asks a match, logs out and asks none") {
  Visit visit;
  CHECK(visit.ask(Method::kPost, "/v1/matches").body.find("not_logged_in") != std::string::npos);
  const Response arrived = visit.ask(Method::kGet, visit.depart());
  CHECK(arrived.status == 303);
  CHECK(find_header(arrived.headers, "Location") == "https://kring.example/login/status");
  REQUIRE(visit.cookies.size() == 2);
  CHECK(visit.cookies.contains("__Host-kring-session"));
  CHECK(visit.cookies.at("__Host-kring-used") == "1");
  CHECK(visit.ask(Method::kGet, "/login/status").body.find("U bent ingelogd.")
        != std::string::npos);
  CHECK(visit.ask(Method::kPost, "/v1/matches").status != 401);
  visit.cookies.erase("__Host-kring-used");  // as old as the session
  CHECK(visit.ask(Method::kPost, "/logout").status == 303);
  CHECK_FALSE(visit.cookies.contains("__Host-kring-session"));
  CHECK(visit.cookies.contains("__Host-kring-used"));
  CHECK(visit.ask(Method::kGet, "/login/status").body.find("U bent niet ingelogd.")
        != std::string::npos);
  CHECK(visit.ask(Method::kPost, "/v1/matches").status == 401);
}

TEST_CASE("who brings no session takes none away") {
  Visit visit;
  visit.ask(Method::kGet, visit.depart());
  const auto session = visit.cookies;
  visit.cookies.clear();
  CHECK_FALSE(find_header(visit.ask(Method::kPost, "/logout").headers, "Set-Cookie"));
  visit.cookies = session;
  CHECK(visit.ask(Method::kGet, "/login/status").body.find("U bent ingelogd.")
        != std::string::npos);
}

TEST_CASE(
    "the next person at a shared computer is asked who they are, whatever ended the session") {
  Visit visit;
  const auto prompt_of = [&visit] {
    const Response begun = visit.ask(Method::kGet, "/login");
    const std::string there(find_header(begun.headers, "Location").value());
    return there.find("prompt=login") != std::string::npos;
  };
  CHECK_FALSE(prompt_of());
  visit.ask(Method::kGet, visit.depart());
  CHECK(prompt_of());
  visit.cookies.erase("__Host-kring-session");
  CHECK(prompt_of());
  visit.ask(Method::kGet, visit.depart());
  visit.ask(Method::kPost, "/logout");
  CHECK(prompt_of());
  visit.cookies.clear();
  CHECK_FALSE(prompt_of());
}

TEST_CASE("whom the provider lets in on an old word reads so, and is asked the next time") {
  Visit visit;
  visit.ask(Method::kGet, visit.depart());
  visit.provider.auth_age = std::chrono::hours{1};
  const Response refused = visit.ask(Method::kGet, visit.depart() + "&taal=nl");
  CHECK(refused.status == 403);
  CHECK(refused.body.find("te lang geleden") != std::string::npos);
  CHECK(visit.notes.back() == "login refused: stale (stale)");
}

TEST_CASE("an old word marks the browser as used once, and no later one keeps it so for longer") {
  Visit visit{.provider = TestProvider({.max_age = std::chrono::minutes{10}})};
  visit.provider.auth_age = std::chrono::hours{1};
  const auto marks = [&visit] {
    const Response refused = visit.ask(Method::kGet, visit.depart());
    const auto cookie = find_header(refused.headers, "Set-Cookie");
    return cookie && cookie->starts_with("__Host-kring-used=");
  };
  CHECK(marks());
  CHECK_FALSE(marks());
}

TEST_CASE("a provider that does not tell when someone logged in is told to, in log and page") {
  Visit visit;
  visit.ask(Method::kGet, visit.depart());
  visit.provider.auth_age.reset();
  const Response refused = visit.ask(Method::kGet, visit.depart() + "&taal=nl");
  REQUIRE(refused.status == 403);
  for (const std::string& place : {refused.body, visit.notes.back()}) {
    CHECK(place.find("auth_time") != std::string::npos);
    CHECK(place.find("login_max_age_minutes") != std::string::npos);
    CHECK(place.find("login_ask_again") != std::string::npos);
  }
}

TEST_CASE("the trail tells who came in and went out") {
  Visit visit;
  visit.ask(Method::kGet, visit.depart());
  visit.ask(Method::kPost, "/logout");
  visit.ask(Method::kGet, "/login/callback?code=a&state=b");
  REQUIRE(visit.trail.size() == 3);
  CHECK(visit.trail[0].action == "GET /login/callback");
  CHECK(visit.trail[0].caller.who == "token:" + kProvider + "#u-1");
  CHECK(visit.trail[1].action == "POST /logout");
  CHECK(visit.trail[1].caller.who == "token:" + kProvider + "#u-1");
  CHECK(visit.trail[2].caller.who == "anonymous");
  CHECK(visit.trail[2].status == 400);
}

TEST_CASE("a session that was there before ends when its browser logs in anew") {
  Visit visit;
  visit.ask(Method::kGet, visit.depart());
  const std::string before = visit.cookies.at("__Host-kring-session");
  visit.ask(Method::kGet, visit.depart());
  CHECK(visit.cookies.at("__Host-kring-session") != before);
  CHECK_FALSE(visit.provider.login.sessions().find(before));
}

TEST_CASE("a login that fails says why and how to go on, and the log which check failed") {
  Visit visit;
  const std::string denied = visit.depart() + "&error=access_denied";
  const Response refused = visit.ask(Method::kGet, denied);
  CHECK(refused.status == 403);
  CHECK(refused.body.find("gaf geen toestemming") != std::string::npos);
  CHECK(refused.body.find("href=\"/login\"") != std::string::npos);
  CHECK(find_header(refused.headers, "Cache-Control") == "no-store");
  visit.provider.make_id_token = [] { return "x"; };
  CHECK(visit.ask(Method::kGet, visit.depart()).status == 403);
  visit.provider.is_up = false;
  CHECK(visit.ask(Method::kGet, visit.depart()).status == 503);
  CHECK(visit.notes
        == std::vector<std::string>{"login refused: denied", "login refused: token (malformed)",
                                    "login refused: unreachable"});
}

TEST_CASE("who must wait for the provider hears so at once, and the browser asks again by itself") {
  Visit visit;
  std::string language;
  std::vector<Response> answers;  // the last that came first
  visit.provider.delay = [&] {
    answers.push_back(visit.ask(Method::kGet, visit.depart() + language));
  };
  visit.ask(Method::kGet, visit.depart());
  REQUIRE(answers.size() == kTurnsOfClient);
  const Response& busy = answers.front();
  CHECK(busy.status == 503);
  CHECK(find_header(busy.headers, "Retry-After") == "1");
  CHECK(find_header(busy.headers, "Refresh") == "1");
  for (const std::string& note : visit.notes)
    CHECK(note.find("busy") == std::string::npos);
  CHECK(busy.body.find("probeert het vanzelf opnieuw") != std::string::npos);
  answers.clear();
  language = "&taal=en";
  visit.ask(Method::kGet, visit.depart());
  CHECK(answers.front().body.find("tries again by itself") != std::string::npos);
}

TEST_CASE("pages tell where one logs in, and only where one can") {
  Visit visit;
  CHECK(visit.ask(Method::kGet, "/gesprek").body.find("kring-login") != std::string::npos);
  const std::string door = "href=\"/login/status\">In- en uitloggen</a>";
  for (const char* path : {"/login/status", "/activiteiten/nergens", "/login/callback?state=a"})
    CHECK(visit.ask(Method::kGet, path).body.find(door) != std::string::npos);
  CHECK(visit.ask(Method::kGet, "/login/status").body.find("gemeente-theme") != std::string::npos);
  const auto router = make_router({visit.matchers, make_fixed_clock()});
  const Routed without = router->route({Method::kGet, {"gesprek"}, {}, {}, ""});
  CHECK(without.response.body.find("kring-login") == std::string::npos);
  const Routed page = router->route({Method::kGet, {"activiteiten", "nergens"}, {}, {}, ""});
  CHECK(page.response.body.find("login") == std::string::npos);
}

}  // namespace kring::service::access::tests
