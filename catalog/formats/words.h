// What do the words of a feed mean that stand for a few fixed values?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/activity.h"

namespace kring::catalog::formats {

/// Ways to take part named in `words` ("Op locatie", "in-person", "Aan huis", "Telefoon en chat",
/// "hybrid"); empty where none is.
AttendanceSet attendance_in(std::string_view words);

/// Of a virtual place by its name: what the name says, else online.
AttendanceSet attendance_of_virtual(std::string_view name);

/// "active", "temporarily closed", "gesloten" …; absent for an unknown word.
std::optional<Status> status_in(std::string_view word);

/// BCP 47 in lower case, of a code or a name in Dutch, English or its own language; absent for
/// prose.
std::optional<std::string> language_in(std::string_view word);

/// The Dutch name of a language of which language_in knows one, else the code itself.
std::string language_name(std::string_view code);

/// ISO 3166-1 alpha-2 of a code or a name; "" where it cannot be told.
std::string country_in(std::string_view word);

/// Whether `name` is one of the Dutch provinces, which some feeds write where the municipality is
/// meant.
bool is_province(std::string_view name);

/// The RFC 5545 day ("MO") of "Monday", "https://schema.org/Monday", "maandag", "ma", "mo"; absent
/// for anything else.
std::optional<std::string> weekday_in(std::string_view word);

/// The Dutch or British postcode in an address on one line, as written there; "" where there is
/// none.
std::string postcode_in(std::string_view address);

}  // namespace kring::catalog::formats
