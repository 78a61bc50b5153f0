// Which zone's clock hangs where something happens?
#pragma once

#include <optional>
#include <string>

#include "catalog/quantity.h"

namespace kring::catalog {

/// As much as is known of where a place is.
struct Whereabouts {
  std::string country;         ///< ISO 3166-1 alpha-2; "" where not known
  std::optional<Point> point;  ///< of the place
};

/// The IANA zone of the place: its country's; of a country with several the one whose city, after
/// which it is called, is nearest to the point: by a border within the country it may be the
/// neighbour's. Absent where the country is not known, or it has several and the point is not.
/// Thread-safe.
std::optional<std::string> find_zone_at(const Whereabouts& place);

}  // namespace kring::catalog
