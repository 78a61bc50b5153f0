// What does a match answer?
//
// The answer of POST /v1/matches and POST /v1/gaps as values, in the language of the request.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"
#include "catalog/quantity.h"
#include "engine/profile.h"

namespace kring::engine {

/// The questions of feasibility, in the contract's order: a removed candidate counts under the
/// first that says no.
enum class Gate : std::uint8_t {
  kNotLive,
  kAge,
  kGender,
  kArea,
  kTravel,
  kAttendance,
  kLanguage,
  kReferral,
  kAccess,
  kCost,
  kTime,
  kAvoid,
};
inline constexpr int kGateCount = 12;
std::string_view name_of(Gate gate);

/// Versions of all that the answer was made from.
struct Versions {
  catalog::Revision catalog;  ///< that the index had read
  catalog::Revision index;    ///< that wrote the manifest
  std::string vocabulary;
  std::string weights;
  std::string engine;
};

struct CrisisContact {
  std::string name;
  std::string phone;
};
struct SafetyNotice {
  std::string text;
  std::vector<CrisisContact> contacts;
};

/// A field of the profile that somebody's words filled in, or added to where it is a list.
struct FilledField {
  std::string pointer;  ///< JSON pointer into the profile
  catalog::Json value;  ///< what the words put there
};

enum class UnderstoodKind : std::uint8_t {
  kWish,
  kRefusal,
  kLimit,
};

/// What Kring took from some words of a need.
struct UnderstoodWords {
  std::size_t need = 0;  ///< its place in the profile
  UnderstoodKind kind = UnderstoodKind::kWish;
  std::string name;                    ///< of the concept, or of the limit; once a need
  std::string label;                   ///< the name as one says it
  std::string effect;                  ///< what the match does with it, "" where nothing besides
  std::string words;                   ///< the part of the need's text that says so
  std::size_t begin = 0;               ///< where they stand, in code points of the text
  std::size_t end = 0;                 ///< >= begin
  std::optional<FilledField> acts_on;  ///< absent where no field is filled
  bool is_undone = false;              ///< the person did not mean it: it does nothing
};

/// How a gap was measured against.
enum class Yardstick : std::uint8_t {
  kWish,       ///< the person's own
  kReference,  ///< a number of the literature: soft, named in the evidence
  kNone,
};

struct Gap {
  bool is_support = true;  ///< a kind of support, else a dimension of the network
  std::string name;
  std::optional<catalog::Score> gap;    ///< 0..10,000; absent: unknown
  std::optional<catalog::Score> value;  ///< 0..10,000
  Yardstick yardstick = Yardstick::kNone;
  std::vector<std::string> evidence;
  std::vector<std::string> unknown;  ///< what to ask
  std::optional<catalog::Score> gap_before;
  std::string change;  ///< in words, "" without an earlier map
};

struct Typology {
  std::string name;
  std::string text;
};

/// One side of loneliness; the two call for different help.
struct Loneliness {
  std::string name;                   ///< "close_bond" or "wider_circle"
  std::optional<catalog::Score> gap;  ///< 0..10,000; absent: unknown
  std::vector<std::string> evidence;
};

/// What became of one contact since the earlier map.
struct ContactChange {
  std::string contact;
  std::string alias;
  std::string change;  ///< "new", "gone", "closer" or "further"
  std::string text;
};

/// A question whose answer would move the gaps.
struct AskFirst {
  std::string pointer;  ///< into the profile, where the answer goes
  std::string text;
};

struct TieStep {
  std::string name;
  std::string text;
  std::string who;
  catalog::Date when;
};
struct Occasion {
  catalog::ActivityId activity;
  std::string text;
  std::string name;  ///< of the activity; the steps speak of it
};
struct TieSuggestion {
  std::string contact;
  std::string alias;
  std::vector<std::string> why;
  std::optional<Occasion> occasion;
  std::vector<TieStep> steps;
};

/// One term of the score: points == round(value x weight), in 1/10,000.
struct ScorePart {
  std::string name;
  catalog::Score value;
  catalog::Score weight;
  catalog::Score points;
};

struct Reason {
  std::string text;
  std::string part;
  std::string field;  ///< JSON pointer into the HSDS record
  std::optional<catalog::Date> checked_on;
};
/// What to ask, the most important first: what could do harm, then what may make the journey
/// vain, then what is worth knowing.
enum class Inquiry : std::uint8_t {
  kAvoided,      ///< whether it includes what the person avoids
  kAccess,       ///< whether one gets in and can take part; once for each need
  kExists,       ///< whether it still exists: nobody checked for a year
  kFull,         ///< whether there is room again: it was full
  kLanguage,     ///< which language is spoken
  kReferral,     ///< how one gets the referral that it asks for
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
inline constexpr std::size_t kInquiryCount = 26;
/// "own_language": as sentences call it.
std::string_view name_of(Inquiry inquiry);

struct Question {
  std::string text;
  Gate gate = Gate::kNotLive;
  std::string field;
  std::optional<AccessNeed> access_need;  ///< which one is not known; absent at other gates
  Inquiry inquiry = Inquiry::kExists;
};
struct Journey {
  TravelMode mode = TravelMode::kWalk;
  catalog::Minutes minutes;
};
struct RelaxedLimit {
  std::string pointer;
  catalog::Json from;
  catalog::Json to;
};
struct Counterfactual {
  RelaxedLimit change;
  int rank = 1;
  std::string text;
};

/// What the answer shows of an activity; all of one site.
struct ActivityCard {
  catalog::ActivityId id;
  std::string name;
  std::string organization;
  std::string source;
  std::vector<std::string> concepts;
  catalog::AttendanceSet attendance;
  std::optional<catalog::GroupSize> group_size;
  std::string venue_name;  ///< "" without a venue, as is venue_city
  std::string venue_city;
  std::optional<catalog::Point> location;  ///< of a venue whose address the record tells
  std::string phone;
  std::string email;
  std::string url;
  std::optional<catalog::Cents> cost_per_session;
  std::optional<int> waiting_weeks;
};

struct Match {
  int rank = 1;
  ActivityCard activity;
  catalog::Score score;
  std::vector<ScorePart> parts;
  std::vector<Reason> reasons;
  std::vector<Question> questions;
  std::string tried;  ///< why it returns although it was tried before; "" where it was not
  std::optional<Journey> travel;
  std::vector<std::string>
      next_sessions;  ///< RFC 3339 with offset, at most kShownSessions, or of a plan kKnownSessions
  std::optional<int> starts_in_days;
  bool is_surely_running = false;  ///< nothing says that it may be over, or full
  std::optional<catalog::Date> verified_on;
  std::string first_step;
  std::optional<Counterfactual> counterfactual;
};

struct Relaxation {
  std::vector<RelaxedLimit> changes;
  std::string text;
  int opens = 0;
  std::vector<catalog::ActivityId> examples;
};

enum class PortfolioRole : std::uint8_t {
  kMember,
  kEarlyStart,  ///< one can begin soon, without anyone's referral
  kBridge,      ///< the same, until the best one has room
};

/// What one member of the portfolio is there for.
struct PortfolioEntry {
  catalog::ActivityId activity;
  std::vector<std::string> adds;  ///< needs and gaps that those before it leave open
  PortfolioRole role = PortfolioRole::kMember;
  std::optional<int> step;  ///< on the ladder, from 1, the easiest first; absent without a ladder
  std::string go_on_when;   ///< "" at the last step, and without a ladder
};

struct GapAnswer {
  catalog::Date date;
  Versions versions;
  std::optional<SafetyNotice> safety;
  std::vector<UnderstoodWords> understood;
  std::vector<Gap> gaps;
  std::optional<Typology> typology;
  std::vector<Loneliness> loneliness;
  std::vector<ContactChange> network_changes;
  std::vector<AskFirst> ask_first;
};

struct MatchAnswer {
  GapAnswer assessment;                ///< date, versions, safety, understood, gaps, typology
  std::optional<catalog::Point> home;  ///< where journeys begin: as sent, or of the postcode
  std::vector<TieSuggestion> ties;
  std::vector<Match> matches;
  std::vector<catalog::ActivityId> portfolio;
  std::vector<PortfolioEntry> portfolio_entries;  ///< by member of the portfolio
  std::string portfolio_lacks;                    ///< in words; "" where it lacks nothing
  std::vector<Relaxation> relaxations;
  std::map<Gate, int> excluded;  ///< gates that removed none are absent
};

/// A fact that a record leaves unknown, whoever asks.
struct MissingFact {
  catalog::Text text;  ///< what its owner can do
  Gate gate = Gate::kNotLive;
  std::string field;  ///< JSON pointer into the HSDS record
};
struct OwnerTask {
  catalog::ActivityId id;
  std::string name;
  std::vector<MissingFact> facts;  ///< by gate
};

inline constexpr std::size_t kShownSessions = 3;  ///< of a match or hit, as written
inline constexpr std::size_t kKnownSessions =
    12;  ///< so that a plan finds an hour that is free of others

/// The shapes of CONTRACT. Equal answers give equal bytes.
catalog::Json to_json(const GapAnswer& answer);
catalog::Json to_json(const MatchAnswer& answer);

}  // namespace kring::engine
