// Does an answer's head say what HTTP asks, and nothing that came in by a value?
#include "service/http/response_head.h"

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

std::string write(const Response& response, AfterAnswer after = AfterAnswer::kKeep) {
  return write_response_head(response, after, std::chrono::system_clock::time_point{});
}

}  // namespace

TEST_CASE("a head has status, headers, date and length, and an end") {
  CHECK(write({200, {{"Content-Type", "text/plain"}}, "hello"})
        == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
           "Content-Length: 5\r\n\r\n");
  CHECK(write({429, {}, ""}).starts_with("HTTP/1.1 429 Too Many Requests\r\n"));
}

TEST_CASE("an answer that has no body by its status has no length") {
  CHECK(write({204, {}, ""}).find("Content-Length") == std::string::npos);
  CHECK(write({304, {}, ""}).find("Content-Length") == std::string::npos);
}

TEST_CASE("who is closed after the answer is told") {
  CHECK(write({200, {}, ""}, AfterAnswer::kClose).find("Connection: close\r\n")
        != std::string::npos);
  CHECK(write({200, {}, ""}).find("Connection") == std::string::npos);
}

TEST_CASE("a value cannot begin a header or an answer of its own") {
  for (const char* const value : {"a\r\nSet-Cookie: b", "a\nX: b", "a\r\n\r\nHTTP/1.1 200 OK"}) {
    const std::string head = write({200, {{"Location", value}, {"Kept", "yes"}}, ""});
    CHECK(head.find("Location") == std::string::npos);
    CHECK(head.find("Kept: yes\r\n") != std::string::npos);
  }
}

}  // namespace kring::service::tests
