// What does Kring understand of a record, beyond what its fields say?
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"

namespace kring::indexer {

/// How surely a text is about a concept.
enum class Strength : std::uint8_t {
  kWeak,    ///< named once in the running text, or part of a compound
  kStrong,  ///< in the name, in the owner's tags, or named again
};

struct FoundConcept {
  std::size_t number = 0;  ///< in the vocabulary
  Strength strength = Strength::kWeak;
  bool operator==(const FoundConcept&) const = default;
};

/// How one gets in, from light to heavy.
enum class Referral : std::uint8_t {
  kUnknown,
  kNone,          ///< walk in
  kRegistration,  ///< sign up
  kIntake,        ///< a talk first, or criteria
  kReferral,      ///< a professional sends
  kIndication,    ///< Wmo or like
};

/// Access needs of the profile, in its order (engine/profile.h).
inline constexpr std::size_t kAccessFacts = 7;
using AccessFacts = std::array<catalog::Answer, kAccessFacts>;

/// Facts given by the fields or derived from the text. Absent is unknown.
struct Annotation {
  std::vector<FoundConcept> concepts;  ///< by number
  catalog::AttendanceSet attendance;
  std::optional<catalog::GroupSize> group_size;
  std::optional<int> min_age;
  std::optional<int> max_age;
  std::optional<catalog::Cents> cost_per_session;  ///< 0: free
  std::optional<int> waiting_weeks;                ///< 0: no waiting
  Referral referral = Referral::kUnknown;
  catalog::Answer live =
      catalog::Answer::kYes;  ///< kNo: ended or closed whatever the day; kUnknown: full, or old
  std::optional<catalog::Date> last_day;  ///< of the last schedule; absent: none ends
  bool is_crisis_service = false;         ///< never a lead: danger has its own notice
  bool is_only_for_residents = false;     ///< the text keeps others out
  std::vector<AccessFacts> site_access;   ///< beside activity.sites
};

}  // namespace kring::indexer
