// What do the request line and headers say, and can they be read in one way only?
#include "service/http/head.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "service/http/limits.h"
#include "service/http/target.h"

namespace kring::service {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

enum class Version : std::uint8_t {
  kOneZero,
  kOneOne,
};

struct RequestLine {
  Method method = Method::kGet;
  Target target;
  Version version = Version::kOneOne;
};

/// RFC 9110 tchar.
bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

/// RFC 9110 field-vchar, blank or tab.
bool is_value_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20U && byte != 0x7FU);
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::variant<RequestLine, Rejection> parse_request_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Rejection::kMalformed;
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);

  if (version != "HTTP/1.1" && version != "HTTP/1.0") return Rejection::kMalformed;
  if (!is_token(method)) return Rejection::kMalformed;
  if (target.size() > kMaxTargetBytes) return Rejection::kTargetTooLong;
  const auto known = find_method(method);
  if (!known) return Rejection::kUnknownMethod;
  auto parsed = parse_target(target);
  if (!parsed || (target == "*" && known != Method::kOptions)) return Rejection::kMalformed;
  return RequestLine{*known, *std::move(parsed),
                     version == "HTTP/1.1" ? Version::kOneOne : Version::kOneZero};
}

/// Absent where the line is no "name: value" of RFC 9112 section 5; so a folded line and "name :"
/// are none.
std::optional<Header> parse_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
  const std::string_view value = trim(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), is_value_character)) return std::nullopt;
  return Header{std::string(line.substr(0, colon)), std::string(value)};
}

std::vector<std::string_view> values_of(const Headers& headers, std::string_view name) {
  std::vector<std::string_view> values;
  for (const Header& header : headers) {
    if (equals_ignoring_case(header.name, name)) values.push_back(header.value);
  }
  return values;
}

/// RFC 3986 host and port: letters, digits, "-._~", an IPv6 address in brackets; user names are
/// refused.
bool is_authority(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view("-._~:[]%").find(c) != std::string_view::npos;
  });
}

bool is_host_right(const Headers& headers, const RequestLine& line) {
  const auto hosts = values_of(headers, "Host");
  if (hosts.size() > 1) return false;
  if (hosts.empty()) return line.version == Version::kOneZero;
  if (!is_authority(hosts[0])) return false;
  return line.target.authority.empty() || equals_ignoring_case(line.target.authority, hosts[0]);
}

std::variant<Framing, Rejection> find_framing(const Headers& headers, Version version) {
  const auto codings = values_of(headers, "Transfer-Encoding");
  const auto lengths = values_of(headers, "Content-Length");
  if (!codings.empty()) {
    const bool is_plain_chunked =
        codings.size() == 1 && equals_ignoring_case(codings[0], "chunked");
    if (!is_plain_chunked || !lengths.empty() || version == Version::kOneZero)
      return Rejection::kMalformed;
    return Framing::kChunked;
  }
  if (lengths.empty()) return Framing::kNoBody;
  if (lengths.size() > 1) return Rejection::kMalformed;

  std::size_t length = 0;
  const char* const end = lengths[0].data() + lengths[0].size();
  const auto [stop, error] = std::from_chars(lengths[0].data(), end, length);
  if (error != std::errc{} || stop != end) return Rejection::kMalformed;
  if (length > kMaxBodyBytes) return Rejection::kBodyTooLarge;
  return Framing::kSized;
}

std::variant<Continue, Rejection> find_expectation(const Headers& headers, Version version) {
  const auto expectations = values_of(headers, "Expect");
  if (expectations.empty()) return Continue::kNotAsked;
  if (expectations.size() > 1 || !equals_ignoring_case(expectations[0], "100-continue")) {
    return Rejection::kUnknownExpectation;
  }
  return version == Version::kOneOne ? Continue::kAsked : Continue::kNotAsked;
}

/// The lines of a head but the empty one; absent where a line feed stands alone or there are too
/// many.
std::variant<std::vector<std::string_view>, Rejection> split_lines(std::string_view head) {
  std::vector<std::string_view> lines;
  while (head != kLineEnd) {
    const std::size_t end = head.find('\n');
    if (end == std::string_view::npos || end == 0 || head[end - 1] != '\r')
      return Rejection::kMalformed;
    lines.push_back(head.substr(0, end - 1));
    head.remove_prefix(end + 1);
    if (lines.size() > kMaxHeaders + 1) return Rejection::kHeadTooLarge;
  }
  if (lines.empty()) return Rejection::kMalformed;
  return lines;
}

std::variant<Head, Rejection> make_head(RequestLine line, Headers headers) {
  if (!is_host_right(headers, line)) return Rejection::kMalformed;
  const auto framing = find_framing(headers, line.version);
  if (const auto* rejection = std::get_if<Rejection>(&framing)) return *rejection;
  const auto expectation = find_expectation(headers, line.version);
  if (const auto* rejection = std::get_if<Rejection>(&expectation)) return *rejection;

  Head head;
  head.request.method = line.method;
  head.request.segments = std::move(line.target.segments);
  head.request.query = std::move(line.target.query);
  head.request.headers = std::move(headers);
  head.framing = std::get<Framing>(framing);
  head.continuation = std::get<Continue>(expectation);
  return head;
}

}  // namespace

std::optional<std::size_t> find_head_end(std::string_view bytes) {
  std::size_t line_start = 0;
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos;
       end = bytes.find('\n', line_start)) {
    const bool has_return = end > line_start && bytes[end - 1] == '\r';
    const bool is_empty_line = end == line_start || (has_return && end == line_start + 1);
    if (!has_return || is_empty_line) return end + 1;
    line_start = end + 1;
  }
  return std::nullopt;
}

std::variant<Head, Rejection> parse_head(std::string_view head) {
  const auto split = split_lines(head);
  if (const auto* rejection = std::get_if<Rejection>(&split)) return *rejection;
  const auto& lines = std::get<std::vector<std::string_view>>(split);

  auto line = parse_request_line(lines.front());
  if (const auto* rejection = std::get_if<Rejection>(&line)) return *rejection;
  Headers headers;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto header = parse_header(lines[i]);
    if (!header) return Rejection::kMalformed;
    headers.push_back(*std::move(header));
  }
  return make_head(std::get<RequestLine>(std::move(line)), std::move(headers));
}

Headers find_languages(std::string_view bytes) {
  Headers languages;
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    auto header = parse_header(line);
    if (header && equals_ignoring_case(header->name, "Accept-Language"))
      languages.push_back(*std::move(header));
  }
  return languages;
}

}  // namespace kring::service
