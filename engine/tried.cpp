#include "engine/tried.h"

#include <algorithm>
#include <array>

#include "engine/journey.h"
#include "engine/sessions.h"
#include "engine/spoken.h"
#include "indexer/language/annotation.h"

namespace kring::engine {
namespace {

bool is_told(const SiteAt& at, indexer::Remark remark) {
  return (at.features().remarks[at.activity] & (1U << static_cast<unsigned>(remark))) != 0;
}

// Phone, online and home visits need no journey.
bool is_near_now(const Asked& asked, const SiteAt& at) {
  catalog::AttendanceSet elsewhere{
      static_cast<std::uint8_t>(at.features().attendance[at.row] & asked.forms.bits)};
  const bool needs_no_journey = elsewhere.has(catalog::Attendance::kHomeVisit)
                                || elsewhere.has(catalog::Attendance::kPhone)
                                || elsewhere.has(catalog::Attendance::kOnline);
  return needs_no_journey || find_journey(asked, at).has_value();
}

bool is_cheap_now(const Asked& asked, const SiteAt& at) {
  const std::int32_t cost = at.features().cost[at.activity];
  if (cost == indexer::kNoNumber) return false;
  const std::optional<catalog::Cents>& limit = asked.profile.practical.max_cost_per_session;
  return cost == 0 || (limit && cost <= limit->value);
}

bool may_have_place(const SiteAt& at) {
  const auto live = static_cast<catalog::Answer>(at.features().live[at.activity]);
  return live == catalog::Answer::kYes && !is_told(at, indexer::Remark::kFull);
}

bool is_quiet_now(const SiteAt& at) {
  const std::uint8_t size = at.features().group_size[at.activity];
  const unsigned quiet = 1U << static_cast<unsigned>(AccessNeed::kQuiet);
  return size == static_cast<std::uint8_t>(catalog::GroupSize::kOneToOne)
         || size == static_cast<std::uint8_t>(catalog::GroupSize::kSmallGroup)
         || (at.features().access_yes[at.row] & quiet) != 0;
}

// Whether it is known that the reason no longer holds.
bool is_over(TriedReason reason, const Asked& asked, const SiteAt& at) {
  switch (reason) {
    case TriedReason::kTooFar:
      return is_near_now(asked, at);
    case TriedReason::kTooExpensive:
      return is_cheap_now(asked, at);
    case TriedReason::kNoPlace:
      return may_have_place(at);
    case TriedReason::kTooBusy:
      return is_quiet_now(at);
    case TriedReason::kNoOneToGoWith:
      return is_told(at, indexer::Remark::kPickedUp);
    case TriedReason::kTime:
      return asked.free && find_next(asked, at);
    case TriedReason::kNotMyKind:
    case TriedReason::kHealth:
    case TriedReason::kOther:
      return false;
  }
  return false;
}

// Why it did not last; who never got in found no place. Absent: it ended, and nothing speaks
// against it.
std::optional<TriedReason> reason_of(const Tried& tried) {
  if (tried.reason) return tried.reason;
  switch (tried.outcome) {
    case Outcome::kNeverGotIn:
      return TriedReason::kNoPlace;
    case Outcome::kRefused:
      return TriedReason::kOther;
    case Outcome::kStopped:
    case Outcome::kGoingWell:
      return std::nullopt;
  }
  return std::nullopt;
}

// The tries at the activity, or at a duplicate of it.
std::vector<const Tried*> tries_of(const Asked& asked, const SiteAt& at) {
  std::vector<const Tried*> tries;
  for (const AskedTry& entry : asked.tries) {
    if (entry.fold_key == at.features().fold_key[at.activity]) tries.push_back(entry.tried);
  }
  return tries;
}

// By TriedReason.
const Spoken& words_of(TriedReason reason) {
  static const std::array<Spoken, 9> kWords = {{
      {"U probeerde dit eerder en het was te ver. Nu past de reis.",
       "You tried this before and it was too far. Now the journey fits.",
       "Je probeerde dit eerder en het was te ver. Nu past de reis."},
      {"U probeerde dit eerder en het was te duur. Nu past de prijs.",
       "You tried this before and it was too expensive. Now the price fits.",
       "Je probeerde dit eerder en het was te duur. Nu past de prijs."},
      {"U probeerde dit eerder en er was geen plek. Misschien is er nu wel plek.",
       "You tried this before and there was no place. There may be one now.",
       "Je probeerde dit eerder en er was geen plek. Misschien is er nu wel plek."},
      {},
      {"U probeerde dit eerder en het was te druk. Dit is klein of rustig.",
       "You tried this before and it was too busy. This is small or quiet.",
       "Je probeerde dit eerder en het was te druk. Dit is klein of rustig."},
      {"U probeerde dit eerder en u had niemand om mee te gaan. Men haalt u op of gaat mee.",
       "You tried this before and had no one to go with. They fetch you or go along.",
       "Je probeerde dit eerder en je had niemand om mee te gaan. Men haalt je op of gaat mee."},
      {},
      {"U probeerde dit eerder en de tijd kwam niet uit. Nu past de tijd.",
       "You tried this before and the time did not suit. Now it does.",
       "Je probeerde dit eerder en de tijd kwam niet uit. Nu past de tijd."},
      {},
  }};
  return kWords[static_cast<std::size_t>(reason)];
}

}  // namespace

Trial find_trial(const Asked& asked, const SiteAt& at) {
  if (asked.tries.empty()) return Trial::kNone;
  Trial trial = Trial::kNone;
  for (const Tried* tried : tries_of(asked, at)) {
    if (tried->outcome == Outcome::kGoingWell) return Trial::kStaysOut;
    const std::optional<TriedReason> reason = reason_of(*tried);
    if (reason && !is_over(*reason, asked, at)) return Trial::kStaysOut;
    trial = Trial::kReturns;
  }
  return trial;
}

bool asks_for_place_again(const Asked& asked, const SiteAt& at) {
  const std::vector<const Tried*> tries = tries_of(asked, at);
  return std::any_of(tries.begin(), tries.end(),
                     [](const Tried* tried) { return reason_of(*tried) == TriedReason::kNoPlace; });
}

std::string tell_return(const Asked& asked, const SiteAt& at) {
  static const Spoken kEnded = {"U deed dit eerder. Bespreek of u het weer wilt.",
                                "You did this before. Talk over whether you want it again.",
                                "Je deed dit eerder. Bespreek of je het weer wilt."};
  std::string told;
  for (const Tried* tried : tries_of(asked, at)) {
    const std::optional<TriedReason> reason = reason_of(*tried);
    if (!told.empty()) told += ' ';
    told += in(asked.profile, reason ? words_of(*reason) : kEnded);
  }
  return told;
}

}  // namespace kring::engine
