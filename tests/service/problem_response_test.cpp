// Does a fault tell all it must, in the client's language?
#include "service/problem_response.h"

#include <cstddef>
#include <sstream>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/api.h"
#include "tests/service/rooms.h"

namespace kring::service {
namespace {

using catalog::Language;

Language choose(const char* ranges) {
  return find_preferred_language({{"Accept-Language", ranges}}).value_or(Language::kDutch);
}

}  // namespace

TEST_CASE("a problem has the members of RFC 9457 and every fault") {
  const auto response = make_problem_response(
      Fault::kInvalidInput, Language::kEnglish,
      {{"too_old", "/person/age", {"Te oud.", "Too old."}}, {"bad_limit", "", {"Nee.", "No."}}});
  const auto document = catalog::parse_json(response.body);
  REQUIRE(document);
  CHECK(response.status == 400);
  CHECK(find_header(response.headers, "Content-Type") == "application/problem+json");
  CHECK((*document)["type"].string() == "about:blank");
  CHECK((*document)["title"].string() == "Bad Request");
  CHECK((*document)["status"].integer() == 400);
  CHECK((*document)["code"].string() == "invalid_input");
  REQUIRE((*document)["errors"].array().size() == 2);
  CHECK((*document)["errors"].array()[0]["pointer"].string() == "/person/age");
  CHECK((*document)["errors"].array()[0]["code"].string() == "too_old");
  CHECK((*document)["errors"].array()[0]["detail"].string() == "Too old.");
}

TEST_CASE("a problem is in Dutch unless the client prefers English") {
  CHECK(choose("") == Language::kDutch);
  CHECK(choose("en") == Language::kEnglish);
  CHECK(choose("en-GB,nl;q=0.5") == Language::kEnglish);
  CHECK(choose("nl-NL,nl;q=0.9,en;q=0.8") == Language::kDutch);
  CHECK(choose("de, en;q=0.3") == Language::kEnglish);
  CHECK(choose("en;q=0") == Language::kDutch);
  CHECK(choose("en;q=x, ,;;,") == Language::kDutch);
  CHECK(choose("*") == Language::kDutch);
  CHECK(choose("nl;q=0, *") == Language::kEnglish);
  CHECK(choose("en;q=0.5, *;q=0.8") == Language::kDutch);
  CHECK(find_preferred_language({{"Accept-Language", "de"}, {"accept-language", "en"}})
        == Language::kEnglish);
  CHECK_FALSE(find_preferred_language({{"Accept-Language", "fr, tr;q=0.9"}}));
  CHECK_FALSE(find_preferred_language({}));
}

TEST_CASE("who finds no room for a connection reads why in both languages") {
  std::ostringstream log;
  const Application application =
      make_application(std::make_shared<const Router>(), make_stream_log(log));
  const Response response = application.reject({Rejection::kTooManyConnections});
  CHECK(response.status == 503);
  CHECK(find_header(response.headers, "Content-Language") == "nl, en");
  CHECK(find_header(response.headers, "Retry-After") == "5");
  const auto document = catalog::parse_json(response.body).value();
  CHECK(document["code"].string() == "too_many_connections");
  CHECK(document["title"].string() == "Te druk / Service Unavailable");
  CHECK(document["detail"].string()
        == "Er zijn te veel verbindingen. Probeer het over een paar seconden opnieuw. / There are "
           "too many connections. Try again in a few seconds.");
}

TEST_CASE("what no handler sees is answered with a correlation id too") {
  static constexpr const char* kGiven = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
  static constexpr std::size_t kUuidCharacters = 36;
  std::ostringstream log;
  const Application application =
      make_application(std::make_shared<const Router>(), make_stream_log(log));
  for (const Rejection reason :
       {Rejection::kMalformed, Rejection::kTooSlow, Rejection::kHeadTooLarge,
        Rejection::kTooManyConnections, Rejection::kTooManyRequests, Rejection::kOverloaded}) {
    const Response given = application.reject({reason, {{"X-Correlation-Id", kGiven}}});
    CHECK(find_header(given.headers, "X-Correlation-Id") == kGiven);
    const Response made = application.reject({reason});
    CHECK(find_header(made.headers, "X-Correlation-Id").value_or("").size() == kUuidCharacters);
  }
}

TEST_CASE("a browser that finds nothing gets a page, and a program the problem") {
  const auto rooms = tests::make_rooms();
  const Header browser{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
  const Response page = rooms.get("/nergens", {browser});
  CHECK(page.status == 404);
  CHECK(find_header(page.headers, "Content-Type") == "text/html; charset=utf-8");
  CHECK(page.body.find("<h1 class=\"utrecht-heading-1\">Niet gevonden</h1>") != std::string::npos);
  CHECK(page.body.find("class=\"languages\"") == std::string::npos);
  const Response english = rooms.get("/nergens", {browser, {"Accept-Language", "en"}});
  CHECK(english.body.find("<html lang=\"en\" dir=\"ltr\">") != std::string::npos);
  CHECK(english.body.find("There is nothing here.") != std::string::npos);
  for (const char* path : {"/v1/nergens", "/hsds/nergens", "/assets/nergens"}) {
    CHECK(find_header(rooms.get(path, {browser}).headers, "Content-Type")
          == "application/problem+json");
  }
  CHECK(find_header(rooms.get("/nergens").headers, "Content-Type") == "application/problem+json");
  const Response posted = rooms.send(Method::kPost, "/gesprek", "", {browser});
  CHECK(find_header(posted.headers, "Content-Type") == "application/problem+json");
}

}  // namespace kring::service
