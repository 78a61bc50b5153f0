#include "catalog/duplicates/branches.h"

namespace kring::catalog::duplicates {
namespace {

constexpr std::int32_t kTwo = -kScoreOne;
constexpr std::int32_t kStrangers = -3'000;

std::int32_t value_of(const Values& values, Part part) {
  return values.at(static_cast<std::size_t>(part)).value_or(0);
}

bool lie_apart(const std::optional<Span>& a, const std::optional<Span>& b) {
  return a && b && (a->last < b->first || b->last < a->first);
}

// Neither a region nor an address, a number or a page.
bool are_strangers(const Traits& a, const Traits& b, const Values& values) {
  return !share_any(a.regions, b.regions) && value_of(values, Part::kPlace) <= 0
         && value_of(values, Part::kPhone) <= 0 && value_of(values, Part::kEmail) <= 0
         && value_of(values, Part::kUrl) <= 0;
}

}  // namespace

std::optional<std::int32_t> compare_branches(const Traits& a,
                                             const Traits& b,
                                             const Values& values) {
  const bool is_elsewhere = value_of(values, Part::kPlace) < 0;
  const bool is_other_time = lie_apart(a.times.span, b.times.span);
  if (are_of_one_list(a, b) && (is_elsewhere || is_other_time)) return kTwo;
  if (have_one_owner(a, b)) {
    const bool is_other_day = value_of(values, Part::kTime) == -kScoreOne;
    const bool is_other_edition = a.is_over != b.is_over;
    return is_elsewhere || is_other_day || is_other_edition ? std::optional(kTwo) : std::nullopt;
  }
  return are_strangers(a, b, values) ? std::optional(kStrangers) : std::nullopt;
}

}  // namespace kring::catalog::duplicates
