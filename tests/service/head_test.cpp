// Is a request's head read in one way only?
#include "service/http/head.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "service/http/limits.h"
#include "service/http/target.h"

namespace kring::service {
namespace {

std::variant<Head, Rejection> parse(const std::string& lines) {
  return parse_head(lines + "\r\n\r\n");
}

bool is_malformed(const std::string& lines) {
  const auto parsed = parse(lines);
  const auto* rejection = std::get_if<Rejection>(&parsed);
  return rejection != nullptr && *rejection == Rejection::kMalformed;
}

/// Those of the targets that are read although they should not be.
std::vector<std::string> find_accepted(const std::vector<std::string>& targets) {
  std::vector<std::string> accepted;
  std::copy_if(targets.begin(), targets.end(), std::back_inserter(accepted),
               [](const std::string& target) { return parse_target(target).has_value(); });
  return accepted;
}

}  // namespace

TEST_CASE("a head ends at its first empty line") {
  CHECK(find_head_end("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest") == 27U);
  CHECK_FALSE(find_head_end("GET / HTTP/1.1\r\nHost: a\r\n").has_value());
}

TEST_CASE("a head with its target, query and headers is read whole") {
  const auto parsed =
      parse("GET /v1/activities/a%20b?x=1+2&y HTTP/1.1\r\nHost: localhost:8080\r\nAccept:  */* ");
  const auto& request = std::get<Head>(parsed).request;
  CHECK(request.segments == std::vector<std::string>{"v1", "activities", "a b"});
  CHECK(request.query == std::vector<QueryParameter>{{"x", "1 2"}, {"y", ""}});
  CHECK(find_header(request.headers, "accept") == "*/*");
}

TEST_CASE("two lengths, or a length beside chunks, are refused") {
  CHECK(is_malformed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1"));
  CHECK(is_malformed(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked"));
  CHECK(is_malformed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked"));
  CHECK(is_malformed("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked"));
}

TEST_CASE("a missing, second or strange Host is refused") {
  CHECK(is_malformed("GET / HTTP/1.1\r\nAccept: */*"));
  CHECK(is_malformed("GET / HTTP/1.1\r\nHost: a\r\nHost: a"));
  CHECK(is_malformed("GET / HTTP/1.1\r\nHost: user@a"));
  CHECK(is_malformed("GET http://b/ HTTP/1.1\r\nHost: a"));
  CHECK(std::holds_alternative<Head>(parse("GET http://A:80/ HTTP/1.1\r\nHost: a:80")));
}

TEST_CASE("a folded header, or a blank before its colon, is refused") {
  CHECK(is_malformed("GET / HTTP/1.1\r\nHost: a\r\n b: c"));
  CHECK(is_malformed("GET / HTTP/1.1\r\nHost : a"));
  CHECK(is_malformed("GET / HTTP/1.1\r\nHost: a\nX: b"));
}

TEST_CASE("a body over the limit is refused before it is read") {
  const auto parsed =
      parse("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(kMaxBodyBytes + 1));
  CHECK(std::get<Rejection>(parsed) == Rejection::kBodyTooLarge);
}

TEST_CASE("a target is decoded once") {
  CHECK(parse_target("/a%2525").value().segments == std::vector<std::string>{"a%25"});
  CHECK(parse_target("/").value().segments.empty());
  CHECK(parse_target("/a/").value().segments == std::vector<std::string>{"a", ""});
}

TEST_CASE("a target that climbs, or is no text, is refused") {
  const std::vector<std::string> bad = {
      "a",     "",        "/a/../b",    "/%2e%2E/b", "/a%0", "/a%zz",     "/a%00",
      "/a%0a", "/%c0%af", "/%ed%a0%80", "/\xc3\xa9", "/a#b", "http:///x", "ftp://a/"};
  CHECK(find_accepted(bad).empty());
}

}  // namespace kring::service
