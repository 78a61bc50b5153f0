#include "engine/owner_tasks.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "indexer/language/analysis.h"
#include "indexer/language/areas.h"

namespace kring::engine {
namespace {

using catalog::Attendance;
using catalog::Text;
using UnknownGates = std::bitset<kGateCount>;

constexpr std::int32_t kStaleDays = 365;  // as the gate not_live has it

struct Task {
  Gate gate = Gate::kNotLive;
  Text text;
  const char* field = "";  // of the HSDS record
};

const std::array<Task, 8>& tasks() {
  static const std::array<Task, 8> kTasks = {{
      {Gate::kNotLive,
       {"Kijk na of dit nog klopt.", "Check whether this still holds."},
       "/assured_date"},
      {Gate::kArea,
       {"Noem de gemeenten of dorpen.", "Name the municipalities or villages."},
       "/service_areas"},
      {Gate::kTravel,
       {"Geef het adres met de postcode.", "Give the address with its postcode."},
       "/service_at_locations"},
      {Gate::kLanguage, {"Noem de talen.", "Name the languages."}, "/languages"},
      {Gate::kReferral,
       {"Zeg hoe men zich aanmeldt en of een verwijzing nodig is.",
        "Say how one signs up and whether a referral is needed."},
       "/application_process"},
      {Gate::kAccess,
       {"Beschrijf ingang, toilet en rust van de plek.",
        "Describe entrance, toilet and noise of the place."},
       "/service_at_locations/0/location/accessibility"},
      {Gate::kCost,
       {"Zeg wat het kost, ook als het gratis is.", "Say what it costs, free too."},
       "/cost_options"},
      {Gate::kTime, {"Geef dagen en tijden.", "Give days and hours."}, "/schedules"},
  }};
  return kTasks;
}

void set(Gate gate, UnknownGates& unknown) {
  unknown.set(static_cast<std::size_t>(gate));
}

bool has_unclear_area(const indexer::FeatureColumns& features, std::uint32_t number) {
  for (std::uint32_t i = features.area_begin[number]; i < features.area_begin[number + 1]; ++i) {
    if (features.area_kind[i] == static_cast<std::uint8_t>(indexer::AreaKind::kUnclear))
      return true;
  }
  return false;
}

void add_of_sites(const indexer::FeatureColumns& features,
                  std::uint32_t number,
                  UnknownGates& unknown) {
  for (std::uint32_t row = features.site_begin[number]; row < features.site_begin[number + 1];
       ++row) {
    const catalog::AttendanceSet forms{features.attendance[row]};
    if (!forms.has(Attendance::kInPerson)) continue;
    if (features.latitude[row] == indexer::kNoNumber) set(Gate::kTravel, unknown);
    if (features.access_yes[row] == 0 && features.access_no[row] == 0) set(Gate::kAccess, unknown);
    if (features.has_schedule[row] == 0) set(Gate::kTime, unknown);
  }
}

// What is over needs no more facts.
UnknownGates unknown_of(const indexer::FeatureColumns& features,
                        std::uint32_t number,
                        catalog::Date date) {
  UnknownGates unknown;
  const auto today = static_cast<std::int32_t>(date.time_since_epoch().count());
  const std::int32_t last_day = features.last_day[number];
  const bool has_ended = last_day != indexer::kNoNumber && last_day < today;
  if (has_ended || features.live[number] == static_cast<std::uint8_t>(catalog::Answer::kNo))
    return unknown;
  const std::int32_t verified = features.verified[number];
  if (verified == indexer::kNoNumber || today - verified > kStaleDays) set(Gate::kNotLive, unknown);
  if (has_unclear_area(features, number)) set(Gate::kArea, unknown);
  if (features.language_begin[number] == features.language_begin[number + 1])
    set(Gate::kLanguage, unknown);
  if (features.referral[number] == static_cast<std::uint8_t>(catalog::Referral::kUnknown))
    set(Gate::kReferral, unknown);
  if (features.cost[number] == indexer::kNoNumber) set(Gate::kCost, unknown);
  add_of_sites(features, number, unknown);
  return unknown;
}

void count(const UnknownGates& unknown, std::map<Gate, int>& counts) {
  for (const Task& task : tasks()) {
    if (unknown.test(static_cast<std::size_t>(task.gate))) ++counts[task.gate];
  }
}

OwnerTask make_task(const indexer::Segment& segment,
                    std::uint32_t number,
                    const UnknownGates& unknown) {
  OwnerTask task{{std::string(segment.id(number))},
                 indexer::Snapshot::record({&segment, number}).activity.name,
                 {}};
  for (const Task& entry : tasks()) {
    if (unknown.test(static_cast<std::size_t>(entry.gate)))
      task.facts.push_back(missing_fact(entry.gate));
  }
  return task;
}

}  // namespace

MissingFact missing_fact(Gate gate) {
  const auto task = std::find_if(tasks().begin(), tasks().end(),
                                 [gate](const Task& entry) { return entry.gate == gate; });
  assert(task != tasks().end());
  return {task->text, task->gate, task->field};
}

std::map<Gate, int> count_unknown(const indexer::Snapshot& snapshot, catalog::Date date) {
  std::map<Gate, int> counts;
  for (const auto& segment : snapshot.segments()) {
    for (std::uint32_t number = 0; number < segment->count(); ++number) {
      if (!segment->is_dead(number)) count(unknown_of(segment->features(), number, date), counts);
    }
  }
  return counts;
}

std::vector<OwnerTask> list_owner_tasks(const indexer::Snapshot& snapshot,
                                        catalog::Date date,
                                        std::string_view organization) {
  const std::uint64_t hash = indexer::name_hash_of(organization);
  std::vector<OwnerTask> list;
  for (const auto& segment : snapshot.segments()) {
    const indexer::FeatureColumns& features = segment->features();
    for (std::uint32_t number = 0; number < segment->count(); ++number) {
      const bool is_theirs =
          features.organization[number] == hash || features.organization_id[number] == hash;
      if (!is_theirs || segment->is_dead(number)) continue;
      const UnknownGates unknown = unknown_of(features, number, date);
      if (unknown.any()) list.push_back(make_task(*segment, number, unknown));
    }
  }
  std::sort(list.begin(), list.end(),
            [](const OwnerTask& a, const OwnerTask& b) { return a.id < b.id; });
  return list;
}

}  // namespace kring::engine
