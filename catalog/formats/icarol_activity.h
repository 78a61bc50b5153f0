// How does a row of an iCarol export become an activity?
#pragma once

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// Member of the document in which the row of the agency stands.
inline constexpr const char* kAgencyMember = "agency";

/// `row` has the export's columns, and the agency's under kAgencyMember where it has one.
Activity read_icarol_activity(const Fields& row);

/// "PublicName", else the official or another name.
std::string icarol_name(const Fields& row);

}  // namespace kring::catalog::formats
