#include "catalog/demo/demo_data.h"

// NOLINTBEGIN(readability-identifier-naming): names made by kring_embed()
extern "C" {
extern const char kring_demo_nijmegen_begin;
extern const char kring_demo_nijmegen_end;
extern const char kring_demo_limburg_begin;
extern const char kring_demo_limburg_end;
extern const char kring_demo_places_begin;
extern const char kring_demo_places_end;
extern const char kring_demo_profile_begin;
extern const char kring_demo_profile_end;
}
// NOLINTEND(readability-identifier-naming)

namespace kring::catalog {

std::array<DemoCatalogue, 2> demo_catalogues() {
  return {{
      {"nijmegen",
       "nijmegen/services.ndjson",
       {&kring_demo_nijmegen_begin, &kring_demo_nijmegen_end}},
      {"limburg", "limburg/services.ndjson", {&kring_demo_limburg_begin, &kring_demo_limburg_end}},
  }};
}

std::string_view demo_places() {
  return {&kring_demo_places_begin, &kring_demo_places_end};
}

std::string_view demo_profile() {
  return {&kring_demo_profile_begin, &kring_demo_profile_end};
}

}  // namespace kring::catalog
