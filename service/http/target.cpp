// Which path and query does a request target name?
#include "service/http/target.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "catalog/plain_text.h"
#include "service/http/limits.h"

namespace kring::service {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 3986 pchar, '/' and '?' (a fragment is never sent).
bool is_target_character(char c) {
  return is_alphanumeric(c)
         || std::string_view("-._~!$&'()*+,;=:@/?%").find(c) != std::string_view::npos;
}

std::optional<unsigned> find_hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

enum class PlusSign : std::uint8_t {
  kPlus,
  kBlank,  ///< as forms write it
};

std::optional<std::string> percent_decode(std::string_view text, PlusSign plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == PlusSign::kBlank) {
      decoded.push_back(' ');
      continue;
    }
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = find_hex_digit(text[i + 1]);
    const auto low = find_hex_digit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    decoded.push_back(static_cast<char>(*high * 16U + *low));
    i += 2;
  }
  if (!catalog::is_plain_text(decoded)) return std::nullopt;
  return decoded;
}

/// The parts of `text` between separators; "" has one part.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

/// requires: `path` starts with '/'.
std::optional<std::vector<std::string>> parse_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path == "/") return segments;
  for (const std::string_view part : split(path.substr(1), '/')) {
    auto segment = percent_decode(part, PlusSign::kPlus);
    if (!segment || *segment == "." || *segment == "..") return std::nullopt;
    segments.push_back(*std::move(segment));
  }
  return segments;
}

std::optional<std::vector<QueryParameter>> parse_query(std::string_view query) {
  std::vector<QueryParameter> parameters;
  if (query.empty()) return parameters;
  for (const std::string_view part : split(query, '&')) {
    const std::size_t equals = part.find('=');
    auto name = percent_decode(part.substr(0, equals), PlusSign::kBlank);
    auto value = equals == std::string_view::npos
                     ? std::optional<std::string>(std::string())
                     : percent_decode(part.substr(equals + 1), PlusSign::kBlank);
    if (!name || !value || parameters.size() == kMaxQueryParameters) return std::nullopt;
    parameters.push_back({*std::move(name), *std::move(value)});
  }
  return parameters;
}

/// A target without its scheme and authority.
struct Stripped {
  std::string_view authority;  ///< "" of an origin-form target
  std::string_view rest;
};

Stripped strip_authority(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equals_ignoring_case(text.substr(0, scheme.size()), scheme)) continue;
    text.remove_prefix(scheme.size());
    const std::size_t end = std::min(text.find_first_of("/?"), text.size());
    const std::string_view rest = end == text.size() ? "/" : text.substr(end);
    return {text.substr(0, end), end == 0 ? "" : rest};
  }
  return {"", text};
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (text == "*") return Target{{"*"}, {}, ""};
  const auto [authority, rest] = strip_authority(text);
  if (rest.empty() || rest[0] != '/') return std::nullopt;
  if (!std::all_of(rest.begin(), rest.end(), is_target_character)) return std::nullopt;
  const std::size_t question = rest.find('?');
  auto segments = parse_path(rest.substr(0, question));
  auto query = parse_query(question == std::string_view::npos ? "" : rest.substr(question + 1));
  if (!segments || !query) return std::nullopt;
  return Target{*std::move(segments), *std::move(query), std::string(authority)};
}

}  // namespace kring::service
