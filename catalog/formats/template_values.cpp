#include "catalog/formats/template_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include "catalog/formats/encoding.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr std::array kMonths = {"januari",   "februari", "maart",    "april",
                                "mei",       "juni",     "juli",     "augustus",
                                "september", "oktober",  "november", "december"};
constexpr std::size_t kShortMonth = 3;     ///< letters
constexpr std::size_t kNumberLength = 64;  ///< characters
constexpr int kCentury = 100;
constexpr int kCentsOfEuro = 100;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

std::optional<int> parse_whole(std::string_view digits) {
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = fault == std::errc() && end == digits.data() + digits.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

/// 1..12 of a number or a Dutch month's name, short or long.
std::optional<int> parse_month(std::string_view word) {
  for (std::size_t index = 0; index < kMonths.size(); ++index) {
    const std::string_view month = kMonths[index];
    if (word == month || (word.size() >= kShortMonth && month.starts_with(word))) {
      return static_cast<int>(index) + 1;
    }
  }
  return word == "mrt" ? std::optional(3) : parse_whole(word);
}

void add_item(std::vector<std::string>& items, std::string& item) {
  const std::string_view text = trim(item);
  if (!text.empty()) {
    items.emplace_back(text);
  }
  item.clear();
}

}  // namespace

std::string write_dutch_date(Date date) {
  const std::string iso = format_date(date);
  const std::size_t year_end = iso.find('-', 1);
  return iso.substr(year_end + 4) + iso.substr(year_end, 4) + iso.substr(0, year_end);
}

std::optional<Date> parse_dutch_date(std::string_view text) {
  if (const std::optional<Date> iso = parse_date(trim(text))) {
    return iso;
  }
  const std::string folded = fold_words(text);
  std::vector<std::string_view> words = split(folded, ' ');
  if (!words.empty() && words.size() > 3 && !parse_whole(words.front())) {
    words.erase(words.begin());  // the day of the week
  }
  if (words.size() < 3) {
    return std::nullopt;
  }
  const std::optional<int> day = parse_whole(words[0]);
  const std::optional<int> month = parse_month(words[1]);
  std::optional<int> year = parse_whole(words[2]);
  if (year && *year < kCentury) {
    *year += 2'000;
  }
  if (!day || !month || !year || *year < kFirstYear || *year > kLastYear || *day < 1
      || *month < 1) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

std::string write_dutch_number(double value) {
  std::array<char, kNumberLength> digits{};
  const auto written = std::to_chars(digits.begin(), digits.end(), value);
  std::string text(digits.begin(), written.ptr);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string write_dutch_money(Cents amount) {
  const std::string cents = std::to_string(amount.value % kCentsOfEuro);
  return std::to_string(amount.value / kCentsOfEuro) + "," + (cents.size() < 2 ? "0" : "") + cents;
}

std::string write_list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    text += text.empty() ? "" : "; ";
    for (const char letter : item) {
      text += letter == ';' ? ";;" : std::string(1, letter);
    }
  }
  return text;
}

std::vector<std::string> parse_list(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_doubled = text.substr(at).starts_with(";;");
    if (is_doubled || (text[at] != ';' && text[at] != '\n')) {
      item.push_back(text[at]);
      at += is_doubled ? 1 : 0;
      continue;
    }
    add_item(items, item);
  }
  add_item(items, item);
  return items;
}

std::string write_area(const ServiceArea& area) {
  const bool needs_brackets = !area.extent.empty() || area.name.ends_with(')');
  return needs_brackets ? area.name + " (" + area.extent + ")" : area.name;
}

ServiceArea parse_area(std::string_view text) {
  const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
  if (open == std::string_view::npos) {
    return {std::string(trim(text)), ""};
  }
  const std::string_view extent = text.substr(open + 1, text.size() - open - 2);
  return {std::string(trim(text.substr(0, open))), std::string(trim(extent))};
}

std::string write_attendance_words(AttendanceSet set) {
  static constexpr std::array kWords = {"op locatie", "aan huis", "telefonisch", "online"};
  std::string words;
  for (const Attendance form : forms_of(set)) {
    words += (words.empty() ? "" : ", ") + std::string(kWords[static_cast<std::size_t>(form)]);
  }
  return words;
}

std::string write_status_word(Status status) {
  static constexpr std::array kWords = {"actief", "inactief", "opgeheven", "tijdelijk gesloten"};
  return kWords[static_cast<std::size_t>(status)];
}

std::optional<bool> parse_yes_no(std::string_view text) {
  const std::string word = fold_words(text);
  for (const std::string_view yes : {"ja", "j", "yes", "y", "x", "waar", "true", "1"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"nee", "neen", "n", "no", "onwaar", "false", "0"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

}  // namespace kring::catalog::formats
