#include "engine/explain.h"

#include <array>

#include <fmt/format.h>

#include "engine/journey.h"
#include "engine/sessions.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;

constexpr std::array<const char*, 7> kDaysNl = {"maandag", "dinsdag",  "woensdag", "donderdag",
                                                "vrijdag", "zaterdag", "zondag"};
constexpr std::array<const char*, 7> kDaysEn = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
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

const catalog::Site* site_of(const catalog::Activity& activity, const SiteAt& at) {
  const std::uint16_t number = at.features().site[at.row];
  return number == indexer::kNoSite || number >= activity.sites.size() ? nullptr
                                                                       : &activity.sites[number];
}

std::vector<std::string> concepts_of(const Asked& asked, const SiteAt& at) {
  std::vector<std::string> ids;
  const ConceptBits strong = strong_concepts(at);
  const ConceptBits weak = weak_concepts(at);
  const auto& concepts = asked.snapshot.vocabulary().concepts();
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const bool is_about = strong.has(number) || weak.has(number);
    if (is_about && concepts[number].kind == catalog::ConceptKind::kActivity) {
      ids.push_back(concepts[number].id);
    }
  }
  return ids;
}

ActivityCard make_card(const Asked& asked, const SiteAt& at, const indexer::Record& record) {
  const catalog::Activity& activity = record.activity;
  const indexer::FeatureColumns& features = at.features();
  ActivityCard card;
  card.id = activity.id;
  card.name = activity.name;
  card.organization = activity.organization.name;
  card.source = record.source;
  card.concepts = concepts_of(asked, at);
  card.attendance.bits = features.attendance[at.row];
  if (features.group_size[at.activity] != indexer::kNoByte) {
    card.group_size = static_cast<catalog::GroupSize>(features.group_size[at.activity]);
  }
  if (const catalog::Site* site = site_of(activity, at)) {
    card.venue_name = site->name;
    card.venue_city = site->city;
  }
  if (!activity.phones.empty()) card.phone = activity.phones.front().number;
  card.email = activity.email.empty() ? activity.organization.email : activity.email;
  card.url = activity.url.empty() ? activity.organization.url : activity.url;
  if (features.cost[at.activity] != indexer::kNoNumber) {
    card.cost_per_session = catalog::Cents{features.cost[at.activity]};
  }
  if (features.waiting[at.activity] != indexer::kNoNumber) {
    card.waiting_weeks = features.waiting[at.activity];
  }
  return card;
}

std::string find_first_step(const Asked& asked,
                            const SiteAt& at,
                            const catalog::Activity& activity) {
  const Language language = asked.profile.language;
  const std::optional<Meeting> next = find_next(asked, at);
  const bool may_walk_in = static_cast<catalog::Referral>(at.features().referral[at.activity])
                           == catalog::Referral::kNone;
  if (may_walk_in && next) {
    const std::string day = format_day(next->day, language);
    return in(language,
              {fmt::format("Loop binnen op {}.", day), fmt::format("Walk in on {}.", day)});
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

std::vector<std::string> shown_sessions(const Asked& asked, const SiteAt& at) {
  std::vector<std::string> starts;
  for (const Meeting& meeting : meetings_of(asked, at)) {
    if (starts.size() == kShownSessions) break;
    if (suits(asked, meeting)) starts.push_back(format_start(meeting));
  }
  return starts;
}

}  // namespace

std::string format_day(catalog::Date day, Language language) {
  const auto& days = language == Language::kDutch ? kDaysNl : kDaysEn;
  return fmt::format("{} {}", days[static_cast<std::size_t>(catalog::weekday_index(day))],
                     format_day_of_month(day, language));
}

std::string format_day_and_year(catalog::Date day, Language language) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {}", format_day_of_month(day, language), static_cast<int>(date.year()));
}

Match explain(const ScoreContext& context, const Candidate& candidate, int rank) {
  const Asked& asked = context.asked;
  const indexer::Record record =
      indexer::Snapshot::record({candidate.at.segment, candidate.at.activity});
  Match match;
  match.rank = rank;
  match.activity = make_card(asked, candidate.at, record);
  match.score = candidate.score;
  match.parts = score_parts(context, candidate.at);
  match.reasons = find_reasons(context, candidate, record, match.parts);
  match.questions = find_questions(asked, candidate);
  const bool asks_journey = score_nearness(context, candidate.at).has_value();
  if (asks_journey) match.travel = find_journey(asked, candidate.at);
  match.next_sessions = shown_sessions(asked, candidate.at);
  match.starts_in_days = find_start_days(asked, candidate.at);
  match.verified_on = record.activity.verified_on;
  match.first_step = find_first_step(asked, candidate.at, record.activity);
  return match;
}

}  // namespace kring::engine
