// Which values have the fields of a search that people choose from a short list?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "catalog/result.h"

namespace kring::engine {

/// A value, counted from 0, by name and label.
struct Choice {
  std::string_view name;
  catalog::Text label;
};
using Choices = std::span<const Choice>;

Choices attendance_choices();  ///< by catalog::Attendance
Choices size_choices();        ///< by catalog::GroupSize
Choices day_choices();         ///< from Monday
Choices day_part_choices();    ///< morning, afternoon, evening
Choices referral_choices();    ///< by catalog::Referral, kUnknown left out
Choices access_choices();      ///< by AccessNeed

/// The number of the value called so.
std::optional<std::uint64_t> find_choice(Choices choices, std::string_view name);

}  // namespace kring::engine
