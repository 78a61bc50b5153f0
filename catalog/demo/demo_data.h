// What does the demo show?
//
// The invented catalogues of this folder, their postcodes and one judged profile, compiled into the
// program. All of it is valid for the whole run.
#pragma once

#include <array>
#include <string_view>

namespace kring::catalog {

/// One demo catalogue as HSDS, a record a line.
struct DemoCatalogue {
  std::string_view source;     ///< of the import
  std::string_view file_name;  ///< by which reports name it
  std::string_view records;
};

std::array<DemoCatalogue, 2> demo_catalogues();

std::string_view demo_places();   ///< places.csv
std::string_view demo_profile();  ///< a profile of tests/judged, of an invented person

}  // namespace kring::catalog
