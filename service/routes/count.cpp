#include "service/routes/count.h"

#include <charconv>
#include <system_error>

namespace kring::service {

std::optional<int> parse_count(std::string_view text, int most) {
  int count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  const bool is_count = error == std::errc{} && stop == end && count >= 1 && count <= most;
  return is_count ? std::optional(count) : std::nullopt;
}

}  // namespace kring::service
