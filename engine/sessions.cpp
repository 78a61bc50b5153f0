#include "engine/sessions.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace kring::engine {
namespace {

constexpr int kMinutesInDay = 1440;
constexpr catalog::Minutes kLongEnough{90};  // of a walk-in: makes the journey worth it
constexpr catalog::Minutes kQuickVisit{30};  // at a desk, or on the telephone

int overlap(const std::vector<Span>& spans, int from, int to) {
  int minutes = 0;
  for (const Span& span : spans) {
    minutes += std::max(0, std::min(span.to, to) - std::max(span.from, from));
  }
  return minutes;
}

// Minutes of the meeting that fall in `week`, past midnight too.
int minutes_within(const Week& week, const Meeting& meeting) {
  const auto day = static_cast<std::size_t>(catalog::weekday_index(meeting.day));
  const int from = meeting.starts.value;
  const int to = from + std::max(1, meeting.lasts.value);
  return overlap(week[day], from, to)
         + overlap(week[(day + 1) % week.size()], from - kMinutesInDay, to - kMinutesInDay);
}

// A desk is visited with a question, and a helpline is called: nobody stays for all of its hours.
catalog::Minutes enough_of(const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  const std::uint8_t size = at.features().group_size[at.activity];
  const bool is_desk = size == static_cast<std::uint8_t>(catalog::GroupSize::kService);
  const bool is_call =
      size == static_cast<std::uint8_t>(catalog::GroupSize::kOneToOne)
      && (forms.has(catalog::Attendance::kPhone) || forms.has(catalog::Attendance::kOnline))
      && !forms.has(catalog::Attendance::kInPerson) && !forms.has(catalog::Attendance::kHomeVisit);
  return is_desk || is_call ? kQuickVisit : kLongEnough;
}

std::string format_start(const Meeting& meeting) {
  const int offset = std::abs(meeting.offset.value);
  return fmt::format("{}T{}:00{}{:02}:{:02}", catalog::format_date(meeting.day),
                     catalog::format_time_of_day(meeting.starts),
                     meeting.offset.value < 0 ? '-' : '+', offset / 60, offset % 60);
}

}  // namespace

std::vector<Meeting> meetings_of(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const catalog::Date from = asked.snapshot.manifest().sessions_from;
  const auto first = static_cast<std::int64_t>((asked.date - from).count()) * kMinutesInDay;
  const std::int64_t last = first + std::int64_t{kHorizonDays} * kMinutesInDay;
  const catalog::Minutes enough = enough_of(at);
  std::vector<Meeting> meetings;
  for (std::uint32_t i = features.session_begin[at.row];
       i < features.session_begin[at.row + std::size_t{1}]; ++i) {
    const std::int64_t start = features.session_start[i];
    if (start < first || start >= last) continue;
    meetings.push_back({from + std::chrono::days{start / kMinutesInDay},
                        {static_cast<int>(start % kMinutesInDay)},
                        {features.session_minutes[i]},
                        {features.session_offset[i]},
                        enough});
  }
  return meetings;
}

bool is_free(const Week& free, const Meeting& meeting) {
  const int wanted = std::min(std::max(1, meeting.lasts.value), meeting.enough.value);
  return minutes_within(free, meeting) >= wanted;
}

bool is_avoided(const Week& avoided, const Meeting& meeting) {
  return 2 * minutes_within(avoided, meeting) > meeting.lasts.value;
}

bool suits(const Asked& asked, const Meeting& meeting) {
  const bool fits = !asked.free || is_free(*asked.free, meeting);
  return fits && !(asked.avoids_hours && is_avoided(asked.avoided_hours, meeting));
}

std::optional<Meeting> find_next(const Asked& asked, const SiteAt& at) {
  for (const Meeting& meeting : meetings_of(asked, at)) {
    if (suits(asked, meeting)) return meeting;
  }
  return std::nullopt;
}

std::vector<std::string> first_starts(const Asked& asked, const SiteAt& at, std::size_t most) {
  std::vector<std::string> starts;
  for (const Meeting& meeting : meetings_of(asked, at)) {
    if (starts.size() == most) break;
    if (suits(asked, meeting)) starts.push_back(format_start(meeting));
  }
  return starts;
}

}  // namespace kring::engine
