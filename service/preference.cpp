#include "service/preference.h"

#include <algorithm>

namespace kring::service {
namespace {

/// The weight of "en;q=0.8" in thousandths; 0 where it cannot be read.
int weight_of(std::string_view range) {
  const std::size_t at = range.find(";q=");
  if (at == std::string_view::npos) return 1000;
  std::string_view digits = range.substr(at + 3);
  if (digits.empty() || (digits[0] != '0' && digits[0] != '1')) return 0;
  int weight = (digits[0] - '0') * 1000;
  digits.remove_prefix(std::min<std::size_t>(2, digits.size()));
  int unit = 100;
  for (const char c : digits.substr(0, 3)) {
    if (c < '0' || c > '9') return 0;
    weight += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(weight, 1000);
}

/// How closely the range names the type: 2 exactly, 1 its kind, 0 any; absent where it does not.
std::optional<int> closeness_of(std::string_view range, std::string_view type) {
  if (equals_ignoring_case(range, type)) return 2;
  const std::string_view kind = type.substr(0, type.find('/'));
  if (equals_ignoring_case(range, std::string(kind) + "/*")) return 1;
  return range == "*/*" ? std::optional(0) : std::nullopt;
}

/// The weight that the closest range gives the type.
int weight_of_type(const std::vector<WeightedRange>& ranges, std::string_view type) {
  int closest = -1;
  int weight = 0;
  for (const WeightedRange& range : ranges) {
    const std::optional<int> closeness = closeness_of(range.range, type);
    if (!closeness || *closeness < closest) continue;
    weight = *closeness == closest ? std::max(weight, range.weight) : range.weight;
    closest = *closeness;
  }
  return weight;
}

}  // namespace

std::vector<WeightedRange> parse_weighted_ranges(std::string_view header) {
  std::vector<WeightedRange> ranges;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    std::string range(header.substr(0, comma));
    header.remove_prefix(std::min(comma + 1, header.size()));
    std::erase_if(range, [](char c) { return c == ' ' || c == '\t'; });
    if (range.empty()) continue;
    const int weight = weight_of(range);
    ranges.push_back({range.substr(0, range.find(';')), weight});
  }
  return ranges;
}

std::optional<std::size_t> choose_media_type(const Headers& headers,
                                             std::span<const std::string_view> offered) {
  std::vector<WeightedRange> ranges;
  bool is_asked = false;
  for (const Header& header : headers) {
    if (!equals_ignoring_case(header.name, "Accept")) continue;
    is_asked = true;
    for (WeightedRange& range : parse_weighted_ranges(header.value))
      ranges.push_back(std::move(range));
  }
  if (!is_asked) return 0;
  std::optional<std::size_t> best;
  int best_weight = 0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const int weight = weight_of_type(ranges, offered[i]);
    if (weight > best_weight) {
      best = i;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace kring::service
