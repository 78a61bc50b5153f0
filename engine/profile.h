// Who is the match for?
//
// The request of POST /v1/matches (tests/contract/profile.schema.json). Absent means not known: it
// never counts against the person or an activity. Nothing here identifies a person, and nothing
// here is ever stored or logged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "catalog/vocabulary.h"

namespace kring::engine {

enum class Gender : std::uint8_t {
  kWoman,
  kMan,
  kOther,
};

enum class TravelMode : std::uint8_t {
  kWalk,
  kWheelchair,
  kBicycle,
  kPublicTransport,
  kCar,
  kLift,
};
inline constexpr int kTravelModeCount = 6;
std::string_view name_of(TravelMode mode);

struct Travel {
  TravelMode mode = TravelMode::kWalk;
  catalog::Minutes max_minutes;  ///< one way, 1..180
  bool operator==(const Travel&) const = default;
};

/// Local hours on some days of the week. Invariant: from < to.
struct WeekHours {
  std::vector<int> days;  ///< 0 = Monday .. 6 = Sunday
  catalog::Minutes from;
  catalog::Minutes to;  ///< up to 1440
  bool operator==(const WeekHours&) const = default;
};

enum class AccessNeed : std::uint8_t {
  kWheelchair,
  kAccessibleToilet,
  kStepFree,
  kHearingLoop,
  kLowVision,
  kQuiet,
  kAssistanceDog,
};
inline constexpr int kAccessNeedCount = 7;
std::string_view name_of(AccessNeed need);

/// "MO" for 0 … "SU" for 6.
std::string_view name_of_weekday(int day);

struct Person {
  std::optional<int> age;
  std::optional<Gender> gender;
  std::vector<std::string> languages;   ///< BCP 47, lower case; empty: not known
  std::optional<std::string> postcode;  ///< as sent
  std::optional<catalog::Point> point;  ///< overrides postcode
  bool operator==(const Person&) const = default;
};

struct Practical {
  std::optional<std::vector<Travel>> travel;  ///< empty list: housebound; absent: not known
  std::optional<catalog::AttendanceSet> attendance;
  std::optional<std::vector<WeekHours>> availability;
  std::optional<catalog::Cents> max_cost_per_session;
  std::vector<AccessNeed> access_needs;
  std::optional<catalog::GroupSize> group_size;
  std::optional<bool> can_get_referral;
  std::optional<bool> first_step_support;
  std::optional<int> start_within_days;
  bool operator==(const Practical&) const = default;
};

enum class Domain : std::uint8_t {
  kHousehold,
  kFamily,
  kFriend,
  kNeighbour,
  kWorkSchool,
  kClub,
  kProfessional,
  kOther,
};

enum class HelpDirection : std::uint8_t {
  kBothWays,
  kToContact,
  kToPerson,
};

enum class Frequency : std::uint8_t {
  kNever,
  kFewTimesAYear,
  kMonthly,
  kWeekly,
  kDaily,
};

enum class KnownFor : std::uint8_t {
  kLessThanOneYear,
  kOneToFiveYears,
  kMoreThanFiveYears,
};

enum class ContactWish : std::uint8_t {
  kMoreContact,
  kSame,
  kLessContact,
  kNone,
};

enum class ContactKind : std::uint8_t {
  kPerson,
  kGroup,
  kPet,
  kPlace,
};

/// One member of the map. Ordinal items are 1..3 as on the map; absent is unknown.
struct Contact {
  std::string id;
  std::string alias;  ///< "" where none; only ever echoed in the answer
  std::optional<Domain> domain;
  std::optional<int> circle;
  std::optional<int> practical_support;
  std::optional<int> emotional_support;
  std::optional<int> information_advice;
  std::optional<int> encouragement;
  std::optional<int> critical;  ///< higher is worse
  std::optional<int> closeness;
  std::optional<HelpDirection> help_direction;
  std::optional<Frequency> frequency;
  std::optional<KnownFor> known;
  std::optional<catalog::Minutes> travel_minutes;
  std::optional<ContactWish> wish;
  std::vector<std::string> interests;
  ContactKind kind = ContactKind::kPerson;
  bool operator==(const Contact&) const = default;
};

struct WantedNetwork {
  std::optional<int> contacts;
  std::optional<int> confidants;
  std::optional<double> visits_per_week;
  std::optional<std::vector<Domain>> domains;
  bool operator==(const WantedNetwork&) const = default;
};

/// Totals of instruments taken elsewhere; soft signals.
struct InstrumentScores {
  std::optional<int> lsns6;
  std::optional<int> de_jong_gierveld6_social;
  std::optional<int> de_jong_gierveld6_emotional;
  std::optional<int> zrm_social_network;
  std::optional<int> zrm_participation;
  bool operator==(const InstrumentScores&) const = default;
};

struct Network {
  std::optional<catalog::Date> mapped_on;
  std::optional<std::vector<Contact>> contacts;
  std::optional<std::vector<std::pair<std::string, std::string>>> ties;  ///< absent: not asked
  WantedNetwork wanted;
  InstrumentScores scores;
  bool operator==(const Network&) const = default;
};

struct Need {
  std::optional<std::string> concept_id;
  std::string text;  ///< "" where none
  int priority = 2;  ///< 1..3, 3 most important
  bool operator==(const Need&) const = default;
};

/// What Kring took from the words of a need and the person did not mean.
struct NotMeant {
  std::size_t need = 0;  ///< its place among the needs
  std::string name;      ///< of a concept or limit, as the answer's `understood` has it
  bool operator==(const NotMeant&) const = default;
};

struct Avoid {
  std::vector<std::string> concepts;
  std::vector<std::string> words;
  std::vector<std::string> activities;
  std::vector<std::string> organizations;  ///< ids or names
  std::vector<std::string> places;         ///< venue names or postcodes
  std::vector<WeekHours> hours;
  bool operator==(const Avoid&) const = default;
};

enum class Moment : std::uint8_t {
  kStartOfCare,
  kCarePlanning,
  kDischarge,
  kMovingOn,
  kReview,
};

enum class Outcome : std::uint8_t {
  kGoingWell,
  kStopped,
  kNeverGotIn,
  kRefused,
};

enum class TriedReason : std::uint8_t {
  kTooFar,
  kTooExpensive,
  kNoPlace,
  kNotMyKind,
  kTooBusy,
  kNoOneToGoWith,
  kHealth,
  kTime,
  kOther,
};

struct Tried {
  std::optional<std::string> activity;
  std::optional<std::string> contact;
  std::string text;
  Outcome outcome = Outcome::kStopped;
  std::optional<TriedReason> reason;
  bool operator==(const Tried&) const = default;
};

/// How Dutch sentences speak to the person.
enum class FormOfAddress : std::uint8_t {
  kU,
  kJe,
};

/// With whom the person makes a plan.
enum class Company : std::uint8_t {
  kWorker,
  kRelative,  ///< someone near
  kAlone,
};

struct Profile {
  catalog::Language language = catalog::Language::kDutch;
  std::optional<catalog::Date> date;  ///< the rim fills it in before matching
  Person person;
  Practical practical;
  std::optional<Network> network;
  std::optional<Network> network_before;
  std::vector<Need> needs;
  std::vector<NotMeant> not_meant;
  std::vector<std::string> interests;
  Avoid avoid;
  std::vector<std::string> dislikes;
  std::vector<Tried> tried;
  std::optional<Moment> moment;
  std::string sheet_language;  ///< "" where not said
  FormOfAddress form_of_address = FormOfAddress::kU;
  Company company = Company::kWorker;
  bool operator==(const Profile&) const = default;
};

/// Reads a profile document. Every fault comes back at once, each with its JSON pointer; no text
/// repeats a value. What depends on the catalogue (unknown postcode, unknown concept) is
/// Engine::match's to say.
catalog::Result<Profile> parse_profile(const catalog::Json& document);

/// Parses the text first; a text that is no JSON is one problem.
catalog::Result<Profile> parse_profile_text(std::string_view text);

}  // namespace kring::engine
