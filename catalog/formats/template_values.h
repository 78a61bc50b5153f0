// How does a Dutch spreadsheet write the values of an activity?
//
// Each write_ is undone by its parse_: what an export writes, an import reads as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"

namespace kring::catalog::formats {

/// "24-12-2026".
std::string write_dutch_date(Date date);
/// "24-12-2026", "24/12/2026", "4 januari 2026", "2026-12-24", each with a time that is passed
/// over.
std::optional<Date> parse_dutch_date(std::string_view text);

/// 2.5 as "2,5", as many digits as tell it from every other number.
std::string write_dutch_number(double value);
std::string write_dutch_money(Cents amount);  ///< "3,50"

/// "a; b"; a semicolon within an item is doubled.
std::string write_list(const std::vector<std::string>& items);
/// Items between semicolons or line ends, without blanks around them.
std::vector<std::string> parse_list(std::string_view text);

/// "Nijmegen (Gemeente)"; an area without extent whose name ends in brackets gets " ()".
std::string write_area(const ServiceArea& area);
ServiceArea parse_area(std::string_view text);

/// "op locatie, online".
std::string write_attendance_words(AttendanceSet set);
/// "actief", "tijdelijk gesloten" …
std::string write_status_word(Status status);

/// Yes of "ja", "j", "yes", "x", "waar", "true", "1"; no of "nee" and the like; absent otherwise.
std::optional<bool> parse_yes_no(std::string_view text);

}  // namespace kring::catalog::formats
