// When does an event or place of UiTdatabank happen, or is it open?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The schedules by calendarType: single and multiple are dated, periodic and permanent have
/// opening hours. A range of openingHoursAdjustedDays replaces all hours of its days; one of
/// openingHoursClosedDays goes before that. Dates whose status is not Available are left out. Hours
/// past midnight are kept, though UiTdatabank's own search passes them over.
/// `zone`: IANA, of the clock at the place.
std::vector<Schedule> read_uitdatabank_calendar(const Fields& offer, const std::string& zone);

}  // namespace kring::catalog::formats
