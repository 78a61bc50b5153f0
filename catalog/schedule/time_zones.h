// Which IANA zone does a calendar mean by its name for it?
#pragma once

#include <optional>
#include <string>

#include "catalog/schedule/calendar_file.h"

namespace kring::catalog {

/// Whether libical knows `name` as an IANA zone.
bool is_known_zone(const std::string& name);

/// The IANA zone of a TZID: one itself; one after a prefix ("/freeassociation…/Europe/Amsterdam");
/// a name of Windows ("W. Europe Standard Time"), in the Netherlands where it has several; or what
/// the VTIMEZONE of `calendar` says by X-LIC-LOCATION or by its offsets. Absent where none of these
/// tells.
std::optional<std::string> find_zone(const std::string& tzid, const CalendarComponent& calendar);

}  // namespace kring::catalog
