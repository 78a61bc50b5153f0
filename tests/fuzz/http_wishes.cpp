// Are headers that say how an answer is wanted, and for whom, read without harm?
//
// Four fields: Accept-Encoding, If-None-Match, X-Forwarded-For and the body of the answer.
#include <array>
#include <string>

#include "service/entity_tag.h"
#include "service/gzip.h"
#include "service/http/client.h"
#include "service/http/response_head.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

constexpr std::size_t kMaxClientBytes = 45;  ///< of an IPv6 address in words

}  // namespace

void read(std::string_view bytes) {
  const auto fields = split_fields(bytes, 4);
  service::Request request;
  request.headers = {{"Accept-Encoding", std::string(fields[0])},
                     {"If-None-Match", std::string(fields[1])},
                     {"X-Forwarded-For", std::string(fields[2])}};
  const std::string body(fields[3]);
  service::Response answer{
      200, {{"Content-Type", "text/plain"}, {"Cache-Control", "no-cache"}}, body};
  const service::Request plain = service::with_plain_tags(request);
  answer = service::compress(request, service::tag_answer(plain, std::move(answer)));
  const bool is_packed = service::find_header(answer.headers, "Content-Encoding").has_value();
  expect(answer.status == 200 || answer.body.empty(), "what the client has is not sent");
  expect(answer.status != 200 || is_packed || answer.body == body, "the bytes stay the same");
  expect(!is_packed || service::prefers_gzip(request.headers), "gzip goes to who wants it");
  expect(service::find_client("127.0.0.1", request.headers).network.size() <= kMaxClientBytes,
         "a client is an address");
  request.headers.push_back({"Location", body});
  const std::string head =
      service::write_response_head({204, request.headers, ""}, service::AfterAnswer::kKeep, {});
  expect(head.find("\r\n\r\n") == head.size() - 4, "a head ends once");
}

}  // namespace kring::fuzz
