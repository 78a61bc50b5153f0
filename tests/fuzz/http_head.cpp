// Is any head of a request read, or refused, without harm?

#include "service/http/head.h"
#include "service/http/limits.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  for (const service::Header& header : service::find_languages(bytes)) {
    expect(header.name.size() + header.value.size() < bytes.size(), "a header is of the bytes");
  }
  const std::optional<std::size_t> end = service::find_head_end(bytes);
  if (!end) return;
  expect(*end > 0 && *end <= bytes.size(), "a head lies inside the bytes");
  const auto parsed = service::parse_head(bytes.substr(0, *end));
  const auto* head = std::get_if<service::Head>(&parsed);
  if (head == nullptr) return;
  expect(head->request.headers.size() <= service::kMaxHeaders, "no more headers than the limit");
  for (const service::Header& header : head->request.headers) {
    expect(!header.name.empty(), "a header has a name");
    expect(header.value.find_first_of("\r\n") == std::string::npos, "a value stands on one line");
  }
}

}  // namespace kring::fuzz
