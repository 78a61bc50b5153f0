#include "catalog/formats/template_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "catalog/formats/encoding.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr int kMaxInterval = 1'000;
constexpr std::string_view kRuleStart = "FREQ=";

struct Day {
  std::string_view code;
  std::string_view name;
};
constexpr std::array kWeek = {Day{"MO", "maandag"},   Day{"TU", "dinsdag"}, Day{"WE", "woensdag"},
                              Day{"TH", "donderdag"}, Day{"FR", "vrijdag"}, Day{"SA", "zaterdag"},
                              Day{"SU", "zondag"}};

constexpr std::array kOrdinals = {
    Word{"1e", "1"},     Word{"2e", "2"},       Word{"3e", "3"},     Word{"4e", "4"},
    Word{"5e", "5"},     Word{"laatste", "-1"}, Word{"eerste", "1"}, Word{"1ste", "1"},
    Word{"tweede", "2"}, Word{"2de", "2"},      Word{"derde", "3"},  Word{"3de", "3"},
    Word{"vierde", "4"}, Word{"4de", "4"},      Word{"vijfde", "5"}, Word{"5de", "5"}};

/// The first words of each rule are those that are written.
constexpr std::array kFrequencies = {
    Word{"elke dag", "DAILY;INTERVAL=1"},
    Word{"dagelijks", "DAILY;INTERVAL=1"},
    Word{"iedere dag", "DAILY;INTERVAL=1"},
    Word{"elke week", "WEEKLY;INTERVAL=1"},
    Word{"iedere week", "WEEKLY;INTERVAL=1"},
    Word{"wekelijks", "WEEKLY;INTERVAL=1"},
    Word{"per week", "WEEKLY;INTERVAL=1"},
    Word{"1x per week", "WEEKLY;INTERVAL=1"},
    Word{"om de 2 weken", "WEEKLY;INTERVAL=2"},
    Word{"om de week", "WEEKLY;INTERVAL=2"},
    Word{"om de twee weken", "WEEKLY;INTERVAL=2"},
    Word{"om de veertien dagen", "WEEKLY;INTERVAL=2"},
    Word{"om de 14 dagen", "WEEKLY;INTERVAL=2"},
    Word{"tweewekelijks", "WEEKLY;INTERVAL=2"},
    Word{"2 wekelijks", "WEEKLY;INTERVAL=2"},
    Word{"1x per 2 weken", "WEEKLY;INTERVAL=2"},
    Word{"elke maand", "MONTHLY;INTERVAL=1"},
    Word{"iedere maand", "MONTHLY;INTERVAL=1"},
    Word{"maandelijks", "MONTHLY;INTERVAL=1"},
    Word{"per maand", "MONTHLY;INTERVAL=1"},
    Word{"1x per maand", "MONTHLY;INTERVAL=1"},
    Word{"om de 2 maanden", "MONTHLY;INTERVAL=2"},
    Word{"om de maand", "MONTHLY;INTERVAL=2"},
    Word{"tweemaandelijks", "MONTHLY;INTERVAL=2"},
    Word{"elk kwartaal", "MONTHLY;INTERVAL=3"},
    Word{"per kwartaal", "MONTHLY;INTERVAL=3"},
    Word{"elk jaar", "YEARLY;INTERVAL=1"},
    Word{"jaarlijks", "YEARLY;INTERVAL=1"},
};

/// Words of a list of days that tell nothing.
constexpr std::array<std::string_view, 6> kPassedOver = {"en",   "de",     "van",
                                                         "elke", "iedere", "maand"};

constexpr std::array kUnits = {Word{"dagen", "DAILY"}, Word{"weken", "WEEKLY"},
                               Word{"maanden", "MONTHLY"}, Word{"jaren", "YEARLY"}};

template <class Table>
std::string_view look_up(const Table& table, std::string_view word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Word& row) { return row.first == word; });
  return found == table.end() ? std::string_view() : found->second;
}

/// The first words that stand for `value`.
template <class Table>
std::string_view look_back(const Table& table, std::string_view value) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Word& row) { return row.second == value; });
  return found == table.end() ? std::string_view() : found->first;
}

std::size_t index_of(std::string_view code) {
  const auto found =
      std::find_if(kWeek.begin(), kWeek.end(), [&](const Day& day) { return day.code == code; });
  return static_cast<std::size_t>(found - kWeek.begin());
}

/// Reads the words of a cell of days, one by one.
class DayList {
 public:
  /// False where `word` has no place here.
  bool take(const std::string& word) {
    if (std::find(kPassedOver.begin(), kPassedOver.end(), word) != kPassedOver.end()) {
      return true;
    }
    if (word == "t" || word == "m" || word == "tot" || word == "met" || word == "tm") {
      is_range_ = true;
      return !codes_.empty();
    }
    if (word == "werkdagen" || word == "doordeweeks") {
      return take_range(0, index_of("FR"));
    }
    if (word == "dagelijks" || word == "dag") {
      return take_range(0, index_of("SU"));
    }
    if (const std::string_view ordinal = look_up(kOrdinals, word); !ordinal.empty()) {
      ordinals_.emplace_back(ordinal);
      return true;
    }
    return take_day(word);
  }

  /// "MO,2FR"; absent where a number has no day or a range no end.
  [[nodiscard]] std::optional<std::string> codes() const {
    if (is_range_ || !ordinals_.empty()) {
      return std::nullopt;
    }
    std::string joined;
    for (const std::string& code : codes_) {
      joined += (joined.empty() ? "" : ",") + code;
    }
    return joined;
  }

 private:
  bool take_day(std::string_view word) {
    const bool is_plural = word.ends_with("dagen");
    const std::optional<std::string> day =
        weekday_in(is_plural ? word.substr(0, word.size() - 2) : word);
    if (!day) {
      return false;
    }
    if (is_range_) {
      is_range_ = false;
      return take_range(last_ + 1, index_of(*day));
    }
    last_ = index_of(*day);
    if (ordinals_.empty()) {
      codes_.push_back(*day);
    }
    for (const std::string& ordinal : std::exchange(ordinals_, {})) {
      codes_.push_back(ordinal + *day);
    }
    return true;
  }

  bool take_range(std::size_t first, std::size_t last) {
    for (std::size_t day = first; day <= last; ++day) {
      codes_.emplace_back(kWeek[day].code);
    }
    return first <= last;
  }

  std::vector<std::string> codes_;
  std::vector<std::string> ordinals_;
  std::size_t last_ = 0;
  bool is_range_ = false;
};

/// "MO,WE" of "maandag en woensdag"; "" of ""; absent where it cannot be read.
std::optional<std::string> parse_days(const std::string& text) {
  DayList list;
  std::string spaced;
  for (const char letter : text) {
    spaced += letter == '-' ? " tm " : std::string(1, letter);
  }
  const std::string folded = fold_words(spaced);
  for (const std::string_view word : split(folded, ' ')) {
    if (!list.take(std::string(word))) {
      return std::nullopt;
    }
  }
  return list.codes();
}

/// "WEEKLY;INTERVAL=3" of "elke 3 weken" and "om de 3 weken".
std::string parse_every(std::string_view words) {
  for (const std::string_view start : {"elke ", "om de ", "iedere ", "eens per ", "1x per "}) {
    if (!words.starts_with(start)) {
      continue;
    }
    const std::string_view rest = words.substr(start.size());
    int interval = 0;
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), interval);
    const std::string_view unit =
        look_up(kUnits, trim(std::string_view(end, rest.data() + rest.size())));
    if (fault == std::errc() && interval >= 1 && interval <= kMaxInterval && !unit.empty()) {
      return std::string(unit) + ";INTERVAL=" + std::to_string(interval);
    }
  }
  return {};
}

std::string parse_frequency(const std::string& text) {
  const std::string words = fold_words(text);
  const std::string_view known = look_up(kFrequencies, words);
  return known.empty() ? parse_every(words) : std::string(known);
}

bool has_ordinal(std::string_view days) {
  return days.find_first_of("0123456789") != std::string_view::npos;
}

std::string write_day(std::string_view day) {
  const std::size_t letters = std::min(day.find_first_not_of("+-0123456789"), day.size());
  const std::size_t index = index_of(day.substr(letters));
  const std::string_view name = index < kWeek.size() ? kWeek[index].name : day.substr(letters);
  const std::string_view ordinal = look_back(kOrdinals, day.substr(0, letters));
  return std::string(ordinal) + (ordinal.empty() ? "" : " ") + std::string(name);
}

std::string write_days(std::string_view days) {
  std::string words;
  for (const std::string_view day : split(days, ',')) {
    words += (words.empty() ? "" : ", ") + write_day(day);
  }
  return words;
}

std::string write_frequency(std::string_view frequency) {
  const std::string_view known = look_back(kFrequencies, frequency);
  if (!known.empty()) {
    return std::string(known);
  }
  const std::size_t mark = std::min(frequency.find(";INTERVAL="), frequency.size());
  const std::string_view unit = look_back(kUnits, frequency.substr(0, mark));
  const std::size_t digits = std::min(frequency.find('=') + 1, frequency.size());
  return "elke " + std::string(frequency.substr(digits)) + " " + std::string(unit);
}

/// Whether a frequency and days that are there tell one thing: a month has many Tuesdays, a week
/// one.
bool is_clear(std::string_view frequency, std::string_view days) {
  if (frequency.starts_with("DAILY")) {
    return true;
  }
  return frequency.starts_with("WEEKLY") != has_ordinal(days);
}

/// Absent where there is no frequency, or the days are unclear with it.
std::optional<std::string> make_rule(const std::string& frequency, const std::string& days) {
  if (frequency.empty() || (!days.empty() && !is_clear(frequency, days))) {
    return std::nullopt;
  }
  return std::string(kRuleStart) + frequency + (days.empty() ? "" : ";BYDAY=") + days;
}

}  // namespace

std::optional<std::string> parse_rule_words(const RuleWords& words) {
  const std::string_view raw = trim(words.frequency);
  if (raw.starts_with(kRuleStart)) {
    return trim(words.days).empty() ? std::optional<std::string>(raw) : std::nullopt;
  }
  const std::optional<std::string> days = parse_days(words.days);
  if (!days || fold_words(words.frequency) == "eenmalig") {
    return days ? std::optional<std::string>("") : std::nullopt;
  }
  if (!raw.empty()) {
    return make_rule(parse_frequency(words.frequency), *days);
  }
  const std::string usual = has_ordinal(*days) ? "MONTHLY;INTERVAL=1" : "WEEKLY;INTERVAL=1";
  return days->empty() ? std::string() : make_rule(usual, *days);
}

RuleWords write_rule_words(const std::string& rule) {
  if (rule.empty()) {
    return {};
  }
  const std::size_t mark = std::min(rule.find(";BYDAY="), rule.size());
  const std::string days = mark == rule.size() ? "" : rule.substr(rule.find('=', mark) + 1);
  const std::size_t start = std::min(kRuleStart.size(), mark);
  RuleWords words{write_days(days), write_frequency(rule.substr(start, mark - start))};
  if (parse_rule_words(words) == rule) {
    return words;
  }
  return {"", rule};
}

}  // namespace kring::catalog::formats
