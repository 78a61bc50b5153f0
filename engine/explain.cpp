#include "engine/explain.h"

#include <array>

#include <fmt/format.h>

#include "engine/card.h"
#include "engine/journey.h"
#include "engine/sessions.h"
#include "engine/tried.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;

constexpr std::array<const char*, 12> kMonthsNl = {"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
constexpr std::array<const char*, 12> kMonthsEn = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string format_day_of_month(catalog::Date day, Language language) {
  const std::chrono::year_month_day date{day};
  const auto& months = language == Language::kDutch ? kMonthsNl : kMonthsEn;
  return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1]);
}

// The day on which one may come without a word before; absent where one must ask first.
std::optional<catalog::Date> find_open_day(const Asked& asked, const SiteAt& at) {
  const bool needs_nothing = static_cast<catalog::Referral>(at.features().referral[at.activity])
                             == catalog::Referral::kNone;
  const std::optional<Meeting> next = find_next(asked, at);
  return needs_nothing && next ? std::optional(next->day) : std::nullopt;
}

// The first step to what one joins from home.
std::string tell_open_day(catalog::AttendanceSet forms,
                          const catalog::Activity& activity,
                          const std::string& day,
                          Language language) {
  if (forms.has(catalog::Attendance::kPhone) && !activity.phones.empty()) {
    const std::string& number = activity.phones.front().number;
    return in(language, {fmt::format("Bel {} op {}.", number, day),
                         fmt::format("Call {} on {}.", number, day)});
  }
  return in(language, {fmt::format("Doe mee op {}.", day), fmt::format("Join in on {}.", day)});
}

std::string find_first_step(const Asked& asked,
                            const SiteAt& at,
                            const catalog::Activity& activity) {
  const Language language = asked.profile.language;
  if (const std::optional<catalog::Date> open = find_open_day(asked, at)) {
    const std::string day = format_day(*open, language);
    const catalog::AttendanceSet forms{at.features().attendance[at.row]};
    if (forms.empty() || forms.has(catalog::Attendance::kInPerson)) {
      return in(language,
                {fmt::format("Loop binnen op {}.", day), fmt::format("Walk in on {}.", day)});
    }
    return tell_open_day(forms, activity, day, language);
  }
  if (!activity.phones.empty()) {
    return in(language, {"Bel " + activity.phones.front().number + ".",
                         "Call " + activity.phones.front().number + "."});
  }
  if (!activity.email.empty()) {
    return in(language, {"Stuur een mail aan " + activity.email + ".",
                         "Send an e-mail to " + activity.email + "."});
  }
  return {};
}

}  // namespace

const catalog::Text& weekday_words(int day) {
  static const std::array<catalog::Text, 7> kWords = {{{"maandag", "Monday"},
                                                       {"dinsdag", "Tuesday"},
                                                       {"woensdag", "Wednesday"},
                                                       {"donderdag", "Thursday"},
                                                       {"vrijdag", "Friday"},
                                                       {"zaterdag", "Saturday"},
                                                       {"zondag", "Sunday"}}};
  return kWords[static_cast<std::size_t>(day)];
}

std::string format_day(catalog::Date day, Language language) {
  return fmt::format("{} {}", in(language, weekday_words(catalog::weekday_index(day))),
                     format_day_of_month(day, language));
}

std::string format_day_and_year(catalog::Date day, Language language) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {}", format_day_of_month(day, language), static_cast<int>(date.year()));
}

Match explain(const ScoreContext& context,
              const Candidate& candidate,
              int rank,
              std::size_t sessions) {
  const Asked& asked = context.asked;
  const indexer::Record record =
      indexer::Snapshot::record({candidate.at.segment, candidate.at.activity});
  Match match;
  match.rank = rank;
  match.activity = make_card(asked.snapshot, candidate.at, record);
  match.score = candidate.score;
  match.parts = score_parts(context, candidate.at);
  match.reasons = find_reasons(context, candidate, record, match.parts);
  match.questions = find_questions(asked, candidate);
  match.travel = find_visit(asked, candidate.at);
  match.tried = tell_return(asked, candidate.at);
  match.next_sessions = first_starts(asked, candidate.at, sessions);
  match.starts_in_days = find_start_days(asked, candidate.at);
  match.is_surely_running = is_surely_running(candidate);
  match.verified_on = record.activity.verified_on;
  match.first_step = find_first_step(asked, candidate.at, record.activity);
  return match;
}

}  // namespace kring::engine
