#include "catalog/demo/demo_data.h"

namespace kring::catalog {

// Of kring_embed().
std::string_view demo_nijmegen();
std::string_view demo_limburg();

std::array<DemoCatalogue, 2> demo_catalogues() {
  return {{
      {"nijmegen", "nijmegen/services.ndjson", demo_nijmegen()},
      {"limburg", "limburg/services.ndjson", demo_limburg()},
  }};
}

}  // namespace kring::catalog
