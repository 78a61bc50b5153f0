#include "service/audit/purpose.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kring::service::audit {
namespace {

/// By Purpose's order; the first cannot be asked for.
constexpr std::array<std::string_view, 9> kNames = {"not_stated",     "treatment", "discharge",
                                                    "social_support", "referral",  "prevention",
                                                    "catalogue_care", "quality",   "test"};

catalog::Problem make_problem() {
  std::string names;
  for (const std::string_view name : kNames) {
    if (name != kNames.front()) names.append(names.empty() ? "" : ", ").append(name);
  }
  return {"bad_purpose",
          "",
          {"Kies voor de kop Kring-Purpose: " + names + ".",
           "Choose for the header Kring-Purpose: " + names + "."}};
}

}  // namespace

std::string_view name_of(Purpose purpose) {
  return kNames.at(static_cast<std::size_t>(purpose));
}

catalog::Result<Purpose> read_purpose(const Headers& headers) {
  const auto value = find_header(headers, kPurposeHeader);
  if (!value) return Purpose::kNotStated;
  const auto* const found = std::find(kNames.begin() + 1, kNames.end(), *value);
  if (found == kNames.end()) return make_problem();
  return static_cast<Purpose>(found - kNames.begin());
}

}  // namespace kring::service::audit
