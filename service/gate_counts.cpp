#include "service/gate_counts.h"

#include <fmt/format.h>

#include "service/metric_text.h"

namespace kring::service {
namespace {

constexpr Metric kMatches = {"kring_gate_matches_total",
                             "Matches in which the gate removed an activity; told in tens.",
                             "counter"};
constexpr Metric kActivities = {"kring_gate_removed_total",
                                "Activities that the gate removed in those matches.", "counter"};

}  // namespace

void GateCounts::note(const std::map<engine::Gate, int>& excluded) {
  const std::lock_guard lock(mutex_);
  for (const auto& [gate, activities] : excluded) {
    auto& [told, kept] = cells_[gate];
    ++kept.matches;
    kept.activities += activities;
    if (kept.matches < kGateCell) continue;
    told.matches += kept.matches;
    told.activities += kept.activities;
    kept = {};
  }
}

std::string GateCounts::write() const {
  const std::lock_guard lock(mutex_);
  std::string matches = describe_metric(kMatches);
  std::string activities = describe_metric(kActivities);
  for (const auto& [gate, cell] : cells_) {
    if (cell.told.matches == 0) continue;
    const std::string label = fmt::format("{{gate=\"{}\"}}", engine::name_of(gate));
    matches += fmt::format("{}{} {}\n", kMatches.name, label, cell.told.matches);
    activities += fmt::format("{}{} {}\n", kActivities.name, label, cell.told.activities);
  }
  return matches + activities;
}

}  // namespace kring::service
