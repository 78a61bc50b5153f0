// How good, lasting and reachable are the bonds of a map?
//
//   quality       mean over own contacts of 1 - strain. Strain is 1 for those who are nearly always
//                 critical or less wanted, 1/2 for "sometimes critical", and 1/4 more where there
//                 is hardly ever emotional support; `critical` reverses, and help's direction does
//                 not count, as it is a kind and no rank
//   stability     mean over own contacts of years x presence: years 1 over five years, 1/2 one to
//                 five, 0 less; presence as of support; 0 for those who strain
//   reachability  mean of two. Visits: meetings a week with those outside the household whom one
//                 feels at ease with / wished visits, without a wish the soft reference. Closeness
//                 by: mean over supportive or close contacts of presence x nearness, 0 for those
//                 who strain. Nearness 1 up to half an hour's journey, 1/2 up to an hour, 0 beyond:
//                 visits fall off at about 8 km (field facts, 4.2)
//
// Own definitions on the training's dimensions (field facts, 2.4); none is an instrument's score.

#include <algorithm>
#include <cmath>

#include "engine/gaps/measure.h"

namespace kring::engine {
namespace {

// In quarters.
int strain_of(const Contact& contact) {
  if (strains(contact)) return 4;
  const int cold = contact.emotional_support == 1 ? 1 : 0;
  return cold + (contact.critical == kSometimes ? 2 : 0);
}

// 2 near, 1 in between, 0 far; an unknown journey does not count against anyone.
int nearness_of(const Contact& contact) {
  if (!contact.travel_minutes || contact.travel_minutes->value <= kNearMinutes) return 2;
  return contact.travel_minutes->value <= kFarMinutes ? 1 : 0;
}

bool is_warm(const Contact& contact) {
  return contact.emotional_support.value_or(1) >= kSometimes
         || contact.closeness.value_or(1) >= kSometimes;
}

int measure_visits(const Network& network, const Contacts& contacts) {
  int half_visits = 0;  // a year
  for (const Contact* contact : contacts) {
    if (contact->domain == Domain::kHousehold || !is_at_ease(*contact) || strains(*contact)) {
      continue;
    }
    half_visits += meetings_a_year(*contact) * nearness_of(*contact);
  }
  const double wished = network.wanted.visits_per_week.value_or(0.0);
  const double a_week = wished > 0.0 ? wished : kReferenceVisits;
  const auto wished_halves = static_cast<int>(std::lround(a_week * kWeeksAYear * 2));
  return share(half_visits, std::max(1, wished_halves));
}

int measure_closeness_by(const Contacts& contacts) {
  int eighths = 0;
  int warm = 0;
  for (const Contact* contact : contacts) {
    if (!is_warm(*contact)) continue;
    ++warm;
    if (!strains(*contact)) eighths += presence_of(*contact) * nearness_of(*contact);
  }
  return warm == 0 ? 0 : share(eighths, 8 * warm);
}

}  // namespace

Measure measure_quality(const Contacts& contacts) {
  int known = 0;
  int quarters = 0;
  for (const Contact* contact : contacts) {
    if (!contact->emotional_support && !contact->critical && !strains(*contact)) continue;
    ++known;
    quarters += 4 - strain_of(*contact);
  }
  if (known == 0) return {};
  return {share(quarters, 4 * known), Yardstick::kNone};
}

Measure measure_stability(const Contacts& contacts) {
  int known = 0;
  int eighths = 0;
  for (const Contact* contact : contacts) {
    if (!contact->known) continue;
    ++known;
    if (!strains(*contact)) eighths += presence_of(*contact) * static_cast<int>(*contact->known);
  }
  if (known == 0) return {};
  return {share(eighths, 8 * known), Yardstick::kNone};
}

Measure measure_reachability(const Network& network, const Contacts& contacts) {
  const bool is_known = contacts.empty()
                        || std::any_of(contacts.begin(), contacts.end(),
                                       [](const Contact* c) { return c->frequency.has_value(); });
  if (!is_known) return {};
  const bool has_wish = network.wanted.visits_per_week.value_or(0.0) > 0.0;
  return {(measure_visits(network, contacts) + measure_closeness_by(contacts)) / 2,
          has_wish ? Yardstick::kWish : Yardstick::kReference};
}

}  // namespace kring::engine
