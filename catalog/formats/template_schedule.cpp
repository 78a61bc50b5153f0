#include "catalog/formats/template_schedule.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/template_rule.h"
#include "catalog/formats/template_values.h"
#include "catalog/formats/words.h"
#include "catalog/schedule/expand.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxCount = 100'000;

/// Begin and end of "10:00-12:00", "10.00 tot 12.00 uur"; absent where the text is not both.
std::optional<std::pair<Minutes, Minutes>> parse_span(const std::string& text) {
  for (const std::string_view mark : {"t/m", "tot", "–", "-"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) {
      continue;
    }
    const std::optional<Minutes> opens = parse_clock(std::string_view(text).substr(0, at));
    const std::optional<Minutes> closes =
        parse_clock(std::string_view(text).substr(at + mark.size()));
    if (opens && closes) {
      return std::pair(*opens, *closes);
    }
  }
  return std::nullopt;
}

void read_times(const TemplateRow& row, Schedule& schedule) {
  if (const auto span = parse_span(row.line(Field::kOpens)); span && !row.has(Field::kCloses)) {
    schedule.opens = span->first;
    schedule.closes = span->second;
  } else {
    schedule.opens = row.clock(Field::kOpens);
    schedule.closes = row.clock(Field::kCloses);
  }
  if (!schedule.opens && row.has(Field::kOpens)) {
    append_words(schedule.description, row.line(Field::kOpens));
  }
  if (!schedule.closes && row.has(Field::kCloses)) {
    append_words(schedule.description, row.line(Field::kCloses));
  }
  if (schedule.opens && schedule.opens == schedule.closes) {
    schedule.closes.reset();
  }
}

void read_rule(const TemplateRow& row, Schedule& schedule) {
  const RuleWords words{row.line(Field::kDays), row.line(Field::kFrequency)};
  const std::optional<std::string> rule = parse_rule_words(words);
  schedule.rrule = rule.value_or("");
  if (rule && (rule->empty() || is_valid_rrule(*rule))) {
    return;
  }
  const Field field = words.days.empty() ? Field::kFrequency : Field::kDays;
  row.note(
      field, "unusable_rule",
      {"deze dagen zijn niet te lezen, of niet samen met Hoe vaak; ze blijven als toelichting. Typ "
       "bijvoorbeeld dinsdag met elke week, of 2e dinsdag met elke maand.",
       "these days cannot be read, or not together with Hoe vaak; they stay as a remark. Type, "
       "say, "
       "dinsdag with elke week, or 2e dinsdag with elke maand."});
  if (!rule) {
    append_words(schedule.description, words.days);
    append_words(schedule.description, words.frequency);
  }
}

std::vector<Date> read_except(const TemplateRow& row) {
  std::vector<Date> days;
  for (const std::string& written : row.list(Field::kExcept)) {
    if (const std::optional<Date> day = parse_dutch_date(written)) {
      days.push_back(*day);
      continue;
    }
    row.note(Field::kExcept, "unusable_value",
             {"dit zijn geen datums. Typ bijvoorbeeld 24-12-2026; 31-12-2026.",
              "these are no dates. Type, say, 24-12-2026; 31-12-2026."});
  }
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace

Schedule read_template_schedule(const TemplateRow& row) {
  Schedule schedule;
  schedule.description = row.text(Field::kTimeNote);
  read_rule(row, schedule);
  read_times(row, schedule);
  schedule.first_day = row.date(Field::kFirstDay);
  schedule.last_day = row.date(Field::kLastDay);
  schedule.count = row.whole_number(Field::kCount, 1, kMaxCount);
  schedule.except = read_except(row);
  schedule.attendance = attendance_in(row.line(Field::kAttendance));
  if (schedule.attendance.empty() && row.has(Field::kAttendance)) {
    row.note(Field::kAttendance, "unknown_attending_type",
             {"deze manier is onbekend. Typ op locatie, aan huis, telefonisch of online.",
              "this way is unknown. Type op locatie, aan huis, telefonisch or online."});
  }
  const std::string zone = row.line(Field::kZone);
  schedule.zone = zone.find('/') == std::string::npos && zone != "UTC" ? schedule.zone : zone;
  return schedule;
}

void append_words(std::string& text, const std::string& words) {
  const std::string framed = "\n" + text + "\n";
  if (!words.empty() && framed.find("\n" + words + "\n") == std::string::npos) {
    text += (text.empty() ? "" : "\n") + words;
  }
}

}  // namespace kring::catalog::formats
