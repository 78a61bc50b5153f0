// May an answer travel smaller than it is?
#include "service/gzip.h"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include <zlib.h>

#include "service/preference.h"

namespace kring::service {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;
constexpr int kLevel = 5;            ///< of 9; higher ones take twice the time for a few percent
constexpr int kGzipWindowBits = 31;  ///< the largest window, and gzip's frame
constexpr int kMemoryLevel = 8;      ///< zlib's default
constexpr std::string_view kTagEnd = "\"";
constexpr std::string_view kGzipTagEnd = "-gzip\"";

/// The weight of the coding in thousandths; "*" stands for those not named; absent where neither
/// is.
std::optional<int> find_weight(std::string_view header, std::string_view coding) {
  std::optional<int> any;
  for (const auto& [range, weight] : parse_weighted_ranges(header)) {
    if (equals_ignoring_case(range, coding)) return weight;
    if (range == "*") any = weight;
  }
  return any;
}

bool shrinks(std::string_view type) {
  const std::string_view essence = type.substr(0, type.find(';'));
  static constexpr std::array<std::string_view, 3> kOthers = {
      "application/json", "application/javascript", "image/svg+xml"};
  return essence.starts_with("text/") || essence.ends_with("+json")
         || std::find(kOthers.begin(), kOthers.end(), essence) != kOthers.end();
}

/// Throws std::bad_alloc.
std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (::deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY)
      != Z_OK)
    throw std::bad_alloc();
  std::string packed(::deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ::deflate(&stream, Z_FINISH);  // never short of room: deflateBound is the most it can take
  packed.resize(stream.total_out);
  ::deflateEnd(&stream);
  return packed;
}

Header* find_own(Headers& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [name](const Header& header) {
    return equals_ignoring_case(header.name, name);
  });
  return found == headers.end() ? nullptr : &*found;
}

void vary_on_coding(Headers& headers) {
  if (Header* const vary = find_own(headers, "Vary")) {
    vary->value += ", Accept-Encoding";
    return;
  }
  headers.push_back({"Vary", "Accept-Encoding"});
}

/// The tag of the same bytes in gzip.
std::string with_gzip_end(std::string_view tag) {
  std::string changed(tag);
  if (changed.ends_with(kTagEnd)) changed.replace(changed.size() - 1, 1, kGzipTagEnd);
  return changed;
}

/// What the client has it has in gzip, and the tag says so.
Response confirm_gzip_tag(const Request& request, Response response) {
  Header* const tag = find_own(response.headers, "ETag");
  if (tag != nullptr) {
    const auto had = find_header(request.headers, "If-None-Match").value_or("");
    const std::string in_gzip = with_gzip_end(tag->value);
    if (had.find(in_gzip) != std::string_view::npos) tag->value = in_gzip;
  }
  vary_on_coding(response.headers);
  return response;
}

}  // namespace

bool prefers_gzip(const Headers& headers) {
  const auto header = find_header(headers, "Accept-Encoding");
  if (!header) return false;
  const int gzip_weight = find_weight(*header, "gzip").value_or(0);
  return gzip_weight > 0 && gzip_weight >= find_weight(*header, "identity").value_or(0);
}

Response compress(const Request& request, Response response) {
  if (response.status == kNotModified) return confirm_gzip_tag(request, std::move(response));
  const bool is_worth_it = response.status == kOk && response.body.size() >= kMinGzipBytes
                           && shrinks(find_header(response.headers, "Content-Type").value_or(""));
  if (!is_worth_it || find_own(response.headers, "Content-Encoding") != nullptr) return response;
  vary_on_coding(response.headers);
  if (!prefers_gzip(request.headers)) return response;
  response.body = gzip(response.body);
  response.headers.push_back({"Content-Encoding", "gzip"});
  if (Header* const tag = find_own(response.headers, "ETag"))
    tag->value = with_gzip_end(tag->value);
  return response;
}

Request with_plain_tags(Request request) {
  for (Header& header : request.headers) {
    if (!equals_ignoring_case(header.name, "If-None-Match")
        && !equals_ignoring_case(header.name, "If-Match"))
      continue;
    for (std::size_t at = header.value.find(kGzipTagEnd); at != std::string::npos;
         at = header.value.find(kGzipTagEnd))
      header.value.replace(at, kGzipTagEnd.size(), kTagEnd);
  }
  return request;
}

}  // namespace kring::service
