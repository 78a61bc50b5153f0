// What does a row of an older HSDS version say in HSDS 3?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Renews one row of `table` before other rows are nested in it: lists in a cell become rows of
/// their own, a weekday becomes byday, a virtual place says so.
void renew_row(std::string_view table, Json& row);

/// Renews a whole service, nested: rules about who may come become the description of eligibility.
void renew_service(Json& service);

/// Takes the days on which a holiday closes the doors out of the schedules.
void close_on_holidays(const Fields& service, Activity& activity);

/// The parts of a cell between commas or semicolons, trimmed.
std::vector<std::string> split_cell(std::string_view cell);

}  // namespace kring::catalog::formats
