#include "service/commands/demo_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "catalog/quantity.h"

namespace kring::service {

namespace {

constexpr std::size_t kTimeAt = 11;  ///< of "2026-11-25T10:00"
constexpr std::size_t kTimeLength = 5;
constexpr std::int64_t kCentsPerEuro = 100;

constexpr std::size_t kShownReasons = 3;
constexpr std::size_t kShownQuestions = 2;
constexpr std::array<std::string_view, 7> kWeekdays = {
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
constexpr std::array<std::string_view, 12> kMonths = {
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december"};

std::string_view name_of_mode(engine::TravelMode mode) {
  switch (mode) {
    case engine::TravelMode::kWalk:
      return "lopen";
    case engine::TravelMode::kWheelchair:
      return "met de rolstoel";
    case engine::TravelMode::kBicycle:
      return "fietsen";
    case engine::TravelMode::kPublicTransport:
      return "met bus of trein";
    case engine::TravelMode::kCar:
      return "met de auto";
    case engine::TravelMode::kLift:
      return "als iemand brengt";
  }
  return "";
}

/// "woensdag 25 november" for a day.
std::string format_day(catalog::Date day) {
  const std::chrono::year_month_day parts(day);
  return fmt::format("{} {} {}", kWeekdays[static_cast<std::size_t>(catalog::weekday_index(day))],
                     static_cast<unsigned>(parts.day()),
                     kMonths[static_cast<unsigned>(parts.month()) - 1]);
}

/// "woensdag 25 november om 10:00" for an RFC 3339 time.
std::string format_session(const std::string& session) {
  const auto day = catalog::parse_date(session);
  if (!day || session.size() < kTimeAt + kTimeLength) return session;
  return fmt::format("{} om {}", format_day(*day), session.substr(kTimeAt, kTimeLength));
}

std::string format_cost(catalog::Cents cost) {
  if (cost.value == 0) return "gratis";
  return fmt::format("€ {},{:02} per keer", cost.value / kCentsPerEuro, cost.value % kCentsPerEuro);
}

std::string describe_place(const engine::ActivityCard& card) {
  if (card.venue_name.empty()) return card.venue_city;
  return card.venue_city.empty() ? card.venue_name : card.venue_name + ", " + card.venue_city;
}

/// One labelled line; nothing where there is nothing to say.
std::string line(std::string_view label, const std::string& text) {
  return text.empty() ? "" : fmt::format("   {:<11}{}\n", label, text);
}

std::string describe_reasons(const std::vector<engine::Reason>& reasons) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(kShownReasons, reasons.size()); ++i) {
    lines += line(i == 0 ? "Waarom:" : "", reasons[i].text);
  }
  return lines;
}

std::string describe_questions(const std::vector<engine::Question>& questions) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(kShownQuestions, questions.size()); ++i) {
    lines += line(i == 0 ? "Vraag nog:" : "", questions[i].text);
  }
  return lines;
}

std::string describe_match(const engine::Match& match, int number) {
  const engine::ActivityCard& card = match.activity;
  std::string text = fmt::format("{}. {}", number, card.name);
  text += card.organization.empty() ? "\n" : fmt::format(" ({})\n", card.organization);
  text += line("Waar:", describe_place(card));
  text += describe_reasons(match.reasons);
  text += describe_questions(match.questions);
  text += line("Wanneer:",
               match.next_sessions.empty() ? "" : format_session(match.next_sessions.front()));
  text += line("Reis:", match.travel ? fmt::format("{} minuten {}", match.travel->minutes.value,
                                                   name_of_mode(match.travel->mode))
                                     : "");
  text += line("Kosten:", card.cost_per_session ? format_cost(*card.cost_per_session) : "");
  text += line("Bel:", card.phone);
  return text;
}

std::string describe_safety(const engine::SafetyNotice& notice) {
  std::string text = notice.text + "\n";
  for (const engine::CrisisContact& contact : notice.contacts) {
    text += fmt::format("  {}: {}\n", contact.name, contact.phone);
  }
  return text + "\n";
}

std::string describe_tie(const engine::TieSuggestion& tie) {
  std::string text =
      fmt::format("Eerst iemand die er al is: {}\n", tie.alias.empty() ? tie.contact : tie.alias);
  for (const std::string& why : tie.why) {
    text += fmt::format("   {}\n", why);
  }
  return text + "\n";
}

}  // namespace

std::string describe_person(const engine::Profile& profile) {
  std::string text = "Voorbeeld: een verzonnen persoon";
  if (profile.person.age) text += fmt::format(" van {} jaar", *profile.person.age);
  if (profile.person.postcode) text += fmt::format(", postcode {}", *profile.person.postcode);
  text += ".\n";
  for (const engine::Need& need : profile.needs) {
    if (!need.text.empty()) text += fmt::format("  \"{}\"\n", need.text);
  }
  return text;
}

std::string describe_answer(const engine::MatchAnswer& answer) {
  std::string text = answer.assessment.safety ? describe_safety(*answer.assessment.safety) : "";
  if (!answer.ties.empty()) text += describe_tie(answer.ties.front());
  text += answer.portfolio.empty() ? "Er past nu niets.\n"
                                   : "Deze voorstellen leveren samen het meeste op:\n\n";
  int number = 0;
  for (const catalog::ActivityId& id : answer.portfolio) {
    const auto match =
        std::find_if(answer.matches.begin(), answer.matches.end(),
                     [&id](const engine::Match& one) { return one.activity.id == id; });
    if (match != answer.matches.end()) text += describe_match(*match, ++number) + "\n";
  }
  return text;
}

}  // namespace kring::service
