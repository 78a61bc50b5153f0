// How long does the person travel to a site?
#pragma once

#include <optional>

#include "engine/answer.h"
#include "engine/asked.h"

namespace kring::engine {

/// Minutes one way over `distance`: great circle x 1.3; walk 4, wheelchair 3, bicycle 14 km/h; car
/// and lift 35 km/h + 5 min; public transport 15 km/h + 12 min (the convention of
/// tests/judged/README.md). Rounded up to whole minutes.
int minutes_by(TravelMode mode, catalog::Meters distance);

/// The quickest journey that stays within the person's own limit for its mode; absent where there
/// is none, or where a point or the ways of travel are not known.
std::optional<Journey> find_journey(const Asked& asked, const SiteAt& at);

/// The forms of a site that the person can use.
catalog::AttendanceSet usable_forms(const Asked& asked, const SiteAt& at);

/// Whether the person can use the site in person alone: not by phone, online or at home.
bool is_only_in_person(const Asked& asked, const SiteAt& at);

/// As find_journey, of an activity to which one must go; absent where the person can use it by
/// phone, online or at home.
std::optional<Journey> find_visit(const Asked& asked, const SiteAt& at);

/// The point of a site, as the index settled it.
std::optional<catalog::Point> point_of(const SiteAt& at);

}  // namespace kring::engine
