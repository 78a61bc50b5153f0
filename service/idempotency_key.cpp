#include "service/idempotency_key.h"

#include <algorithm>
#include <string_view>

namespace kring::service {
namespace {

constexpr std::string_view kName = "Idempotency-Key";

bool may_be_in_key(char c) {
  return c > ' ' && c <= '~' && c != '"' && c != '\\';
}

std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

catalog::Result<std::string> read_idempotency_key(const Headers& headers) {
  const std::optional<std::string_view> sent = find_header(headers, kName);
  if (!sent) return std::string();
  const auto count = std::count_if(headers.begin(), headers.end(), [](const Header& header) {
    return equals_ignoring_case(header.name, kName);
  });
  const std::string_view key = without_quotes(*sent);
  const bool is_key = count == 1 && !key.empty() && key.size() <= kMaxIdempotencyKey
                      && std::all_of(key.begin(), key.end(), may_be_in_key);
  if (is_key) return std::string(key);
  return catalog::Problem{
      "bad_idempotency_key",
      "",
      {"Stuur de kop Idempotency-Key één keer, met 1 tot 255 zichtbare ASCII-tekens zonder "
       "aanhalingsteken of backslash erin. Een UUID voldoet.",
       "Send the Idempotency-Key header once, with 1 to 255 visible ASCII characters and no quote "
       "or backslash among them. A UUID will do."}};
}

}  // namespace kring::service
