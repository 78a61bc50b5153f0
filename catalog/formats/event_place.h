// Where does an Event of schema.org or OpenActive happen?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"
#include "catalog/schedule/place_zone.h"

namespace kring::catalog::formats {

/// The sites of `event`: its places and virtual places; one virtual site where it is online only.
std::vector<Site> read_event_sites(const Fields& event);

/// A place given as one line: an address where it has a postcode, a link where it is one, else a
/// name.
Site read_place_line(const std::string& line);

/// What eventAttendanceMode says; empty where it says nothing.
AttendanceSet read_attendance_mode(const Fields& event);

/// By the first site that tells its country.
Whereabouts whereabouts_of(const std::vector<Site>& sites);

/// Phone numbers of the places of `event`.
std::vector<Phone> read_place_phones(const Fields& event);

/// The class names of a JSON-LD object without their namespace: "https://schema.org/Event" is
/// "Event".
std::vector<std::string> types_of(const Json& object);
bool is_of_type(const Json& object, std::string_view type);

/// The object's "@id" or "id"; "" where it has none.
std::string node_id(const Json& object);

/// A text that may stand as {"@value": …}, {"nl": …} or a list of such: the Dutch one, else the
/// first.
std::string localized_text(const Fields& owner, std::string_view name);

}  // namespace kring::catalog::formats
