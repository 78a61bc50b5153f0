// How does an activity read in a calendar?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/schedule/calendar.h"
#include "catalog/source_terms.h"

namespace kring::catalog {

/// The state of the catalogue that a calendar shows. No clock: the same state gives the same bytes.
struct CalendarStamp {
  Date day;          ///< of the last change, where the activity tells none
  int sequence = 0;  ///< the revision of the catalogue
};

/// A series for each schedule at each site, in their order: empty where nothing is planned. The
/// first has the UID "<id>@kring.invalid", the others a number in it. Their descriptions end with
/// the source's attribution and licence.
std::vector<CalendarSeries> calendar_of(const Activity& activity,
                                        const CalendarStamp& stamp,
                                        const SourceTerms& terms);

}  // namespace kring::catalog
