// Is any recurrence rule expanded, within its bounds, or left alone?
//
// The bytes are a rule, its first day, its last day and a zone, between kFieldSeparators.

#include <algorithm>

#include "catalog/schedule/expand.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const std::vector<std::string_view> fields = split_fields(bytes, 4);
  catalog::Schedule schedule;
  schedule.rrule = fields[0];
  schedule.first_day = catalog::parse_date(fields[1]);
  schedule.last_day = catalog::parse_date(fields[2]);
  schedule.zone = fields[3];
  schedule.opens = catalog::Minutes{20 * 60};
  schedule.closes = catalog::Minutes{22 * 60};
  const catalog::Date from = *catalog::parse_date("2026-11-25");
  const catalog::Date to = from + std::chrono::days(90);
  const std::vector<catalog::Session> sessions = catalog::expand(schedule, from, to);
  expect(sessions.size() <= catalog::kMaxSessions, "no schedule has more than kMaxSessions");
  expect(std::is_sorted(sessions.begin(), sessions.end()), "sessions stand in order");
  for (const catalog::Session& session : sessions) {
    expect(session.day >= from && session.day <= to, "a session lies within the days asked for");
  }
  static_cast<void>(catalog::is_valid_rrule(fields[0]));
}

}  // namespace kring::fuzz
