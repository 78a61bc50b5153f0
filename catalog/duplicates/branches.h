// Are two records two activities, however much they have in common?
//
// One organisation that does the same at two venues, on two days or again does two things, and so
// are two records of one list that happen elsewhere or in other weeks. Two organisations do the
// same kind of thing in every region: they must have a place, number or page in common.
#pragma once

#include "catalog/duplicates/compare.h"

namespace kring::catalog::duplicates {

/// -10,000 where they are surely two; absent where nothing says so. Symmetric. `values` are those
/// of the other parts.
std::optional<std::int32_t> compare_branches(const Traits& a,
                                             const Traits& b,
                                             const Values& values);

}  // namespace kring::catalog::duplicates
