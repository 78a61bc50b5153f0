// Where do feeds lead, and where may they?
#include "catalog/feeds/paging.h"

#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>

#include "catalog/feeds/host_rules.h"
#include "catalog/feeds/web_address.h"

namespace kring::tests {

using namespace catalog::feeds;  // NOLINT(google-build-using-namespace): its own room's words

namespace {

WebAddress at(const std::string& text) {
  return *parse_web_address(text);
}

std::string next_of(const std::string& body, const std::string& url) {
  const auto turn = turn_page(body, at(url));
  if (!turn) return turn.error().front().code;
  return turn->next ? turn->next->text : "";
}

bool is_public4(const std::string& text) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  REQUIRE(::inet_pton(AF_INET, text.c_str(), &address.sin_addr) == 1);
  return is_public(*reinterpret_cast<sockaddr*>(&address));  // NOLINT(*-reinterpret-cast)
}

bool is_public6(const std::string& text) {
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  REQUIRE(::inet_pton(AF_INET6, text.c_str(), &address.sin6_addr) == 1);
  return is_public(*reinterpret_cast<sockaddr*>(&address));  // NOLINT(*-reinterpret-cast)
}

}  // namespace

TEST_CASE("changes lead on until an empty page names itself") {
  const std::string url = "https://a.example/rpde?after=1";
  CHECK(next_of(R"({"items":[{}],"next":"/rpde?after=2"})", url)
        == "https://a.example/rpde?after=2");
  CHECK(next_of(R"({"items":[],"next":"https://a.example/rpde?after=3"})", url)
        == "https://a.example/rpde?after=3");
  CHECK(next_of(R"({"items":[{}],"next":"https://b.example/rpde"})", url) == "next_elsewhere");
  CHECK(next_of(R"({"items":[{}],"next":"https://a.example/rpde?after=1"})", url) == "next_loops");
  const auto end = turn_page(R"({"items":[],"next":"https://a.example/rpde?after=1"})", at(url));
  REQUIRE(end);
  CHECK_FALSE(end->next);
  CHECK(end->last->text == url);
}

TEST_CASE("numbered pages lead on until the last") {
  const std::string url = "https://a.example/services?per_page=2&page=1";
  CHECK(next_of(R"({"page_number":1,"total_pages":3,"last_page":false,"contents":[{}]})", url)
        == "https://a.example/services?per_page=2&page=2");
  CHECK(next_of(R"({"page_number":3,"total_pages":3,"last_page":true,"contents":[{}]})", url)
            .empty());
  CHECK(next_of(R"({"number":1,"totalPages":2,"content":[{}]})", "https://a.example/services")
        == "https://a.example/services?page=2");
  CHECK(next_of(R"([{"id":"1"}])", url).empty());
  CHECK(next_of("{", url).empty());
}

TEST_CASE("a page of which no record has a list is thin") {
  const auto is_thin = [](const std::string& contents) {
    return turn_page(R"({"contents":)" + contents + "}", at("https://a.example/services"))->is_thin;
  };
  CHECK(is_thin(R"([{"id":"1","organization":{"id":"o"},"phones":[]}])"));
  CHECK_FALSE(is_thin(R"([{"id":"1"},{"id":"2","phones":[{"number":"1"}]}])"));
  CHECK_FALSE(is_thin("[]"));
}

TEST_CASE("a record of a list stands below it, whatever its id is") {
  CHECK(at_record(at("https://a.example/services?page=2"), "7").text
        == "https://a.example/services/7");
  CHECK(at_record(at("https://a.example/services/"), "../x?y#z é").text
        == "https://a.example/services/..%2fx%3fy%23z%20%c3%a9");
  CHECK(with_parameter(at("https://a.example/services?full=false&page=2"), "full", "true").text
        == "https://a.example/services?page=2&full=true");
}

TEST_CASE("only addresses of http and https without a password are feeds") {
  CHECK(at("HTTPS://A.Example/x#y").host == "a.example");
  CHECK(at("HTTPS://A.Example/x#y").text.find('#') == std::string::npos);
  CHECK(parse_web_address("file:///etc/passwd").error().front().code == "bad_scheme");
  CHECK(parse_web_address("gopher://a.example/").error().front().code == "bad_scheme");
  CHECK(parse_web_address("https://me:pass@a.example/").error().front().code
        == "address_with_password");
  CHECK_FALSE(parse_web_address("nonsense with blanks"));
  CHECK_FALSE(parse_web_address(std::string(10'000, 'a')));
  CHECK(shown(at("https://a.example/x?key=secret")) == "https://a.example/x");
}

TEST_CASE("a feed stays at its host and never leaves TLS") {
  const HostRules rules{{"b.example"}, {}};
  CHECK(may_visit(rules, at("https://a.example/"), at("https://a.example/x")));
  CHECK(may_visit(rules, at("https://a.example/"), at("https://b.example/x")));
  CHECK(may_visit(rules, at("http://a.example/"), at("https://a.example/x")));
  CHECK_FALSE(may_visit(rules, at("https://a.example/"), at("http://a.example/")));
  CHECK_FALSE(may_visit(rules, at("https://a.example/"), at("https://a.example:8443/")));
  CHECK_FALSE(may_visit(rules, at("http://a.example/"), at("https://a.example:22/")));
  CHECK_FALSE(may_visit(rules, at("https://a.example/"), at("https://c.example/")));
}

TEST_CASE("only addresses that anyone on the internet can have are public") {
  for (const char* text : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.3.1"}) {
    CHECK(is_public4(text));
  }
  for (const char* text : {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1",
                           "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                           "198.19.0.1", "224.0.0.1", "255.255.255.255"}) {
    CHECK_FALSE(is_public4(text));
  }
  CHECK(is_public6("2606:4700::1"));
  for (const char* text : {"::", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fd00::1",
                           "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::"}) {
    CHECK_FALSE(is_public6(text));
  }
}

}  // namespace kring::tests
