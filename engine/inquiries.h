// Which facts of a match does a careful worker ask first?
#pragma once

#include <optional>
#include <vector>

#include "engine/candidates.h"

namespace kring::engine {

/// What to ask, the most important first: what could do harm, then what may make the journey
/// vain, then what is worth knowing.
enum class Inquiry : std::uint8_t {
  kAvoided,      ///< whether it includes what the person avoids
  kAccess,       ///< whether one gets in and can take part; once for each need
  kExists,       ///< whether it still exists: nobody checked for a year
  kFull,         ///< whether there is room again: it was full
  kLanguage,     ///< which language is spoken
  kReferral,     ///< whether one gets in without the referral that it asks for
  kGender,       ///< whether it is for the person: it names women or men
  kAge,          ///< for which age it is
  kArea,         ///< whether it comes where the person lives
  kTravel,       ///< where it is
  kAttendance,   ///< whether it comes in a form that the person can use
  kCost,         ///< what it costs: nothing is told
  kOwnLanguage,  ///< whether somebody speaks the person's first language, or Dutch so far will do
  kRoom,         ///< whether there is room: it is small, or for one
  kTime,         ///< at which times it is
  kGetReferral,  ///< who arranges the referral that the person can get
  kOutside,      ///< whether who lives elsewhere is welcome
  kPrice,        ///< which of several prices holds
  kBrought,      ///< who brings and fetches the person
  kAtHome,       ///< whether it can be at home: that is not its only form
  kHours,        ///< the exact hours: they are told roughly, or in two ways
  kGroupOfAge,   ///< whether the age suits: it says "young" or "older" and no number
  kAudience,     ///< whether the person is welcome: it is for a group that nothing says is theirs
  kDemands,      ///< what is asked of volunteers
  kConditions,   ///< whether the person meets what it asks
  kVolunteerWoman,  ///< whether a woman can be matched with a woman
};

/// A match shows no more: what matters most, a worker can ask in one call.
inline constexpr std::size_t kMostInquiries = 4;

struct Asking {
  Inquiry inquiry = Inquiry::kExists;
  std::optional<AccessNeed> need;  ///< of kAccess
};

/// At most kMostInquiries, in the order of Inquiry; of one gate the most important, but one for
/// each access need.
std::vector<Asking> find_inquiries(const Asked& asked, const Candidate& candidate);

/// The gate that the answer belongs to.
Gate gate_of(Inquiry inquiry);

}  // namespace kring::engine
