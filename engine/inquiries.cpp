#include "engine/inquiries.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/gates/gates.h"
#include "engine/journey.h"
#include "engine/sessions.h"
#include "engine/tried.h"
#include "indexer/language/annotation.h"

namespace kring::engine {
namespace {

using catalog::Answer;
using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::GroupSize;
using indexer::Doubt;

constexpr int kYoungUntil = 30;             // years; "jongeren" are hardly older
constexpr int kOlderFrom = 55;              // years; "ouderen" are hardly younger
constexpr int kNearRule = 3;                // years from an age rule of which two versions are told
constexpr catalog::Minutes kLate{21 * 60};  // buses are few from then on

// One proposal, and what is asked of it.
struct Proposal {
  const Asked& asked;
  const Candidate& candidate;

  [[nodiscard]] const SiteAt& at() const { return candidate.at; }
  [[nodiscard]] const indexer::FeatureColumns& features() const { return at().features(); }
  [[nodiscard]] bool is_unknown(Gate gate) const {
    return candidate.unknown.test(static_cast<std::size_t>(gate));
  }
  [[nodiscard]] bool has(Doubt doubt) const {
    return (features().doubts[at().activity] & (1U << static_cast<unsigned>(doubt))) != 0;
  }
  [[nodiscard]] bool has(indexer::Remark remark) const {
    return (features().remarks[at().activity] & (1U << static_cast<unsigned>(remark))) != 0;
  }
  [[nodiscard]] bool is(GroupSize size) const {
    return features().group_size[at().activity] == static_cast<std::uint8_t>(size);
  }
  [[nodiscard]] bool is_only_in_person() const { return engine::is_only_in_person(asked, at()); }
};

bool asks_avoided(const Proposal& proposal) {
  return weak_concepts(proposal.at()).meets(proposal.asked.avoided_concepts);
}

bool asks_exists(const Proposal& proposal) {
  return is_stale(proposal.asked, proposal.at());
}

bool asks_full(const Proposal& proposal) {
  return !is_surely_running(proposal.candidate);
}

bool asks_time(const Proposal& proposal) {
  const bool is_meeting = proposal.is_only_in_person() && !proposal.is(GroupSize::kOneToOne);
  const bool is_silent = proposal.features().has_schedule[proposal.at().row] == 0;
  const bool may_be_avoided = proposal.is_unknown(Gate::kAvoid) && proposal.asked.avoids_hours;
  return proposal.is_unknown(Gate::kTime) || (is_silent && (is_meeting || may_be_avoided));
}

bool asks_cost(const Proposal& proposal) {
  return proposal.features().cost[proposal.at().activity] == indexer::kNoNumber;
}

// Who speaks another language better than Dutch can take part in Dutch, but not everywhere.
bool asks_own_language(const Proposal& proposal) {
  if (!is_newcomer(proposal.asked.profile.person)) return false;
  const std::span<const std::uint32_t> spoken = languages_spoken(proposal.at());
  return std::find(spoken.begin(), spoken.end(), proposal.asked.languages.front()) == spoken.end();
}

// A small group fills up, and a volunteer is there for one: a waiting time that is told says it.
bool asks_room(const Proposal& proposal) {
  const std::int32_t waiting = proposal.features().waiting[proposal.at().activity];
  const bool is_waiting_told = waiting > 0;  // kNoNumber is less
  const bool is_matched = proposal.is(GroupSize::kOneToOne) && waiting == indexer::kNoNumber;
  return is_waiting_told || is_matched || proposal.is(GroupSize::kSmallGroup)
         || proposal.has(Doubt::kPlaces) || asks_for_place_again(proposal.asked, proposal.at());
}

bool asks_get_referral(const Proposal& proposal) {
  return needs_referral(proposal.at());
}

bool asks_outside(const Proposal& proposal) {
  return judge_served_area(proposal.asked, proposal.at()) != Answer::kYes;
}

bool asks_price(const Proposal& proposal) {
  return proposal.has(Doubt::kPrices);
}

// Whether a mode of the person's own carries as far as the site.
bool comes_alone(const Proposal& proposal) {
  const std::optional<catalog::Point> point = point_of(proposal.at());
  if (!proposal.asked.home || !proposal.asked.reach || !point) return true;
  const catalog::Meters distance = catalog::distance_between(*proposal.asked.home, *point);
  const std::vector<Reach>& reach = *proposal.asked.reach;
  return std::any_of(reach.begin(), reach.end(), [distance](const Reach& entry) {
    return entry.mode != TravelMode::kLift && minutes_by(entry.mode, distance) <= entry.max_minutes;
  });
}

bool is_late(const Proposal& proposal) {
  const std::optional<Meeting> next = find_next(proposal.asked, proposal.at());
  return next && next->starts.value + next->lasts.value >= kLate.value;
}

// Somebody else must drive, or the record says that one can be fetched and the person may need it.
bool asks_brought(const Proposal& proposal) {
  if (!proposal.is_only_in_person()) return false;
  if (!comes_alone(proposal)) return true;
  const std::optional<Journey> journey = find_journey(proposal.asked, proposal.at());
  const bool takes_bus = journey && journey->mode == TravelMode::kPublicTransport;
  if (takes_bus && is_late(proposal)) return true;
  const Practical& practical = proposal.asked.profile.practical;
  const bool may_need_it = takes_bus || !practical.access_needs.empty()
                           || practical.first_step_support.value_or(false) || !proposal.asked.reach;
  const bool is_fetched =
      proposal.has(Doubt::kTransport) || proposal.has(indexer::Remark::kPickedUp);
  return is_fetched && may_need_it;
}

// The person cannot come, and it has a form for those who can.
bool asks_at_home(const Proposal& proposal) {
  const AttendanceSet forms{proposal.features().attendance[proposal.at().row]};
  const bool stays_home = !proposal.asked.forms.has(Attendance::kInPerson)
                          || (proposal.asked.reach && proposal.asked.reach->empty());
  return stays_home && forms.has(Attendance::kInPerson);
}

bool asks_hours(const Proposal& proposal) {
  return proposal.has(Doubt::kHours);
}

bool is_near(std::uint8_t rule, int age) {
  return rule != indexer::kNoByte && std::abs(age - rule) <= kNearRule;
}

bool asks_group_of_age(const Proposal& proposal) {
  const std::optional<int>& age = proposal.asked.profile.person.age;
  if (!age) return false;
  const bool is_told_twice =
      proposal.has(Doubt::kAges)
      && (is_near(proposal.features().min_age[proposal.at().activity], *age)
          || is_near(proposal.features().max_age[proposal.at().activity], *age));
  const bool is_for_others = proposal.has(Doubt::kForYoung) != proposal.has(Doubt::kForOld);
  const bool is_of_others = proposal.has(Doubt::kForYoung) ? *age > kYoungUntil : *age < kOlderFrom;
  return is_told_twice || (is_for_others && is_of_others);
}

bool asks_audience(const Proposal& proposal) {
  const ConceptBits groups = strong_concepts(proposal.at()).shared_with(proposal.asked.groups.all);
  return !groups.empty() && !groups.meets(proposal.asked.groups.own);
}

bool asks_demands(const Proposal& proposal) {
  const auto volunteering = proposal.asked.snapshot.vocabulary().find("volunteering");
  return volunteering && strong_concepts(proposal.at()).has(*volunteering);
}

bool asks_conditions(const Proposal& proposal) {
  return proposal.has(Doubt::kConditions) || proposal.has(indexer::Remark::kCriteria);
}

bool asks_volunteer_woman(const Proposal& proposal) {
  return proposal.is(GroupSize::kOneToOne)
         && proposal.asked.profile.person.gender == Gender::kWoman;
}

// A question that follows from a gate alone.
template <Gate kGate>
bool asks_gate(const Proposal& proposal) {
  return proposal.is_unknown(kGate);
}

struct Rule {
  Inquiry inquiry;
  Gate gate;
  bool (*asks)(const Proposal&);
};

// In the order of Inquiry.
constexpr std::array<Rule, kInquiryCount> kRules = {{
    {Inquiry::kAvoided, Gate::kAvoid, asks_avoided},
    {Inquiry::kAccess, Gate::kAccess, asks_gate<Gate::kAccess>},
    {Inquiry::kExists, Gate::kNotLive, asks_exists},
    {Inquiry::kFull, Gate::kNotLive, asks_full},
    {Inquiry::kLanguage, Gate::kLanguage, asks_gate<Gate::kLanguage>},
    {Inquiry::kReferral, Gate::kReferral, asks_gate<Gate::kReferral>},
    {Inquiry::kGender, Gate::kGender, asks_gate<Gate::kGender>},
    {Inquiry::kAge, Gate::kAge, asks_gate<Gate::kAge>},
    {Inquiry::kArea, Gate::kArea, asks_gate<Gate::kArea>},
    {Inquiry::kTravel, Gate::kTravel, asks_gate<Gate::kTravel>},
    {Inquiry::kAttendance, Gate::kAttendance, asks_gate<Gate::kAttendance>},
    {Inquiry::kCost, Gate::kCost, asks_cost},
    {Inquiry::kOwnLanguage, Gate::kLanguage, asks_own_language},
    {Inquiry::kRoom, Gate::kNotLive, asks_room},
    {Inquiry::kTime, Gate::kTime, asks_time},
    {Inquiry::kGetReferral, Gate::kReferral, asks_get_referral},
    {Inquiry::kOutside, Gate::kArea, asks_outside},
    {Inquiry::kPrice, Gate::kCost, asks_price},
    {Inquiry::kBrought, Gate::kTravel, asks_brought},
    {Inquiry::kAtHome, Gate::kAttendance, asks_at_home},
    {Inquiry::kHours, Gate::kTime, asks_hours},
    {Inquiry::kGroupOfAge, Gate::kAge, asks_group_of_age},
    {Inquiry::kAudience, Gate::kReferral, asks_audience},
    {Inquiry::kDemands, Gate::kReferral, asks_demands},
    {Inquiry::kConditions, Gate::kReferral, asks_conditions},
    {Inquiry::kVolunteerWoman, Gate::kGender, asks_volunteer_woman},
}};

void add_access(const Proposal& proposal, std::vector<Asking>& askings) {
  const unsigned known = proposal.features().access_yes[proposal.at().row];
  for (const AccessNeed need : proposal.asked.profile.practical.access_needs) {
    const bool is_known = (known & (1U << static_cast<unsigned>(need))) != 0;
    if (!is_known) askings.push_back({Inquiry::kAccess, need});
  }
}

constexpr std::array<std::string_view, kInquiryCount> kNames = {
    "avoided",        "access",       "exists",       "full",    "language",
    "referral",       "gender",       "age",          "area",    "travel",
    "attendance",     "cost",         "own_language", "room",    "time",
    "get_referral",   "outside",      "price",        "brought", "at_home",
    "hours",          "group_of_age", "audience",     "demands", "conditions",
    "volunteer_woman"};

}  // namespace

std::string_view name_of(Inquiry inquiry) {
  return kNames[static_cast<std::size_t>(inquiry)];
}

std::vector<Asking> find_inquiries(const Asked& asked, const Candidate& candidate) {
  const Proposal proposal{asked, candidate};
  std::bitset<kGateCount> answered;
  std::vector<Asking> askings;
  for (const Rule& rule : kRules) {
    const auto gate = static_cast<std::size_t>(rule.gate);
    if (answered.test(gate) || !rule.asks(proposal)) continue;
    answered.set(gate);
    if (rule.inquiry == Inquiry::kAccess) {
      add_access(proposal, askings);
    } else {
      askings.push_back({rule.inquiry, {}});
    }
  }
  if (askings.size() > kMostInquiries) askings.resize(kMostInquiries);
  return askings;
}

Gate gate_of(Inquiry inquiry) {
  return kRules[static_cast<std::size_t>(inquiry)].gate;
}

}  // namespace kring::engine
