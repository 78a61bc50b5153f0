#include "catalog/formats/hsds_old_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "catalog/formats/hsds_tables.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxClosedDays = 100;  ///< of one holiday; longer is a season or a slip of the pen

/// "MO" of "Monday", "MO" and "1".
std::optional<std::string> weekday_of(std::string_view word) {
  static constexpr std::array kNumbered = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  if (word.size() == 1 && word[0] >= '1' && word[0] <= '7') {
    return kNumbered.at(static_cast<std::size_t>(word[0] - '1'));
  }
  return weekday_in(word);
}

void renew_schedule(Json& row) {
  const std::optional<std::string_view> days = row["byday"].string();
  if (!days) {
    return;
  }
  if (const std::optional<std::string> day = weekday_of(trim(*days))) {
    row.set("byday", *day);
  }
  if (row.find("freq") == nullptr) {
    row.set("freq", "WEEKLY");
  }
}

void split_lists(std::string_view table, Json& row) {
  Json::Object renewed;
  for (const auto& [name, value] : row.object()) {
    const SplitColumn* split = find_split_column(table, name);
    if (split == nullptr || !value.is_string()) {
      renewed.emplace_back(name, value);
      continue;
    }
    Json::Array list;
    for (std::string& part : split_cell(*value.string())) {
      list.emplace_back(Json::Object{{std::string(split->member), std::move(part)}});
    }
    renewed.emplace_back(split->list, std::move(list));
  }
  row = Json(std::move(renewed));
}

bool is_true(const Json& value) {
  const std::string word = lower_case(trim(value.string().value_or("")));
  return word == "true" || word == "1" || word == "yes" || word == "t" || value == Json(true);
}

/// Closed days of one holiday; none where it has no proper dates.
std::vector<Date> closed_days(const Json& holiday) {
  std::vector<Date> days;
  const auto first = parse_date(trim(holiday["start_date"].string().value_or("")));
  const auto last = parse_date(trim(holiday["end_date"].string().value_or("")));
  if (!is_true(holiday["closed"]) || !first) {
    return days;
  }
  const Date end = last.value_or(*first);
  for (Date day = *first; day <= end && days.size() < kMaxClosedDays;
       day = day + std::chrono::days(1)) {
    days.push_back(day);
  }
  return days;
}

void exclude(const std::vector<Date>& days, std::vector<Schedule>& schedules) {
  for (Schedule& schedule : schedules) {
    schedule.except.insert(schedule.except.end(), days.begin(), days.end());
    std::sort(schedule.except.begin(), schedule.except.end());
    schedule.except.erase(std::unique(schedule.except.begin(), schedule.except.end()),
                          schedule.except.end());
  }
}

std::vector<Date> closed_days_of(const Json& owner) {
  std::vector<Date> days;
  for (const Json& holiday : owner["holiday_schedules"].array()) {
    const std::vector<Date> more = closed_days(holiday);
    days.insert(days.end(), more.begin(), more.end());
  }
  return days;
}

}  // namespace

std::vector<std::string> split_cell(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of(",;"), cell.size());
    const std::string_view part = trim(cell.substr(0, end));
    if (!part.empty()) {
      parts.emplace_back(part);
    }
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

void renew_row(std::string_view table, Json& row) {
  split_lists(table, row);
  if (table == "schedule") {
    renew_schedule(row);
  }
  if (table == "location" && row.find("location_type") == nullptr && is_true(row["virtual"])) {
    row.set("location_type", "virtual");
  }
}

void renew_service(Json& service) {
  if (service.find("eligibility_description") != nullptr) {
    return;
  }
  std::string rules;
  for (const Json& rule : service["eligibility_rules"].array()) {
    const std::string_view text = rule["eligibility"].string().value_or("");
    rules += (rules.empty() || text.empty() ? "" : "; ") + std::string(text);
  }
  if (!rules.empty()) {
    service.set("eligibility_description", rules);
  }
}

void close_on_holidays(const Fields& service, Activity& activity) {
  exclude(closed_days_of(service.json()), activity.schedules);
  const Json::Array& links = service.json()["service_at_locations"].array();
  for (std::size_t index = 0; index < links.size() && index < activity.sites.size(); ++index) {
    std::vector<Date> days = closed_days_of(links[index]);
    const std::vector<Date> of_place = closed_days_of(links[index]["location"]);
    days.insert(days.end(), of_place.begin(), of_place.end());
    exclude(days, activity.sites[index].schedules);
  }
}

}  // namespace kring::catalog::formats
