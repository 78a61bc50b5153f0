#include "catalog/schedule/calendar_file.h"

#include <algorithm>
#include <iterator>

#include <libical/ical.h>

#include "catalog/plain_text.h"

namespace kring::catalog {

namespace {

constexpr std::size_t kMaxLine = 75;         ///< octets of a line that is written
constexpr std::size_t kMaxValue = 64;        ///< characters of a time or a duration
constexpr int kMaxDuration = 366 * 24 * 60;  ///< minutes
constexpr int kSecondsPerMinute = 60;
constexpr int kMinutesPerHour = 60;

/// A NUL would end the text for libical and for JSON.
bool is_readable(std::string_view line) {
  return is_utf8(line) && line.find('\0') == std::string_view::npos;
}

char capital(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

std::string capitals(std::string_view text) {
  std::string made;
  std::transform(text.begin(), text.end(), std::back_inserter(made), capital);
  return made;
}

/// One unfolded line.
struct Line {
  std::string text;
  std::size_t number = 1;
};

/// Cuts a file into unfolded lines, one at a time.
class LineReader {
 public:
  explicit LineReader(std::string_view bytes) : rest_(bytes) {}

  /// False at the end.
  bool next(Line& line) {
    line.text.clear();
    if (rest_.empty()) return false;
    line.number = number_;
    line.text = take();
    while (!rest_.empty() && goes_on() && line.text.size() <= kMaxCalendarLine) {
      const bool is_folded = rest_.front() == ' ' || rest_.front() == '\t';
      const std::string_view more = take();
      line.text += is_folded ? std::string(more.substr(1)) : "\\n" + std::string(more);
    }
    return true;
  }

 private:
  [[nodiscard]] std::string_view peek() const {
    return rest_.substr(0, std::min(rest_.find_first_of("\r\n"), rest_.size()));
  }

  /// Whether the next line belongs to this one: folded, or without a name of its own.
  [[nodiscard]] bool goes_on() const {
    const std::string_view next = peek();
    return rest_.front() == ' ' || rest_.front() == '\t'
           || (!next.empty() && next.find(':') == std::string_view::npos);
  }

  std::string_view take() {
    const std::string_view line = peek();
    rest_.remove_prefix(line.size());
    const std::size_t end = rest_.starts_with("\r\n") ? 2 : 1;
    rest_.remove_prefix(std::min(end, rest_.size()));
    ++number_;
    return line;
  }

  std::string_view rest_;
  std::size_t number_ = 1;
};

/// Where the part of `text` ends that stands before one of `marks`, outside quotes.
std::size_t end_of_part(std::string_view text, std::string_view marks) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    is_quoted = text[at] == '"' ? !is_quoted : is_quoted;
    if (!is_quoted && marks.find(text[at]) != std::string_view::npos) {
      return at;
    }
  }
  return text.size();
}

std::pair<std::string, std::string> split_parameter(std::string_view part) {
  const std::size_t mark = std::min(part.find('='), part.size());
  std::string_view value = part.substr(std::min(mark + 1, part.size()));
  const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"'
                         && value.substr(1, value.size() - 2).find('"') == std::string_view::npos;
  if (is_quoted) {
    value = value.substr(1, value.size() - 2);
  }
  return {capitals(part.substr(0, mark)), std::string(value)};
}

CalendarProperty split_line(std::string_view line) {
  CalendarProperty property;
  std::size_t end = end_of_part(line, ";:");
  property.name = capitals(line.substr(0, end));
  while (end < line.size() && line[end] == ';') {
    line.remove_prefix(end + 1);
    end = end_of_part(line, ";:");
    property.parameters.push_back(split_parameter(line.substr(0, end)));
  }
  property.value = std::string(line.substr(std::min(end + 1, line.size())));
  return property;
}

Problem make_problem(const std::string& code, std::size_t line, const Text& text) {
  const std::string number = std::to_string(line);
  return {code, "", {"regel " + number + ": " + text.nl, "line " + number + ": " + text.en}};
}

/// Builds components of lines.
class ComponentReader {
 public:
  explicit ComponentReader(std::string_view bytes) : lines_(bytes) {}

  Result<std::vector<CalendarComponent>> read() {
    Line line;
    while (lines_.next(line)) {
      if (line.text.size() > kMaxCalendarLine) {
        return make_problem("line_too_long", line.number,
                            {"deze regel is te lang (1 MiB). Kort hem in.",
                             "this line is too long (1 MiB). Shorten it."});
      }
      if (!is_readable(line.text)) {
        return make_problem("not_utf8", line.number,
                            {"deze regel is geen UTF-8. Sla het bestand op als UTF-8.",
                             "this line is not UTF-8. Save the file as UTF-8."});
      }
      if (const std::optional<Problem> problem = take(line)) {
        return *problem;
      }
    }
    if (!open_.empty()) {
      return make_problem("cut_off", open_.back().line,
                          {"END:" + open_.back().kind + " ontbreekt; het bestand is afgebroken.",
                           "END:" + open_.back().kind + " is missing; the file was cut off."});
    }
    if (calendars_.empty()) {
      return make_problem("not_a_calendar", 1,
                          {"dit is geen agendabestand; het begint met BEGIN:VCALENDAR.",
                           "this is no calendar file; it begins with BEGIN:VCALENDAR."});
    }
    return std::move(calendars_);
  }

 private:
  std::optional<Problem> take(const Line& line) {
    CalendarProperty property = split_line(line.text);
    if (property.name == "BEGIN") {
      return begin(capitals(property.value), line.number);
    }
    if (property.name == "END") {
      return end(capitals(property.value), line.number);
    }
    if (!open_.empty() && !property.name.empty()) {
      open_.back().properties.push_back(std::move(property));
    }
    return std::nullopt;  // what stands outside a calendar is none of it
  }

  std::optional<Problem> begin(std::string kind, std::size_t line) {
    if (open_.size() >= kMaxCalendarDepth) {
      return make_problem("too_deep", line,
                          {"te veel onderdelen in elkaar.", "too many components in each other."});
    }
    if (open_.empty() && kind != "VCALENDAR") {
      return make_problem("not_a_calendar", line,
                          {"een agendabestand begint met BEGIN:VCALENDAR.",
                           "a calendar file begins with BEGIN:VCALENDAR."});
    }
    open_.push_back({std::move(kind), line, {}, {}});
    return std::nullopt;
  }

  std::optional<Problem> end(const std::string& kind, std::size_t line) {
    if (open_.empty() || open_.back().kind != kind) {
      return make_problem(
          "unbalanced", line,
          {"END past niet bij de laatste BEGIN.", "END does not go with the last BEGIN."});
    }
    CalendarComponent closed = std::move(open_.back());
    open_.pop_back();
    (open_.empty() ? calendars_ : open_.back().parts).push_back(std::move(closed));
    return std::nullopt;
  }

  LineReader lines_;
  std::vector<CalendarComponent> open_;
  std::vector<CalendarComponent> calendars_;
};

}  // namespace

std::string CalendarProperty::parameter(std::string_view wanted) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const auto& one) { return one.first == wanted; });
  return found == parameters.end() ? std::string() : found->second;
}

const CalendarProperty* CalendarComponent::find(std::string_view name) const {
  const auto found = std::find_if(properties.begin(), properties.end(),
                                  [&](const auto& one) { return one.name == name; });
  return found == properties.end() ? nullptr : &*found;
}

std::string CalendarComponent::text(std::string_view name) const {
  const CalendarProperty* const property = find(name);
  return property == nullptr ? std::string() : unescape_calendar_text(property->value);
}

Result<std::vector<CalendarComponent>> parse_calendar_file(std::string_view bytes) {
  if (bytes.size() > kMaxCalendarBytes) {
    return make_problem("file_too_large", 1,
                        {"het bestand is te groot (64 MiB). Deel het op.",
                         "the file is too large (64 MiB). Split it."});
  }
  return ComponentReader(bytes).read();
}

std::string unescape_calendar_text(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool is_escape = value[at] == '\\' && at + 1 < value.size();
    at += is_escape ? 1 : 0;
    const bool is_line_end = is_escape && (value[at] == 'n' || value[at] == 'N');
    text.push_back(is_line_end ? '\n' : value[at]);
  }
  return text;
}

std::vector<std::string> split_calendar_list(std::string_view value) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == ',') {
      parts.emplace_back();
      continue;
    }
    parts.back().push_back(value[at]);
    if (value[at] == '\\' && at + 1 < value.size()) {
      parts.back().push_back(value[++at]);
    }
  }
  return parts;
}

std::optional<CalendarTime> parse_calendar_time(std::string_view value) {
  if (value.size() > kMaxValue) {
    return std::nullopt;
  }
  const icaltimetype time = icaltime_from_string(std::string(value).c_str());
  if (icaltime_is_null_time(time) != 0 || time.month < 1 || time.day < 1) {
    return std::nullopt;
  }
  const auto date = std::chrono::year(time.year)
                    / std::chrono::month(static_cast<unsigned>(time.month))
                    / std::chrono::day(static_cast<unsigned>(time.day));
  const int minutes = time.hour * kMinutesPerHour + time.minute;
  if (!date.ok() || time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59) {
    return std::nullopt;
  }
  return CalendarTime{date,
                      time.is_date != 0 ? std::nullopt : std::optional<Minutes>(Minutes{minutes}),
                      icaltime_is_utc(time) != 0};
}

std::string write_property(const CalendarProperty& property) {
  std::string rest = property.name;
  for (const auto& [name, value] : property.parameters) {
    const bool needs_quotes = value.find_first_of(":;,") != std::string::npos;
    rest += ";" + name + "=" + (needs_quotes ? '"' + value + '"' : value);
  }
  rest += ":" + property.value;
  std::string lines;
  while (rest.size() > kMaxLine) {
    std::size_t end = kMaxLine;
    while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U)
      --end;  // never within a letter
    lines += rest.substr(0, end) + "\r\n";
    rest = " " + rest.substr(end);
  }
  return lines + rest + "\r\n";
}

std::optional<int> parse_calendar_duration(std::string_view value) {
  if (value.size() > kMaxValue) {
    return std::nullopt;
  }
  const icaldurationtype duration = icaldurationtype_from_string(std::string(value).c_str());
  const bool fits = duration.is_neg == 0 && duration.weeks <= 53 && duration.days <= 366
                    && duration.hours <= 24 * 366 && duration.minutes <= kMaxDuration
                    && duration.seconds <= static_cast<unsigned>(kMaxDuration);
  if (icaldurationtype_is_bad_duration(duration) != 0 || !fits) {
    return std::nullopt;
  }
  const int minutes = icaldurationtype_as_int(duration) / kSecondsPerMinute;
  return minutes <= kMaxDuration ? std::optional<int>(minutes) : std::nullopt;
}

}  // namespace kring::catalog
