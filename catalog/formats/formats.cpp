#include "catalog/formats/formats.h"

#include <algorithm>
#include <array>

#include "catalog/formats/hsds.h"
#include "catalog/formats/hsds_csv.h"
#include "catalog/formats/icarol.h"
#include "catalog/formats/ics.h"
#include "catalog/formats/kring_csv.h"
#include "catalog/formats/openactive.h"
#include "catalog/formats/schema_org.h"
#include "catalog/formats/uitdatabank.h"

namespace kring::catalog {

std::span<const Format> all_formats() {
  // UiTdatabank and OpenActive first: their objects name schema.org too.
  static constexpr std::array kFormats = {
      Format{"hsds-csv", formats::recognises_hsds_csv, formats::read_hsds_csv,
             formats::write_hsds_csv, nullptr, formats::write_hsds_csv_folder},
      Format{"icarol-csv", formats::recognises_icarol, formats::read_icarol, nullptr},
      Format{"uitdatabank", formats::recognises_uitdatabank, formats::read_uitdatabank, nullptr},
      Format{"openactive", formats::recognises_openactive, formats::read_openactive, nullptr},
      Format{"schema-org", formats::recognises_schema_org, formats::read_schema_org,
             formats::write_schema_org},
      Format{"hsds", formats::recognises_hsds, formats::read_hsds, formats::write_hsds},
      Format{"kring-csv", formats::recognises_kring_csv, formats::read_kring_csv,
             formats::write_kring_csv, formats::write_kring_csv_template},
      Format{"ics", formats::recognises_ics, formats::read_ics, formats::write_ics},
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
