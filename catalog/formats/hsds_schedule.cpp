#include "catalog/formats/hsds_schedule.h"

#include <algorithm>
#include <string>
#include <utility>

#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/schedule/expand.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxInterval = 1'000;
constexpr int kMaxCount = 100'000;

std::string upper_case(std::string text) {
  for (char& letter : text) {
    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return text;
}

/// The words of a list of days, between commas, semicolons or blanks.
std::vector<std::string_view> split_words(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",; "), list.size());
    if (end > 0) {
      words.push_back(list.substr(0, end));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

/// "-1MO" of "-1MO" or "-1Monday"; an unknown word stays, and makes the rule one that cannot be
/// read.
std::string read_day(std::string_view word) {
  const std::size_t letters = std::min(word.find_first_not_of("+-0123456789"), word.size());
  const std::string_view name = word.substr(letters);
  return std::string(word.substr(0, letters)) + weekday_in(name).value_or(std::string(name));
}

/// "MO,TU" of a text or a list.
std::string read_days(const Fields& schedule) {
  std::string days;
  for (const std::string& entry : schedule.lines("byday")) {
    for (const std::string_view word : split_words(entry)) {
      days += (days.empty() ? "" : ",") + read_day(word);
    }
  }
  return days;
}

std::string joined_lines(const Fields& schedule, std::string_view name) {
  std::string joined;
  for (const std::string& line : schedule.lines(name)) {
    joined += (joined.empty() ? "" : ",") + line;
  }
  std::erase(joined, ' ');
  return joined;
}

/// "FREQ=WEEKLY;INTERVAL=1;BYDAY=WE"; "" where nothing repeats. Days without a frequency mean every
/// week.
std::string read_rule(const Fields& schedule) {
  const std::string days = read_days(schedule);
  std::string frequency = upper_case(schedule.line("freq"));
  if (frequency.empty() && days.empty()) {
    return {};
  }
  frequency = frequency.empty() ? "WEEKLY" : frequency;
  std::string rule =
      "FREQ=" + frequency + ";INTERVAL="
      + std::to_string(schedule.whole_number("interval", 1, kMaxInterval).value_or(1));
  const auto add = [&](const std::string& part, const std::string& value) {
    rule += value.empty() ? "" : ";" + part + "=" + value;
  };
  add("BYDAY", days);
  add("BYMONTHDAY", joined_lines(schedule, "bymonthday"));
  add("BYYEARDAY", joined_lines(schedule, "byyearday"));
  add("BYWEEKNO", joined_lines(schedule, "byweekno"));
  const std::string week_start = upper_case(schedule.line("wkst"));
  add("WKST", week_start == "MO" ? "" : week_start);
  if (!is_valid_rrule(rule)) {
    schedule.notes().add(schedule.pointer(), "unusable_rule",
                         {"Deze herhaling is niet te lezen; er komen geen data uit.",
                          "This recurrence cannot be read; it gives no dates."});
  }
  return rule;
}

std::optional<Date> earlier(const std::optional<Date>& left, const std::optional<Date>& right) {
  return left && right ? std::min(*left, *right) : (left ? left : right);
}

/// The list "exdate", which Kring's own exports have.
std::vector<Date> read_days_off(const Fields& schedule) {
  std::vector<Date> days;
  for (const std::string& line : schedule.lines("exdate")) {
    const std::optional<Date> day = parse_date(line);
    if (day) days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

/// Description and notes, but for the sentence that says the days off.
std::string read_description(const Fields& fields, const Schedule& schedule) {
  const std::string description = fields.text("description");
  std::string notes = fields.text("notes");
  if (notes == tell_days_off(schedule.except)) notes.clear();
  return description.empty() || notes.empty() ? description + notes : description + "\n" + notes;
}

AttendanceSet read_attendance(const Fields& schedule) {
  const std::string words = schedule.line("attending_type");
  const AttendanceSet found = attendance_in(words);
  if (found.empty() && !words.empty()) {
    schedule.notes().add(
        schedule.pointer_to("attending_type"), "unknown_attending_type",
        {"Deze manier van meedoen is onbekend; gebruik in-person, online, phone of home.",
         "This way of attending is unknown; use in-person, online, phone or home."});
  }
  return found;
}

/// A rule of every week that names its days may begin where it becomes valid; any other keeps the
/// phase of its start.
std::optional<Date> read_first_day(const Fields& fields, const Schedule& schedule) {
  const std::optional<Date> start = fields.date("dtstart");
  const std::optional<Date> valid_from = fields.date("valid_from");
  if (!start || !valid_from) {
    return start ? start : valid_from;
  }
  const bool may_move =
      schedule.rrule.starts_with("FREQ=WEEKLY;INTERVAL=1;BYDAY=") && !schedule.count;
  return may_move ? std::max(*start, *valid_from) : *start;
}

Schedule read_schedule(const Fields& fields) {
  Schedule schedule;
  schedule.rrule = read_rule(fields);
  schedule.count = fields.whole_number("count", 1, kMaxCount);
  schedule.first_day = read_first_day(fields, schedule);
  schedule.last_day = earlier(fields.date("until"), fields.date("valid_to"));
  schedule.opens = fields.time_of_day("opens_at");
  schedule.closes = fields.time_of_day("closes_at");
  if (schedule.opens && schedule.opens == schedule.closes) {
    schedule.closes.reset();
  }
  schedule.attendance = read_attendance(fields);
  schedule.except = read_days_off(fields);
  schedule.description = read_description(fields, schedule);
  const std::string zone = fields.line("timezone");
  if (zone.find('/')
      != std::string::npos) {  // HSDS has a number here, which is no zone; some write the zone
    schedule.zone = zone;
  }
  return schedule;
}

}  // namespace

std::string tell_days_off(const std::vector<Date>& days) {
  std::string sentence;
  for (const Date day : days) {
    sentence += (sentence.empty() ? "niet op " : ", ") + format_date(day);
  }
  return sentence;
}

std::vector<Schedule> read_hsds_schedules(const Fields& owner) {
  std::vector<Schedule> schedules;
  for (const Fields& fields : owner.objects("schedules")) {
    schedules.push_back(read_schedule(fields));
  }
  return schedules;
}

}  // namespace kring::catalog::formats
