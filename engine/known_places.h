// Which places can somebody name instead of a postcode?
#pragma once

#include <string>
#include <vector>

#include "catalog/places.h"

namespace kring::engine {

/// A place of the table; places of one name in several municipalities are several.
struct KnownPlace {
  std::string name;
  std::string municipality;  ///< "" where unknown
  int postcode4 = 0;         ///< in its middle

  bool operator==(const KnownPlace&) const = default;
};

/// Places and, where none of its places has its name, municipalities; by name, then municipality.
std::vector<KnownPlace> list_known_places(const catalog::Places& places);

}  // namespace kring::engine
