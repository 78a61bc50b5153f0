// Which of several offers does a client prefer?
//
// Reads headers with weighted ranges, such as "text/html, application/pdf;q=0.8" (RFC 9110, 12.4).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/message.h"

namespace kring::service {

struct WeightedRange {
  std::string range;  ///< without parameters: "text/html", "*/*", "nl-NL"
  int weight = 1000;  ///< thousandths, 0..1000; 0 where it cannot be read, as what is refused
};

/// In the order sent.
std::vector<WeightedRange> parse_weighted_ranges(std::string_view header);

/// The place in `offered` of the media type that the Accept headers prefer: the highest weight,
/// then the first offered. The first where there is no such header; absent where none will do.
std::optional<std::size_t> choose_media_type(const Headers& headers,
                                             std::span<const std::string_view> offered);

}  // namespace kring::service
