// What does Kring understand of a record, beyond what its fields say?
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// How surely a text is about a concept.
enum class Strength : std::uint8_t {
  kWeak,    ///< told in running text alone, and not very surely
  kStrong,  ///< in the name, the owner's own word, or very surely
};

/// Where a fact comes from.
enum class Provenance : std::uint8_t {
  kGiven,    ///< a field made for it says so
  kDerived,  ///< read in running text
  kUsual,    ///< told nowhere: what activities of its kind usually are (the vocabulary's `usual`)
};

/// A place in a record. `span` counts bytes of that field; empty for a field that holds no text.
struct Evidence {
  Field field = Field::kDescription;
  std::size_t item = 0;
  TextSpan span;
  Provenance provenance = Provenance::kDerived;
  bool operator==(const Evidence&) const = default;
};

struct FoundConcept {
  std::size_t number = 0;  ///< in the vocabulary
  Strength strength = Strength::kWeak;
  int confidence = 0;  ///< hundredths, 1..100
  Evidence evidence;   ///< the strongest; of an implied concept that of the one implying it
  bool operator==(const FoundConcept&) const = default;
};

/// For whom, where the text keeps others out.
enum class GenderRule : std::uint8_t {
  kNone,
  kWomen,
  kMen,
};

/// What the text tells besides, each worth showing.
enum class Remark : std::uint8_t {
  kBring,       ///< what to bring or pay for oneself
  kPhoneHours,  ///< when the phone is answered
  kScreening,   ///< volunteers have a certificate of conduct, or training
  kCriteria,    ///< who is kept out or let in
  kFull,        ///< no room now
  kPickedUp,    ///< one is fetched, or accompanied the first time
};

struct FoundRemark {
  Remark remark = Remark::kBring;
  Evidence evidence;
  bool operator==(const FoundRemark&) const = default;
};

/// What a record leaves open, or tells in two ways: each worth asking the owner.
enum class Doubt : std::uint8_t {
  kPlaces,      ///< how many can come, or that one waits; not whether there is room now
  kPrices,      ///< several prices, or one of a month or a course
  kHours,       ///< "ongeveer", "in overleg"; or other days than the schedule's
  kAges,        ///< fields and words tell different ages
  kForYoung,    ///< young people, of no age in years
  kForOld,      ///< older people, of no age in years
  kConditions,  ///< for those with something, or not with something
  kTransport,   ///< that one can be fetched, not who is
};

struct FoundDoubt {
  Doubt doubt = Doubt::kPlaces;
  std::optional<Evidence> evidence;  ///< absent where no text tells it
  bool operator==(const FoundDoubt&) const = default;
};

/// The facts that evidence and conflicts are about.
enum class FactName : std::uint8_t {
  kAttendance,
  kGroupSize,
  kAge,
  kCost,
  kRecurrence,
  kReferral,
  kWaiting,
  kLive,
  kGender,
  kLanguage,
  kArea,
  kTimes,
};

struct FactEvidence {
  FactName fact = FactName::kAge;
  Evidence evidence;
  bool operator==(const FactEvidence&) const = default;
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
  std::optional<catalog::Cents> cost;              ///< in the offer's own unit; 0: free
  std::optional<catalog::Cents> cost_per_session;  ///< 0: free
  catalog::Recurrence recurrence = catalog::Recurrence::kUnknown;
  std::optional<int> waiting_weeks;  ///< 0: no waiting
  catalog::Referral referral = catalog::Referral::kUnknown;
  GenderRule gender = GenderRule::kNone;
  std::vector<std::string> languages;         ///< BCP 47, small letters; empty: nothing said
  std::vector<std::string> told_areas;        ///< lists of places that only the text tells of
  std::vector<catalog::Schedule> told_hours;  ///< of a record whose schedules state none
  catalog::Answer live =
      catalog::Answer::kYes;  ///< kNo: ended or closed whatever the day; kUnknown: full, or old
  std::optional<catalog::Date> last_day;  ///< of the last schedule; absent: none ends
  std::uint64_t kinds = 0;                ///< that it tells of; catalog::kind_bits()
  bool is_crisis_service = false;         ///< never a lead: danger has its own notice
  bool is_only_for_residents = false;     ///< the text keeps others out
  std::vector<AccessFacts> site_access;   ///< beside activity.sites
  AccessFacts told_access{};              ///< of what has no site
  std::vector<FoundRemark> remarks;       ///< by remark, then place
  std::vector<FoundDoubt> doubts;         ///< by doubt, each once
  std::vector<FactEvidence> evidence;     ///< by fact; where each was read
  std::vector<FactEvidence> conflicts;  ///< what says otherwise and lost (facts.h says which wins)
};

}  // namespace kring::indexer
