// Which gate does the oracle see closed at a site?
//
// Conventions: CONTRACT's gates in their order, and tests/judged/README.md.

#include <algorithm>
#include <cmath>

#include "tests/engine/oracle.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::Session;
using engine::Gate;
using engine::WeekHours;

constexpr int kMinutesInDay = 1440;
constexpr int kHorizonDays = 84;
constexpr int kEnoughOfAMeeting = 90;
constexpr int kEnoughOfACall = 30;
constexpr int kPaces[] = {4, 3, 14, 15, 35, 35};  // km/h, by engine::TravelMode
constexpr int kBefore[] = {0, 0, 0, 12, 5, 5};    // minutes to get going

AttendanceSet usable_forms(const PlainRequest& request, const PlainSite& site) {
  return {static_cast<std::uint8_t>(site.forms.bits & request.forms.bits)};
}

bool is_only_in_person(AttendanceSet forms) {
  AttendanceSet in_person;
  in_person.add(Attendance::kInPerson);
  return forms == in_person;
}

bool covers(const std::vector<WeekHours>& hours, int weekday, int minute) {
  for (const WeekHours& entry : hours) {
    const bool has_day =
        std::find(entry.days.begin(), entry.days.end(), weekday) != entry.days.end();
    if (has_day && entry.from.value <= minute && minute < entry.to.value) return true;
  }
  return false;
}

// Minutes of the meeting that lie within the hours, counted one by one; an unknown end is a minute.
int minutes_within(const std::vector<WeekHours>& hours, const Session& session) {
  int minutes = 0;
  const int end = std::max(session.ends.value, session.starts.value + 1);
  for (int minute = session.starts.value; minute < end; ++minute) {
    const int weekday = (catalog::weekday_index(session.day) + minute / kMinutesInDay) % 7;
    minutes += covers(hours, weekday, minute % kMinutesInDay) ? 1 : 0;
  }
  return minutes;
}

int length_of(const Session& session) {
  return session.ends.value - session.starts.value;
}

bool is_free(const PlainRequest& request, const PlainSite& site, const Session& session) {
  const auto& free = request.profile.practical.availability;
  if (!free) return true;
  return minutes_within(*free, session) >= std::min(
             std::max(1, length_of(session)), site.is_quick ? kEnoughOfACall : kEnoughOfAMeeting);
}

bool is_avoided_hour(const PlainRequest& request, const Session& session) {
  const std::vector<WeekHours>& hours = request.profile.avoid.hours;
  return !hours.empty() && 2 * minutes_within(hours, session) > length_of(session);
}

bool is_over(const PlainRequest& request, const PlainActivity& activity) {
  const bool has_ended =
      activity.facts.last_day && *activity.facts.last_day < *request.profile.date;
  return activity.facts.live == catalog::Answer::kNo || has_ended;
}

bool is_wrong_age(const PlainRequest& request, const PlainActivity& activity) {
  const std::optional<int>& age = request.profile.person.age;
  if (!age) return false;
  return (activity.facts.min_age && *age < *activity.facts.min_age)
         || (activity.facts.max_age && *age > *activity.facts.max_age);
}

bool is_for_other_gender(const PlainRequest& request, const PlainActivity& activity) {
  const auto& gender = request.profile.person.gender;
  return (gender == engine::Gender::kMan && activity.facts.gender == indexer::GenderRule::kWomen)
         || (gender == engine::Gender::kWoman
             && activity.facts.gender == indexer::GenderRule::kMen);
}

// A step that is merely usual, told by no text, keeps nobody out.
bool lacks_referral(const PlainRequest& request, const PlainActivity& activity) {
  if (request.profile.practical.can_get_referral != false) return false;
  for (const indexer::FactEvidence& fact : activity.facts.evidence) {
    const bool is_usual = fact.fact == indexer::FactName::kReferral
                          && fact.evidence.provenance == indexer::Provenance::kUsual;
    if (is_usual) return false;
  }
  return activity.facts.referral == catalog::Referral::kReferral
         || activity.facts.referral == catalog::Referral::kIndication;
}

// Whether an area is known not to hold the person's home.
bool lies_elsewhere(const PlainRequest& request, const indexer::Area& area) {
  const bool is_bounded =
      area.kind == indexer::AreaKind::kNamed || area.kind == indexer::AreaKind::kWithin;
  if (!is_bounded || request.municipality.empty()) return false;
  if (area.hash == indexer::area_hash_of(request.municipality)) return false;
  const bool is_place = area.kind == indexer::AreaKind::kNamed && !request.place.empty()
                        && area.hash == indexer::area_hash_of(request.place);
  return !is_place;
}

bool is_outside_area(const PlainRequest& request,
                     const PlainActivity& activity,
                     const PlainSite& site) {
  const bool is_personal = activity.facts.group_size == catalog::GroupSize::kOneToOne
                           || activity.facts.group_size == catalog::GroupSize::kService;
  const bool is_bound = !usable_forms(request, site).has(Attendance::kInPerson) || is_personal
                        || activity.facts.is_only_for_residents || !site.point;
  if (!is_bound || activity.areas.empty()) return false;
  return std::all_of(activity.areas.begin(), activity.areas.end(),
                     [&](const indexer::Area& area) { return lies_elsewhere(request, area); });
}

bool is_out_of_reach(const PlainRequest& request, const PlainSite& site) {
  const auto& travel = request.profile.practical.travel;
  const AttendanceSet usable = usable_forms(request, site);
  if (!travel || (!usable.empty() && !is_only_in_person(usable))) return false;
  if (travel->empty()) return !site.forms.empty();
  return request.home && site.point && !find_minutes(request, site);
}

bool is_wrong_form(const PlainRequest& request, const PlainSite& site) {
  return !site.forms.empty() && usable_forms(request, site).empty();
}

std::string primary_tag(const std::string& tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

bool is_wrong_language(const PlainRequest& request, const PlainActivity& activity) {
  if (activity.teaches_language) return false;
  if (request.profile.person.languages.empty() || activity.facts.languages.empty()) return false;
  for (const std::string& spoken : activity.facts.languages) {
    for (const std::string& known : request.profile.person.languages) {
      if (primary_tag(spoken) == primary_tag(known)) return false;
    }
  }
  return true;
}

bool is_inaccessible(const PlainRequest& request, const PlainSite& site) {
  if (!site.forms.has(Attendance::kInPerson)) return false;
  return std::any_of(request.profile.practical.access_needs.begin(),
                     request.profile.practical.access_needs.end(),
                     [&site](engine::AccessNeed need) {
                       return site.access[static_cast<std::size_t>(need)] == catalog::Answer::kNo;
                     });
}

bool is_too_expensive(const PlainRequest& request, const PlainActivity& activity) {
  const auto& limit = request.profile.practical.max_cost_per_session;
  return limit && activity.facts.cost_per_session && *activity.facts.cost_per_session > *limit;
}

bool never_suits(const PlainRequest& request, const PlainSite& site) {
  if (!request.profile.practical.availability || !site.states_hours) return false;
  const std::vector<Session> meetings = meetings_ahead(request, site);
  return !meetings.empty()
         && std::none_of(meetings.begin(), meetings.end(),
                         [&](const Session& session) { return is_free(request, site, session); });
}

bool holds_all(const PlainActivity& activity, const std::vector<std::string>& stems) {
  return std::all_of(stems.begin(), stems.end(), [&activity](const std::string& stem) {
    return std::binary_search(activity.name_stems.begin(), activity.name_stems.end(), stem)
           || std::binary_search(activity.text_stems.begin(), activity.text_stems.end(), stem);
  });
}

bool is_same_name(const std::string& given, const std::string& name) {
  return !name.empty() && indexer::name_hash_of(given) == indexer::name_hash_of(name);
}

bool is_avoided_thing(const PlainRequest& request, const PlainActivity& activity) {
  const engine::Avoid& avoid = request.profile.avoid;
  if (request.avoided_keys.contains(activity.fold_key)) return true;
  for (const std::string& given : avoid.organizations) {
    if (is_same_name(given, activity.record.organization.name)
        || is_same_name(given, activity.record.organization.id))
      return true;
  }
  for (const std::vector<std::string>& stems : request.avoided_words) {
    if (holds_all(activity, stems)) return true;
  }
  const ConceptStrengths strengths = strengths_of(activity);
  return std::any_of(request.avoided_concepts.begin(), request.avoided_concepts.end(),
                     [&strengths](std::size_t number) {
                       const auto found = strengths.find(number);
                       return found != strengths.end()
                              && found->second == indexer::Strength::kStrong;
                     });
}

bool is_avoided_place(const PlainRequest& request, const PlainSite& site) {
  for (const std::string& given : request.profile.avoid.places) {
    const bool is_area =
        given.size() == 4 && catalog::parse_postcode4(given)
        && catalog::parse_postcode4(given) == catalog::parse_postcode4(site.postcode);
    if (is_area || is_same_name(given, site.venue) || is_same_name(given, site.postcode))
      return true;
  }
  return false;
}

bool meets_only_at_avoided_hours(const PlainRequest& request, const PlainSite& site) {
  return !request.profile.avoid.hours.empty() && !meetings_ahead(request, site).empty()
         && !find_first_day(request, site);
}

bool is_remarked(const PlainActivity& activity, indexer::Remark remark) {
  return std::any_of(
      activity.facts.remarks.begin(), activity.facts.remarks.end(),
      [remark](const indexer::FoundRemark& found) { return found.remark == remark; });
}

bool has_place(const PlainActivity& activity) {
  return activity.facts.live == catalog::Answer::kYes
         && !is_remarked(activity, indexer::Remark::kFull);
}

bool is_affordable(const PlainRequest& request, const PlainActivity& activity) {
  const auto& cost = activity.facts.cost_per_session;
  const auto& limit = request.profile.practical.max_cost_per_session;
  return cost && (cost->value == 0 || (limit && *cost <= *limit));
}

bool is_calm(const PlainActivity& activity, const PlainSite& site) {
  const auto quiet = static_cast<std::size_t>(engine::AccessNeed::kQuiet);
  return activity.facts.group_size == catalog::GroupSize::kOneToOne
         || activity.facts.group_size == catalog::GroupSize::kSmallGroup
         || site.access[quiet] == catalog::Answer::kYes;
}

// Whether one earlier try keeps the activity away: it goes well, or why it failed may still hold.
bool stays_out(const engine::Tried& tried,
               const PlainRequest& request,
               const PlainActivity& activity,
               const PlainSite& site) {
  using engine::Outcome;
  using engine::TriedReason;
  if (tried.outcome == Outcome::kGoingWell) return true;
  if (!tried.reason && tried.outcome == Outcome::kStopped) return false;
  if (!tried.reason && tried.outcome == Outcome::kRefused) return true;
  const AttendanceSet usable = usable_forms(request, site);
  switch (tried.reason.value_or(TriedReason::kNoPlace)) {
    case TriedReason::kTooFar:
      return (usable.empty() || is_only_in_person(usable)) && !find_minutes(request, site);
    case TriedReason::kTooExpensive:
      return !is_affordable(request, activity);
    case TriedReason::kNoPlace:
      return !has_place(activity);
    case TriedReason::kTooBusy:
      return !is_calm(activity, site);
    case TriedReason::kNoOneToGoWith:
      return !is_remarked(activity, indexer::Remark::kPickedUp);
    case TriedReason::kTime:
      return !request.profile.practical.availability || !find_first_day(request, site);
    default:
      return true;
  }
}

bool failed_before(const PlainRequest& request,
                   const PlainActivity& activity,
                   const PlainSite& site) {
  const auto [first, last] = request.tries.equal_range(activity.fold_key);
  return std::any_of(first, last, [&](const auto& entry) {
    return stays_out(entry.second, request, activity, site);
  });
}

}  // namespace

std::vector<Session> meetings_ahead(const PlainRequest& request, const PlainSite& site) {
  const catalog::Date from = *request.profile.date;
  std::vector<Session> ahead;
  for (const Session& session : site.sessions) {
    if (session.day >= from && session.day < from + std::chrono::days{kHorizonDays})
      ahead.push_back(session);
  }
  return ahead;
}

std::optional<catalog::Date> find_first_day(const PlainRequest& request, const PlainSite& site) {
  for (const Session& session : meetings_ahead(request, site)) {
    if (is_free(request, site, session) && !is_avoided_hour(request, session)) return session.day;
  }
  return std::nullopt;
}

std::optional<int> find_minutes(const PlainRequest& request, const PlainSite& site) {
  if (!request.home || !site.point || !request.profile.practical.travel) return std::nullopt;
  // The index keeps points in millionths of a degree, and distances count in whole metres.
  const catalog::Point there{std::round(site.point->latitude * 1e6) / 1e6,
                             std::round(site.point->longitude * 1e6) / 1e6};
  const long meters = std::lround(catalog::distance_between(*request.home, there).value);
  std::optional<int> quickest;
  for (const engine::Travel& travel : *request.profile.practical.travel) {
    const auto mode = static_cast<std::size_t>(travel.mode);
    const long tenths = meters * 13;  // roads are 1.3 times the great circle
    const long per_minute = kPaces[mode] * 10'000L;
    const int minutes =
        kBefore[mode] + static_cast<int>((tenths * 60 + per_minute - 1) / per_minute);
    if (minutes > travel.max_minutes.value) continue;
    quickest = std::min(quickest.value_or(minutes), minutes);
  }
  return quickest;
}

std::optional<Gate> find_refusal(const PlainRequest& request,
                                 const PlainActivity& activity,
                                 const PlainSite& site) {
  if (is_over(request, activity)) return Gate::kNotLive;
  if (is_wrong_age(request, activity)) return Gate::kAge;
  if (is_for_other_gender(request, activity)) return Gate::kGender;
  if (is_outside_area(request, activity, site)) return Gate::kArea;
  if (is_out_of_reach(request, site)) return Gate::kTravel;
  if (is_wrong_form(request, site)) return Gate::kAttendance;
  if (is_wrong_language(request, activity)) return Gate::kLanguage;
  if (lacks_referral(request, activity)) return Gate::kReferral;
  if (is_inaccessible(request, site)) return Gate::kAccess;
  if (is_too_expensive(request, activity)) return Gate::kCost;
  if (never_suits(request, site)) return Gate::kTime;
  const bool is_avoided = is_avoided_thing(request, activity) || is_avoided_place(request, site)
                          || meets_only_at_avoided_hours(request, site)
                          || failed_before(request, activity, site);
  if (is_avoided) return Gate::kAvoid;
  return std::nullopt;
}

}  // namespace kring::tests
