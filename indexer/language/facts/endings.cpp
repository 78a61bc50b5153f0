#include "indexer/language/facts/endings.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/language/facts/told_days.h"

namespace kring::indexer {
namespace {

using catalog::Date;

std::vector<Token> part_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  const auto first = tokens.begin();
  end = std::min(end, tokens.size());
  return {first + static_cast<std::ptrdiff_t>(std::min(begin, end)),
          first + static_cast<std::ptrdiff_t>(end)};
}

/// How a day is led in.
enum class Lead : std::uint8_t {
  kFrom,     ///< "per", "vanaf": it has ended by then
  kOn,       ///< "op", "in", "eind": it is the last
  kUntil,    ///< "tot"
  kThrough,  ///< "tot en met"
  kNone,
};

Lead lead_of(const ToldDay& told, const std::vector<Token>& tokens) {
  static constexpr auto kLeads = std::to_array<PatternRule>({
      {static_cast<std::size_t>(Lead::kFrom),
       "per|vanaf|sinds|van|ingaande|tussen|from|since|begin ..1 >"},
      {static_cast<std::size_t>(Lead::kOn),
       "op|in|na|eind|einde|medio|half|halverwege|on|dag|: ..1 >"},
      {static_cast<std::size_t>(Lead::kUntil), "tot|voor|until|till ..2 >"},
      {static_cast<std::size_t>(Lead::kThrough), "tot en met ..2 >"},
      {static_cast<std::size_t>(Lead::kThrough), "t / m ..2 >"},
      {static_cast<std::size_t>(Lead::kThrough), "tm ..1 >"},
  });
  static const Patterns kPatterns(kLeads);
  static constexpr std::size_t kNear = 5;
  const std::size_t begin = told.begin > kNear ? told.begin - kNear : 0;
  const std::vector<PatternHit> hits = kPatterns.find(part_of(tokens, begin, told.begin));
  if (hits.empty()) return Lead::kNone;
  // "Tot eind februari": the limit, not the end in it.
  const auto limit = std::find_if(hits.rbegin(), hits.rend(), [](const PatternHit& hit) {
    return hit.rule >= static_cast<std::size_t>(Lead::kUntil);
  });
  return static_cast<Lead>((limit != hits.rend() ? *limit : hits.back()).rule);
}

// "Vanaf 1 maart 2027 weer open": on that day it goes on.
bool goes_on_then(const ToldDay& told, const std::vector<Token>& tokens) {
  static constexpr auto kAgain = std::to_array<PatternRule>({
      {0, "weer|opnieuw|open|heropen*|hervat*|herstart*|starten|start|begint|beginnen|terug"},
      {0, "again|reopen*"},
  });
  static const Patterns kPatterns(kAgain);
  static constexpr std::size_t kNear = 5;
  return kPatterns.is_in(part_of(tokens, told.end, told.end + kNear));
}

bool is_past(const std::vector<Token>& tokens) {
  static constexpr auto kPast = std::to_array<PatternRule>({
      {0,
       "hebben|heeft|hadden|was|waren|werd|werden|sinds|gestopt|geweest|opgeheven|beeindigd|"
       "eindigde|sloot|sloten|opgegaan|overgegaan|gefuseerd"},
  });
  static const Patterns kPatterns(kPast);
  return kPatterns.is_in(tokens);
}

Date day_before(Date day) {
  return day - std::chrono::days(1);
}

// "Inschrijven kan tot en met 27 december": a term, not the end.
bool is_a_term(const FieldHit& found) {
  static constexpr auto kTerms = std::to_array<PatternRule>({
      {0,
       "aanmeld*|inschrijv*|opgeven|opgave|reserver*|bestel*|aanvragen|inleveren|stuur|insturen|"
       "solliciteer*|reageren|reactie*|kaartverkoop|korting|vakantie*|*vakantie|gesloten|dicht|"
       "wachtlijst|vol|winterstop|zomerstop|pauze|tarief|prijs|geldig|gratis|bestemmingsplan|"
       "leeftijd|verbouwing|tijdelijk"},
  });
  static const Patterns kPatterns(kTerms);
  return found.is_said_with(kPatterns);
}

// A job, for which there is no applying after the last day.
bool is_vacancy(const RecordText& text) {
  static constexpr auto kJobs = std::to_array<PatternRule>(
      {{0, "vacature*|vacancy"}, {0, "< gezocht :"}, {0, "parttime|fulltime baan"}, {0, "cv"}});
  static const Patterns kPatterns(kJobs);
  return !find_hits(text, kPatterns, {Field::kName, Field::kDescription}).empty();
}

enum EndWord : std::size_t {
  kPeriod,  // of a project
  kLast,
  kThrough,
  kApply,  // for a job
};

constexpr auto kEnds = std::to_array<PatternRule>({
    {kPeriod,
     "projectperiode|looptijd|loopt|lopen|project|pilot|proef|subsidie|financiering|gefinancierd|"
     "duurt|bestaat|verlengd ..12 tot|t"},
    {kApply,
     "cv|sollicitatie|sollicitatiebrief|solliciteren|reageren|solliciteer|reageer ..3 voor|tot|t"},
    {kPeriod, "nog|gaat|gaan|blijft|blijven|doorgaan|draait|draaien ..6 tot|t"},
    {kLast,
     "laatste|allerlaatste ..1 "
     "keer|bijeenkomst|les|avond|middag|ochtend|editie|dag|inloop|ronde|repetitie|wandeling|"
     "maaltijd|uitgifte|zitting|training|voorstelling|seizoen"},
    {kThrough, "t / m # {month} #"},
    {kThrough, "t / m # - # - #"},
    {kThrough, "t / m {month} #"},
    {kThrough, "tot en met # {month} #"},
    {kThrough, "tot en met # - # - #"},
    {kThrough, "tot en met {month} #"},
});

// That day of the year once more, where it had gone by when the text was written.
Date next_of(Date day, Date written) {
  if (day >= written) return day;
  const std::chrono::year_month_day last(day);
  const auto next = last + std::chrono::years(1);
  return next.ok() ? Date(next) : Date(next.year() / next.month() / std::chrono::last);
}

// The end that one day in the sentence of a rule tells, if any. requires: `written` where the day
// has no year
std::optional<Date> end_on(const ToldDay& told,
                           Lead lead,
                           std::size_t rule,
                           std::optional<Date> written) {
  const bool is_limit = lead == Lead::kUntil || lead == Lead::kThrough;
  if (rule == kApply && is_limit) return told.has_year ? told.last : next_of(told.last, *written);
  if (rule == kLast && lead != Lead::kFrom) return told.last;
  return is_limit && told.has_year ? std::optional(told.last) : std::nullopt;
}

std::optional<Date> end_told_by(const FieldHit& found, std::optional<Date> written) {
  const std::vector<Token> sentence = found.sentence();
  for (const ToldDay& told : find_told_days(sentence, written)) {
    if (goes_on_then(told, sentence)) continue;
    const auto end = end_on(told, lead_of(told, sentence), found.hit.rule, written);
    if (end) return end;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> written_on(const catalog::Activity& activity) {
  if (!activity.verified_on) return activity.modified_on;
  return std::max(*activity.verified_on, activity.modified_on.value_or(*activity.verified_on));
}

std::optional<Date> find_day_before(const FieldHit& gone, std::optional<Date> written) {
  const std::vector<Token> sentence = gone.sentence();
  for (const ToldDay& told : find_told_days(sentence, written)) {
    const Lead lead = lead_of(told, sentence);
    const bool is_meant = lead == Lead::kFrom || lead == Lead::kOn;
    if (!is_meant || goes_on_then(told, sentence)) continue;
    if (!told.has_year && is_past(sentence)) return std::nullopt;
    return lead == Lead::kFrom ? day_before(told.first) : told.last;
  }
  return std::nullopt;
}

bool was_over(const FieldHit& gone, std::optional<Date> written) {
  if (!written) return false;
  const std::vector<Token> sentence = gone.sentence();
  const std::vector<ToldDay> days = find_told_days(sentence, written);
  return std::any_of(days.begin(), days.end(), [&](const ToldDay& told) {
    const Lead lead = lead_of(told, sentence);
    const bool is_end = lead == Lead::kUntil || lead == Lead::kThrough;
    return is_end && told.has_year && told.last < *written;
  });
}

std::optional<FieldHit> find_reopening(const RecordText& text, std::optional<Date> written) {
  enum Reopening : std::size_t {
    kReopened,
    kFromThen  // only where a day is named
  };
  static constexpr auto kReopenings = std::to_array<PatternRule>({
      {kReopened,
       "zijn|is|gingen|ging ..8 weer|opnieuw open|opengegaan|geopend|begonnen|gestart|welkom"},
      {kReopened, "heropend"},
      {kFromThen,
       "vanaf|sinds|per ..10 weer|opnieuw terecht|open|welkom|binnenlopen|aanschuiven|beginnen"},
      {kFromThen, "koken|draaien|spelen|zingen|wandelen|eten|komen|beginnen ..8 weer|opnieuw"},
  });
  static constexpr auto kNotYet = std::to_array<PatternRule>({
      {0,
       "hopen|hopelijk|zodra|als|wanneer|niet|pas|mogelijk|verwacht*|nog|streven|waarschijnlijk"},
  });
  static const Patterns kPatterns(kReopenings);
  static const Patterns kHoped(kNotYet);
  if (!written) return std::nullopt;
  for (const FieldHit& found : find_hits(text, kPatterns, {Field::kAlert, Field::kDescription})) {
    const std::vector<ToldDay> days = find_told_days(found.sentence(), written);
    const bool is_past = std::all_of(days.begin(), days.end(), [&written](const ToldDay& told) {
      return told.first <= *written;
    });
    const bool is_dated = found.hit.rule == kReopened || !days.empty();
    if (is_past && is_dated && !found.is_said_with(kHoped)) return found;
  }
  return std::nullopt;
}

std::optional<Date> find_told_end(const RecordText& text, std::optional<Date> written) {
  static const Patterns kPatterns(kEnds);
  static constexpr Fields kFields = {Field::kName, Field::kAlert, Field::kDescription,
                                     Field::kScheduleNote};
  for (const FieldHit& found : find_hits(text, kPatterns, kFields)) {
    if (found.hit.rule == kApply ? !is_vacancy(text) : is_a_term(found)) continue;
    if (const std::optional<Date> end = end_told_by(found, written)) return end;
  }
  return std::nullopt;
}

std::optional<Date> find_told_start(const RecordText& text, std::optional<Date> written) {
  static constexpr auto kStarts = std::to_array<PatternRule>({
      {0,
       "start|starten|startdatum|begin|begint|beginnen|begonnen|volgende|nieuwe|eerstvolgende|"
       "vervolg|"
       "instapmoment|voorjaarsgroep|najaarsgroep|*ronde|*reeks"},
  });
  static const Patterns kPatterns(kStarts);
  std::optional<Date> latest;
  static constexpr Fields kFields = {Field::kName, Field::kAlert, Field::kDescription,
                                     Field::kWaitTime, Field::kApplication};
  for (const FieldHit& found : find_hits(text, kPatterns, kFields)) {
    const std::vector<ToldDay> days = find_told_days(found.sentence(), written);
    for (const ToldDay& told : days) {
      latest = std::max(latest.value_or(told.first), told.first);
    }
  }
  return latest;
}

}  // namespace kring::indexer
