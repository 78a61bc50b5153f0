// How much are two records alike, field by field?
//
// A value runs from 10,000 (the same) over 0 (tells nothing) to -10,000 (contradicts). What one of
// the two does not say is absent and neutral. Integers throughout, and symmetric.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "catalog/duplicates/traits.h"
#include "catalog/quantity.h"

namespace kring::catalog::duplicates {

enum class Part : std::uint8_t {
  kName,
  kOrganization,
  kPlace,
  kTime,
  kPhone,
  kEmail,
  kUrl,
  kText,
  kSubject,  ///< concepts of the vocabulary in common
  kFigures,  ///< prices, times of day, ages and counts in common
  kVariant,  ///< levels, numbers, ages, people and purposes that exclude each other
  kBranch,   ///< one organisation or list elsewhere, at another time or again; two that share
             ///< nothing
};
inline constexpr std::size_t kPartCount = 12;

/// "name", "organization", …, as in the weights and in JSON.
std::string_view name_of(Part part);
/// Absent for an unknown name.
std::optional<Part> find_part(std::string_view name);

/// By Part.
using Values = std::array<std::optional<std::int32_t>, kPartCount>;

Values compare(const Traits& a, const Traits& b);

}  // namespace kring::catalog::duplicates
