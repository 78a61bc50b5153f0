// For what may someone ask?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/result.h"
#include "service/message.h"

namespace kring::service::audit {

/// NEN 7513 wants the purpose of each access; free text might tell of a person.
enum class Purpose : std::uint8_t {
  kNotStated,
  kTreatment,      ///< care by the one who asks
  kDischarge,      ///< leaving a hospital or ward
  kSocialSupport,  ///< by a municipality or welfare organisation
  kReferral,       ///< on behalf of another professional
  kPrevention,
  kCatalogueCare,  ///< keeping the catalogue true
  kQuality,        ///< audit, research into the service itself
  kTest,           ///< with invented persons
};

/// As it stands in the header and the trail: "social_support".
std::string_view name_of(Purpose purpose);

inline constexpr std::string_view kPurposeHeader = "Kring-Purpose";

/// What the header says; kNotStated without it, a problem where it names no purpose.
catalog::Result<Purpose> read_purpose(const Headers& headers);

}  // namespace kring::service::audit
