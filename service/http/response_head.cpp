// How does the head of an answer stand on the wire?
#include "service/http/response_head.h"

#include <algorithm>
#include <string_view>

#include <boost/beast/http/status.hpp>

#include "service/http/date_header.h"

namespace kring::service {
namespace {

constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

void append_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

/// What came of a request must not begin a header of its own.
bool is_on_one_line(std::string_view text) {
  using namespace std::string_view_literals;
  return text.find_first_of("\r\n\0"sv) == std::string_view::npos;
}

}  // namespace

std::string write_response_head(const Response& response,
                                AfterAnswer after,
                                std::chrono::system_clock::time_point now) {
  const auto status = static_cast<unsigned>(response.status);
  std::string head = "HTTP/1.1 " + std::to_string(status) + " ";
  head.append(boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status)));
  head.append("\r\n");
  for (const Header& header : response.headers) {
    if (is_on_one_line(header.name) && is_on_one_line(header.value))
      append_header(head, header.name, header.value);
  }
  append_header(head, "Date", make_date_header(now));
  if (after == AfterAnswer::kClose) append_header(head, "Connection", "close");
  if (response.status != kNoContent && response.status != kNotModified)
    append_header(head, "Content-Length", std::to_string(response.body.size()));
  return head.append("\r\n");
}

}  // namespace kring::service
