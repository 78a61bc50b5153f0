#include "indexer/language/facts/told_days.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

using catalog::Date;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

enum Form : std::size_t {
  kDigits,  // "1-1-2027", "30/6/26"
  kDayMonthYear,
  kMonthYear,
  kDayMonth,
  kMonthAlone,  // a short name is a person's too: "Jan"
};

constexpr auto kForms = std::to_array<PatternRule>({
    {kDigits, "# - # - #"},
    {kDigits, "# / # / #"},
    {kDayMonthYear, "# {month} #"},
    {kMonthYear, "{month} #"},
    {kDayMonth, "# {month}"},
    {kMonthAlone,
     "januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december"},
});

std::optional<month> month_called(const std::string& word) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"});
  const std::string start = word == "mrt" ? "maa" : word.substr(0, 3);
  const auto* at = std::find(kNames.begin(), kNames.end(), start);
  if (at == kNames.end()) return std::nullopt;
  return month(static_cast<unsigned>(at - kNames.begin()) + 1);
}

std::optional<year> year_of(int hundredths) {
  static constexpr int kCentury = 2'000;
  const int number = hundredths / 100;
  const bool is_short = number >= 20 && number < 60;
  const bool is_year = hundredths % 100 == 0 && number >= kCentury && number < kCentury + 100;
  if (!is_short && !is_year) return std::nullopt;
  return year(is_short ? kCentury + number : number);
}

struct Named {
  std::optional<day> on;  // absent: the whole month
  month in;
  std::optional<year> of;
};

std::optional<Named> named_by(const PatternHit& hit, const std::vector<Token>& tokens) {
  const std::vector<int>& numbers = hit.numbers;
  const auto day_at = [&numbers](std::size_t at) {
    return day(static_cast<unsigned>(numbers[at] / 100));
  };
  if (hit.rule == kDigits) {
    const month in(static_cast<unsigned>(numbers[1] / 100));
    const std::optional<year> of = year_of(numbers[2]);
    return of ? std::optional<Named>({day_at(0), in, of}) : std::nullopt;
  }
  const bool has_day = hit.rule == kDayMonthYear || hit.rule == kDayMonth;
  const std::optional<month> in = month_called(tokens[hit.begin + (has_day ? 1 : 0)].form->folded);
  if (!in) return std::nullopt;
  Named named{{}, *in, {}};
  if (has_day) named.on = day_at(0);
  if (hit.rule == kDayMonthYear || hit.rule == kMonthYear) {
    named.of = year_of(numbers.back());
    if (!named.of || numbers.back() < 200'000) return std::nullopt;  // "15 juli 20 uur"
  }
  return named;
}

std::optional<ToldDay> day_in(const Named& named, year of) {
  const std::chrono::year_month_day first(of, named.in, named.on.value_or(day(1)));
  if (!first.ok()) return std::nullopt;
  ToldDay told;
  told.first = Date(first);
  told.last = named.on ? told.first : Date(of / named.in / std::chrono::last);
  told.has_year = named.of.has_value();
  return told;
}

std::optional<ToldDay> day_of(const Named& named, std::optional<Date> written_on) {
  if (named.of) return day_in(named, *named.of);
  if (!written_on) return std::nullopt;
  const year written = std::chrono::year_month_day(*written_on).year();
  std::optional<ToldDay> nearest;
  for (const int ahead : {-1, 0, 1}) {
    const std::optional<ToldDay> told = day_in(named, written + std::chrono::years(ahead));
    const auto distance = [&written_on](const ToldDay& of) {
      return std::chrono::abs(of.first - *written_on);
    };
    if (told && (!nearest || distance(*told) < distance(*nearest))) nearest = told;
  }
  return nearest;
}

}  // namespace

std::vector<ToldDay> find_told_days(const std::vector<Token>& tokens,
                                    std::optional<Date> written_on) {
  static const Patterns kPatterns(kForms);
  std::vector<ToldDay> days;
  for (const PatternHit& hit : kPatterns.find(tokens)) {
    if (!days.empty() && hit.begin < days.back().end) continue;
    const std::optional<Named> named = named_by(hit, tokens);
    std::optional<ToldDay> told = named ? day_of(*named, written_on) : std::nullopt;
    if (!told) continue;
    told->begin = hit.begin;
    told->end = hit.end;
    days.push_back(*told);
  }
  return days;
}

}  // namespace kring::indexer
