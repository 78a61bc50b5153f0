// What is an activity?
//
// The normalised form of one HSDS service, whatever feed it came from: what the record says, no
// more. What is only understood from its text is an Annotation (indexer/language/annotation.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"

namespace kring::catalog {

/// How one takes part.
enum class Attendance : std::uint8_t {
  kInPerson,
  kHomeVisit,
  kPhone,
  kOnline,
};
inline constexpr int kAttendanceCount = 4;

/// A set of Attendance; empty means not known.
struct AttendanceSet {
  std::uint8_t bits = 0;

  [[nodiscard]] bool has(Attendance form) const {
    return (bits & (1U << static_cast<unsigned>(form))) != 0;
  }
  void add(Attendance form) {
    bits = static_cast<std::uint8_t>(bits | (1U << static_cast<unsigned>(form)));
  }
  [[nodiscard]] bool empty() const { return bits == 0; }
  bool operator==(const AttendanceSet&) const = default;
};

enum class GroupSize : std::uint8_t {
  kOneToOne,
  kSmallGroup,  ///< about twelve at most, the same faces
  kOpenGroup,
  kLargeEvent,
  kService,  ///< help or advice rather than a meeting
};

/// How one gets in, from light to heavy.
enum class Referral : std::uint8_t {
  kUnknown,
  kNone,          ///< walk in
  kRegistration,  ///< sign up
  kIntake,        ///< a talk first, or criteria
  kReferral,      ///< a professional sends
  kIndication,    ///< Wmo or like
};

/// How often one meets.
enum class Recurrence : std::uint8_t {
  kUnknown,
  kWeekly,
  kFortnightly,
  kMonthly,
  kIrregular,
  kOneOff,
  kContinuous,  ///< opening hours, on demand
};

/// HSDS service status.
enum class Status : std::uint8_t {
  kActive,
  kInactive,
  kDefunct,
  kTemporarilyClosed,
};

struct Phone {
  std::string number;
  std::string description;  ///< when it is answered, say; "" where nothing is said
  bool operator==(const Phone&) const = default;
};

struct Organization {
  std::string id;    ///< as in the source; "" where it has none
  std::string name;  ///< "" where the source names none
  std::string description;
  std::string email;
  std::string url;
  bool operator==(const Organization&) const = default;
};

/// A meeting that the rule does not give: a day more (RDATE), one that was moved there, or other
/// hours on one day, which is then one of `except` too.
struct AddedSession {
  Date day;
  std::optional<Minutes> opens;   ///< local time of day; absent: as the schedule's, with its end
  std::optional<Minutes> closes;  ///< local time of day; not after `opens` means past midnight
  auto operator<=>(const AddedSession&) const = default;  // NOLINT(*-use-nullptr): see quantity.h
};

/// When it happens, as RFC 5545 in an IANA zone. Absent facts stay absent.
struct Schedule {
  std::string rrule;  ///< "FREQ=WEEKLY;INTERVAL=1;BYDAY=WE" without UNTIL; "" for one session
  std::optional<Date> first_day;    ///< DTSTART's day
  std::optional<Date> last_day;     ///< UNTIL or end of validity, the earlier; inclusive
  std::optional<int> count;         ///< COUNT, >= 1
  std::optional<Minutes> opens;     ///< local time of day
  std::optional<Minutes> closes;    ///< local time of day; not after `opens` means past midnight
  std::vector<Date> except;         ///< EXDATE: days that the rule gives in vain; ascending
  std::vector<AddedSession> added;  ///< beside the rule, whatever `except` says; ascending
  std::string zone = "Europe/Amsterdam";
  AttendanceSet attendance;  ///< as this schedule states it; empty where it does not
  std::string description;   ///< what the record adds in words ("niet in schoolvakanties")
  bool operator==(const Schedule&) const = default;
};

/// One place where it happens. Times, journey and access belong to a site, never to the activity at
/// large.
struct Site {
  std::string key;   ///< the source's id of the place, or ""
  std::string name;  ///< venue
  std::string street;
  std::string postcode;  ///< as written
  std::string city;
  std::string municipality;    ///< where the source states it
  std::string country;         ///< ISO 3166-1 alpha-2, or ""
  std::optional<Point> point;  ///< as the source gives it, unchecked (places.h checks it)
  std::string url;             ///< of a virtual place
  std::string transportation;
  std::vector<std::string> accessibility;  ///< sentences of the record
  std::vector<Schedule> schedules;         ///< of this site alone
  AttendanceSet
      attendance;  ///< what the kind of place says (virtual: online or phone); empty: nothing
  bool operator==(const Site&) const = default;
};

/// An area that is served, by its name as written.
struct ServiceArea {
  std::string name;
  std::string extent;  ///< "Gemeente", "Wijk of dorp", "Landelijk" …, as written
  bool operator==(const ServiceArea&) const = default;
};

struct CostOption {
  std::optional<Cents> amount;  ///< absent where the record has only words
  std::string currency;         ///< ISO 4217, "" where not said
  std::string option;           ///< "per keer", "leden", …, as written
  bool operator==(const CostOption&) const = default;
};

struct Activity {
  ActivityId id;
  std::string name;
  std::string description;
  std::string url;
  std::string email;
  std::vector<Phone> phones;
  Organization organization;
  Status status = Status::kActive;
  std::string alert;  ///< "VOL tot maart 2027"
  std::vector<Site> sites;
  std::vector<Schedule>
      schedules;  ///< of the activity; they hold at every site that has none of its own
  std::vector<ServiceArea> areas;
  std::vector<CostOption> costs;
  std::string fees_description;
  std::optional<int> min_age;  ///< whole years
  std::optional<int> max_age;  ///< whole years, inclusive
  std::string eligibility_description;
  std::vector<std::string> languages;  ///< BCP 47, lower case; empty: nothing said
  std::vector<std::string> tags;       ///< the owner's own words
  std::string application_process;
  std::string wait_time;            ///< as written
  std::optional<Date> verified_on;  ///< HSDS assured_date
  std::optional<Date> modified_on;  ///< last_modified
  bool operator==(const Activity&) const = default;
};

/// Names as in CONTRACT ("in_person", "small_group", "active"); the reverse is absent for an
/// unknown name.
std::string_view name_of(Attendance form);
std::string_view name_of(GroupSize size);
std::string_view name_of(Status status);
std::string_view name_of(Referral referral);      ///< "" for kUnknown
std::string_view name_of(Recurrence recurrence);  ///< "" for kUnknown
std::optional<Attendance> find_attendance(std::string_view name);
std::optional<GroupSize> find_group_size(std::string_view name);
std::optional<Status> find_status(std::string_view name);
std::optional<Referral> find_referral(std::string_view name);
std::optional<Recurrence> find_recurrence(std::string_view name);

/// The attendance forms of `set`, in the enum's order.
std::vector<Attendance> forms_of(AttendanceSet set);

/// The schedules that hold at `site`: its own, else the activity's.
const std::vector<Schedule>& schedules_at(const Activity& activity, const Site& site);

}  // namespace kring::catalog
