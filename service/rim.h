// What do the two rims, service and program, do alike?
//
// The engine has no clock and no language but the profile's: the rim brings the date and writes
// problems for people.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "engine/profile.h"

namespace kring::service {

using Clock = std::function<std::chrono::system_clock::time_point()>;

/// The calendar day in Europe/Amsterdam at that moment, whatever the zone of the process.
catalog::Date today_in_amsterdam(std::chrono::system_clock::time_point now);

/// A profile without a date is for today.
engine::Profile with_date(engine::Profile profile, std::chrono::system_clock::time_point now);

/// The language that a profile asks for, which can be told although the profile is refused; else
/// `fallback`.
catalog::Language find_language(const catalog::Json& document, catalog::Language fallback);

/// "/person/age: Schrijf …" — one line for a terminal; without a pointer the text alone.
std::string format_problem(const catalog::Problem& problem, catalog::Language language);

}  // namespace kring::service
