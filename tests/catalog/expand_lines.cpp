// Which sessions and which calendar does a schedule give? For tests in other languages.
//
// Reads an activity a line from standard input, as the catalogue keeps it, with "from" and "to";
// writes a line for each: {"sessions": ["2026-01-06T10:00+01:00/11:30"], "calendar": "BEGIN:…"}.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catalog/activity_json.h"
#include "catalog/schedule/activity_calendar.h"
#include "catalog/schedule/expand.h"

namespace kring::tests {
namespace {

using catalog::Json;
using catalog::Session;

constexpr int kMinutesPerHour = 60;

std::string time_of(int minutes) {
  return catalog::format_time_of_day(catalog::Minutes{minutes % (24 * kMinutesPerHour)});
}

std::string text_of(const Session& session) {
  const int offset = session.utc_offset.value;
  return fmt::format("{}T{}{}{:02}:{:02}/{}", catalog::format_date(session.day),
                     time_of(session.starts.value), offset < 0 ? '-' : '+',
                     std::abs(offset) / kMinutesPerHour, std::abs(offset) % kMinutesPerHour,
                     time_of(session.ends.value));
}

catalog::Date date_of(const Json& request, const char* name) {
  return catalog::parse_date(request[name].string().value_or("")).value();
}

Json answer(const Json& request) {
  const catalog::Activity activity = catalog::activity_from_json(request);
  Json::Array sessions;
  for (const catalog::Schedule& schedule : activity.schedules) {
    for (const Session& session :
         catalog::expand(schedule, date_of(request, "from"), date_of(request, "to"))) {
      sessions.emplace_back(text_of(session));
    }
  }
  Json json{Json::Object{}};
  json.set("sessions", std::move(sessions));
  json.set("calendar", catalog::write_calendar(
                           catalog::calendar_of(activity, {date_of(request, "from"), 1}, {})));
  return json;
}

}  // namespace
}  // namespace kring::tests

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto request = kring::catalog::parse_json(line);
    if (!request) {
      std::cerr << request.error().front().text.en << "\n";
      return 1;
    }
    std::cout << write_json(kring::tests::answer(*request)) << "\n";
  }
  return 0;
}
