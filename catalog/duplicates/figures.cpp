#include "catalog/duplicates/figures.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/duplicates/words.h"

namespace kring::catalog::duplicates {
namespace {

constexpr Figure kOne = 100;  // as a Figure
constexpr Figure kYears = 1'000 * kOne;
constexpr Figure kHalf = 30;         // minutes
constexpr Figure kQuarter = 15;      // minutes
constexpr Figure kClockHours = 12;   // of the clock
constexpr Figure kDayHours = 24;     // of the day
constexpr Figure kHourMinutes = 60;  // of an hour
constexpr std::size_t kMaxDigits = 6;

struct NumberWord {
  std::string_view word;
  Figure number;
};

constexpr std::array kNumberWords = {
    NumberWord{"twee", 2},       NumberWord{"drie", 3},      NumberWord{"vier", 4},
    NumberWord{"vijf", 5},       NumberWord{"zes", 6},       NumberWord{"zeven", 7},
    NumberWord{"acht", 8},       NumberWord{"negen", 9},     NumberWord{"tien", 10},
    NumberWord{"elf", 11},       NumberWord{"twaalf", 12},   NumberWord{"dertien", 13},
    NumberWord{"veertien", 14},  NumberWord{"vijftien", 15}, NumberWord{"zestien", 16},
    NumberWord{"zeventien", 17}, NumberWord{"achttien", 18}, NumberWord{"negentien", 19},
    NumberWord{"twintig", 20}};

// With what stands behind them: "zestigplussers".
constexpr std::array kTens = {NumberWord{"dertig", 30},   NumberWord{"veertig", 40},
                              NumberWord{"vijftig", 50},  NumberWord{"zestig", 60},
                              NumberWord{"zeventig", 70}, NumberWord{"tachtig", 80}};

Figure on_clock(Figure hour, Figure minutes) {
  return hour % kClockHours * kOne + minutes;
}

std::optional<Figure> number_of_word(std::string_view word) {
  for (const NumberWord& known : kNumberWords) {
    if (word == known.word) return known.number;
  }
  for (const NumberWord& known : kTens) {
    if (word.starts_with(known.word)) return known.number;
  }
  return std::nullopt;
}

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

bool is_letter(char sign) {
  const bool is_ascii = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  return is_ascii || static_cast<unsigned char>(sign) > 0x7F;  // or a part of one in UTF-8
}

// Reads from left to right and takes what it read from the text.
class FigureReader {
 public:
  FigureReader(std::string_view text, std::vector<Figure>& figures)
      : rest_(text.substr(0, kMaxComparedBytes)), figures_(figures) {}

  void read() {
    while (!rest_.empty()) {
      if (is_digit(rest_.front())) {
        read_digits();
      } else if (is_letter(rest_.front())) {
        read_word();
      } else {
        rest_.remove_prefix(1);
      }
    }
  }

 private:
  template <class Belongs>
  std::string_view take_while(Belongs belongs) {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
    const auto taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::optional<Figure> take_number() {
    const std::string_view digits = take_while(is_digit);
    if (digits.size() > kMaxDigits) return std::nullopt;
    Figure number = 0;
    for (const char digit : digits) {
      number = number * 10 + static_cast<Figure>(digit - '0');
    }
    return number;
  }

  // "17,50", "9.30" and "13:30"; not "1.000", whose point parts thousands.
  [[nodiscard]] bool begins_with_hundredths() const {
    return rest_.size() >= 3 && std::string_view(".,:").find(rest_[0]) != std::string_view::npos
           && is_digit(rest_[1]) && is_digit(rest_[2])
           && (rest_.size() == 3 || !is_digit(rest_[3]));
  }

  void read_digits() {
    const std::optional<Figure> whole = take_number();
    if (!begins_with_hundredths()) {
      if (whole) figures_.push_back(was_half_ ? half_before(*whole) : whole_figure(*whole));
      was_half_ = false;
      return;
    }
    const bool may_be_time = rest_.front() != ',';
    rest_.remove_prefix(1);
    const Figure part = take_number().value_or(0);
    was_half_ = false;
    if (!whole) return;
    const bool is_time = may_be_time && *whole >= kClockHours && *whole < kDayHours
                         && part < kHourMinutes && part % kQuarter == 0;
    figures_.push_back(is_time ? on_clock(*whole, part) : *whole * kOne + part);
  }

  // "16 uur" is on the clock, "16 weken" is not.
  [[nodiscard]] Figure whole_figure(Figure number) const {
    const std::string_view next = rest_.substr(0, std::min<std::size_t>(rest_.size(), 4));
    const bool is_hour =
        number >= kClockHours && number < kDayHours && (next == " uur" || next.starts_with('u'));
    return is_hour ? on_clock(number, 0) : number * kOne;
  }

  static Figure half_before(Figure hour) { return hour == 0 ? 0 : on_clock(hour - 1, kHalf); }

  void read_word() {
    std::string word(take_while(is_letter));
    for (char& letter : word) {
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    if (const std::optional<Figure> number = number_of_word(word)) {
      figures_.push_back(was_half_ ? half_before(*number) : *number * kOne);
    }
    if (was_half_ && word == "een") figures_.push_back(half_before(1));
    was_half_ = word == "half";
  }

  std::string_view rest_;
  std::vector<Figure>& figures_;
  bool was_half_ = false;  // the last word was "half", of "half twee"
};

void add_schedules(const std::vector<Schedule>& schedules, std::vector<Figure>& figures) {
  for (const Schedule& schedule : schedules) {
    for (const std::optional<Minutes>& time : {schedule.opens, schedule.closes}) {
      if (!time) continue;
      const auto minutes = static_cast<Figure>(time->value);
      figures.push_back(on_clock(minutes / kHourMinutes, minutes % kHourMinutes));
    }
    FigureReader(schedule.description, figures).read();
  }
}

}  // namespace

std::vector<Figure> figures_of(const Activity& activity) {
  std::vector<Figure> figures;
  FigureReader(activity.name, figures).read();
  FigureReader(activity.description, figures).read();
  add_schedules(activity.schedules, figures);
  for (const Site& site : activity.sites) {
    add_schedules(site.schedules, figures);
  }
  for (const CostOption& cost : activity.costs) {
    if (cost.amount) figures.push_back(static_cast<Figure>(cost.amount->value));
  }
  for (const std::optional<int>& age : {activity.min_age, activity.max_age}) {
    if (age) figures.push_back(static_cast<Figure>(*age) * kOne);
  }
  std::erase_if(figures,
                [](Figure figure) { return figure == 0 || figure == kOne || figure >= kYears; });
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  return figures;
}

std::int32_t rarity_of(Figure figure) {
  static constexpr Figure kSmall = 10 * kOne;
  static constexpr std::int32_t kCommon = 1'700;  // two bits of twelve: one record in four
  static constexpr std::int32_t kSeldom = 3'300;  // four: one in sixteen
  static constexpr std::int32_t kRare = 5'000;    // six: one in sixty-four
  const bool is_whole = figure % kOne == 0;
  if (is_whole && figure <= kSmall) return kCommon;
  return is_whole || figure % kOne == kHalf ? kSeldom : kRare;
}

}  // namespace kring::catalog::duplicates
