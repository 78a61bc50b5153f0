#include "service/audit/head.h"

#include <charconv>
#include <cstddef>

#include <fmt/format.h>

#include "service/access/digest.h"

namespace kring::service::audit {
namespace {

constexpr std::size_t kNumberDigits = 20;
constexpr std::size_t kHeadBytes = kNumberDigits + 1 + access::kDigestDigits + 1;

}  // namespace

std::string head_path(const std::string& trail) {
  return trail + ".head";
}

std::string write_head(const Link& last) {
  return fmt::format("{:020} {}\n", last.sequence, last.hash);
}

std::optional<Link> parse_head(std::string_view text) {
  if (text.size() != kHeadBytes) return std::nullopt;
  Link link{0, std::string(text.substr(kNumberDigits + 1, access::kDigestDigits))};
  std::from_chars(text.data(), text.data() + kNumberDigits, link.sequence);
  if (write_head(link) != text) return std::nullopt;
  return link;
}

}  // namespace kring::service::audit
