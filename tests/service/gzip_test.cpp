// Do answers travel smaller where that helps, and only where the client wants it?
#include "service/gzip.h"

#include <string>

#include <zlib.h>

#include <catch2/catch.hpp>

#include "service/entity_tag.h"

namespace kring::service::tests {
namespace {

const std::string kBody(10'000, 'a');

Request asking(Headers headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

Response answering(const std::string& type, const std::string& body = kBody) {
  return {200, {{"Content-Type", type}, {"Vary", "Accept"}, {"ETag", "\"1\""}}, body};
}

std::string header(const Response& response, std::string_view name) {
  return std::string(find_header(response.headers, name).value_or("-"));
}

bool is_chosen(const char* accepted) {
  return prefers_gzip({{"Accept-Encoding", accepted}});
}

std::string unzip(const std::string& bytes) {
  static constexpr int kGzipWindowBits = 31;
  z_stream stream{};
  REQUIRE(::inflateInit2(&stream, kGzipWindowBits) == Z_OK);
  std::string plain(2 * kBody.size(), '\0');
  std::string packed = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  CHECK(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
  plain.resize(stream.total_out);
  ::inflateEnd(&stream);
  return plain;
}

}  // namespace

TEST_CASE("gzip is chosen by its weight") {
  CHECK(is_chosen("gzip"));
  CHECK(is_chosen("br;q=1, GZIP;q=0.1"));
  CHECK(is_chosen("*"));
  CHECK(is_chosen("gzip;q=0.5, identity;q=0.5"));
  CHECK_FALSE(is_chosen("gzip;q=0"));
  CHECK_FALSE(is_chosen("*, gzip;q=0"));
  CHECK_FALSE(is_chosen("*;q=0"));
  CHECK_FALSE(is_chosen("gzip;q=0.5, identity"));
  CHECK_FALSE(is_chosen("br, deflate"));
  CHECK_FALSE(is_chosen(""));
  CHECK_FALSE(prefers_gzip({}));
}

TEST_CASE("a large answer goes in gzip, with a tag of its own, and gives back its bytes") {
  const auto packed =
      compress(asking({{"Accept-Encoding", "gzip"}}), answering("application/json"));
  CHECK(packed.body.size() < kBody.size() / 10);
  CHECK(unzip(packed.body) == kBody);
  CHECK(header(packed, "Content-Encoding") == "gzip");
  CHECK(header(packed, "Vary") == "Accept, Accept-Encoding");
  CHECK(header(packed, "ETag") == "\"1-gzip\"");
}

TEST_CASE("an answer that could have gone in gzip says so to caches") {
  const auto plain = compress(asking({}), answering("text/html; charset=utf-8"));
  CHECK(plain.body == kBody);
  CHECK(header(plain, "Vary") == "Accept, Accept-Encoding");
  CHECK(header(plain, "ETag") == "\"1\"");
}

TEST_CASE("what is small, does not shrink or is no whole answer goes as it is") {
  const Request request = asking({{"Accept-Encoding", "gzip"}});
  const std::string small(kMinGzipBytes - 1, 'a');
  CHECK(compress(request, answering("application/json", small)).body == small);
  CHECK(compress(request, answering("application/pdf")).body == kBody);
  Response problem = answering("application/problem+json");
  problem.status = 400;
  CHECK(compress(request, problem).body == kBody);
}

TEST_CASE("a client that has the bytes in gzip is told so, and handlers see their own tag") {
  const Request request = asking({{"If-None-Match", "W/\"0\", \"1-gzip\""}});
  const Request plain = with_plain_tags(request);
  CHECK(has_already(plain.headers, "\"1\""));
  const auto unchanged = compress(request, Response{304, {{"ETag", "\"1\""}}, ""});
  CHECK(header(unchanged, "ETag") == "\"1-gzip\"");
  CHECK(header(unchanged, "Vary") == "Accept-Encoding");
}

TEST_CASE("a read that may be kept has a tag, and is not sent twice") {
  const Response answer{200, {{"Cache-Control", "no-cache"}}, "bytes"};
  const Response tagged = tag_answer(asking({}), answer);
  const std::string tag = header(tagged, "ETag");
  CHECK(tag == make_entity_tag("bytes"));
  for (const std::string& had : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
    const Response again = tag_answer(asking({{"If-None-Match", had}}), answer);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header(again, "ETag") == tag);
  }
  CHECK(tag_answer(asking({{"If-None-Match", "\"other\""}}), answer).status == 200);
}

TEST_CASE("what may not be stored, or answers no read, has no tag") {
  const Response answer{200, {{"Cache-Control", "no-cache"}}, "bytes"};
  Request posting;
  posting.method = Method::kPost;
  CHECK(tag_answer(posting, answer).headers.size() == 1);
  CHECK(header(tag_answer(asking({}), {200, {{"Cache-Control", "no-store"}}, ""}), "ETag") == "-");
  CHECK(header(tag_answer(asking({}), {404, {{"Cache-Control", "no-cache"}}, ""}), "ETag") == "-");
}

}  // namespace kring::service::tests
