#include "catalog/formats/table_warnings.h"

#include "catalog/json.h"

namespace kring::catalog::formats {

void TableWarnings::add(const std::string& code, const CellPlace& place, const Text& text) {
  Kind& kind = kinds_[code];
  kind.last_row = place.row;
  if (++kind.count > kMaxNamedFaults) {
    return;
  }
  const std::string pointer = place.heading.empty() ? "" : "/" + escape_pointer(place.heading);
  const std::string nl = place.heading.empty() ? "" : ", kolom " + place.heading;
  const std::string en = place.heading.empty() ? "" : ", column " + place.heading;
  sink_.warn({place.row,
              {code, pointer, {place.row + nl + ": " + text.nl, place.row + en + ": " + text.en}}});
}

void TableWarnings::finish() {
  for (const auto& [code, kind] : kinds_) {
    if (kind.count <= kMaxNamedFaults) {
      continue;
    }
    const std::string more = std::to_string(kind.count - kMaxNamedFaults);
    sink_.warn({kind.last_row,
                {code,
                 "",
                 {"Nog " + more + " keer hetzelfde; de laatste staat op " + kind.last_row + ".",
                  "The same " + more + " more times; the last is at " + kind.last_row + "."}}});
  }
}

}  // namespace kring::catalog::formats
