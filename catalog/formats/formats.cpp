#include "catalog/formats/formats.h"

#include <algorithm>
#include <array>

#include "catalog/formats/hsds.h"
#include "catalog/formats/hsds_csv.h"
#include "catalog/formats/icarol.h"
#include "catalog/formats/openactive.h"
#include "catalog/formats/schema_org.h"

namespace kring::catalog {

std::span<const Format> all_formats() {
  // OpenActive first: its objects name schema.org too.
  static constexpr std::array kFormats = {
      Format{"hsds-csv", formats::recognises_hsds_csv, formats::read_hsds_csv,
             formats::write_hsds_csv, formats::write_hsds_csv_folder},
      Format{"icarol-csv", formats::recognises_icarol, formats::read_icarol, nullptr},
      Format{"openactive", formats::recognises_openactive, formats::read_openactive, nullptr},
      Format{"schema-org", formats::recognises_schema_org, formats::read_schema_org, nullptr},
      Format{"hsds", formats::recognises_hsds, formats::read_hsds, formats::write_hsds},
  };
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const std::span<const Format> all = all_formats();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace kring::catalog
