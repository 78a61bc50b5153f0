#include "catalog/activity.h"

#include <array>

namespace kring::catalog {
namespace {

constexpr std::array<std::string_view, 4> kAttendanceNames = {"in_person", "home_visit", "phone",
                                                              "online"};
constexpr std::array<std::string_view, 5> kGroupSizeNames = {
    "one_to_one", "small_group", "open_group", "large_event", "service"};
constexpr std::array<std::string_view, 4> kStatusNames = {"active", "inactive", "defunct",
                                                          "temporarily closed"};

constexpr std::array<std::string_view, 6> kReferralNames = {"",       "none",     "registration",
                                                            "intake", "referral", "indication"};
constexpr std::array<std::string_view, 7> kRecurrenceNames = {
    "", "weekly", "fortnightly", "monthly", "irregular", "one_off", "continuous"};

template <class Enum, std::size_t kCount>
std::optional<Enum> find_name(const std::array<std::string_view, kCount>& names,
                              std::string_view name) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Attendance form) {
  return kAttendanceNames[static_cast<std::size_t>(form)];
}
std::string_view name_of(GroupSize size) {
  return kGroupSizeNames[static_cast<std::size_t>(size)];
}
std::string_view name_of(Status status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::string_view name_of(Referral referral) {
  return kReferralNames[static_cast<std::size_t>(referral)];
}
std::string_view name_of(Recurrence recurrence) {
  return kRecurrenceNames[static_cast<std::size_t>(recurrence)];
}

std::optional<Attendance> find_attendance(std::string_view name) {
  return find_name<Attendance>(kAttendanceNames, name);
}
std::optional<GroupSize> find_group_size(std::string_view name) {
  return find_name<GroupSize>(kGroupSizeNames, name);
}
std::optional<Status> find_status(std::string_view name) {
  return find_name<Status>(kStatusNames, name);
}

std::optional<Referral> find_referral(std::string_view name) {
  return find_name<Referral>(kReferralNames, name);
}
std::optional<Recurrence> find_recurrence(std::string_view name) {
  return find_name<Recurrence>(kRecurrenceNames, name);
}

std::vector<Attendance> forms_of(AttendanceSet set) {
  std::vector<Attendance> forms;
  for (int i = 0; i < kAttendanceCount; ++i) {
    if (set.has(static_cast<Attendance>(i))) forms.push_back(static_cast<Attendance>(i));
  }
  return forms;
}

const std::vector<Schedule>& schedules_at(const Activity& activity, const Site& site) {
  return site.schedules.empty() ? activity.schedules : site.schedules;
}

}  // namespace kring::catalog
