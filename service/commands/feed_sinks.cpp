#include "service/commands/feed_sinks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/categories.h"

namespace kring::service {
namespace {

using catalog::CoordinateFault;
using catalog::FeedRecord;
using catalog::ImportReport;
using catalog::RecordIssue;

}  // namespace

std::optional<catalog::Problem> describe_coordinates(CoordinateFault fault,
                                                     const std::string& pointer) {
  switch (fault) {
    case CoordinateFault::kNone:
      return std::nullopt;
    case CoordinateFault::kZero:
      return catalog::Problem{"coordinates_zero",
                              pointer,
                              {"De coördinaten zijn nul of bestaan niet; de postcode telt.",
                               "The coordinates are zero or do not exist; the postcode counts."}};
    case CoordinateFault::kSwapped:
      return catalog::Problem{"coordinates_swapped",
                              pointer,
                              {"Breedte en lengte zijn verwisseld; de postcode telt.",
                               "Latitude and longitude are swapped; the postcode counts."}};
    case CoordinateFault::kFarOff:
      return catalog::Problem{"coordinates_far_off",
                              pointer,
                              {"De coördinaten liggen ver van de postcode; de postcode telt.",
                               "The coordinates are far from the postcode; the postcode counts."}};
  }
  return std::nullopt;
}

WatchingSink::WatchingSink(catalog::FeedSink& next, catalog::Places places, std::string label)
    : next_(next), places_(std::move(places)), progress_(std::move(label)) {}

void WatchingSink::add(FeedRecord record) {
  count();
  count_categories(record.activity.tags);
  check_places(record);
  next_.add(std::move(record));
}

void WatchingSink::remove(const std::string& key) {
  count();
  next_.remove(key);
}

void WatchingSink::reject(RecordIssue issue) {
  count();
  next_.reject(std::move(issue));
}

void WatchingSink::warn(RecordIssue issue) {
  next_.warn(std::move(issue));
}

void WatchingSink::fold() {
  count();
  next_.fold();
}

void WatchingSink::wait() {
  count();
  next_.wait();
}

void WatchingSink::count() {
  progress_.show(++read_, 0);
}

void WatchingSink::count_categories(const std::vector<std::string>& tags) {
  for (const std::string& tag : tags) {
    if (catalog::is_understood_tag(tag)) continue;
    if (unmapped_.size() < kMaxCategories || unmapped_.contains(tag)) ++unmapped_[tag];
  }
}

std::vector<catalog::CategoryCount> WatchingSink::unmapped_categories() const {
  std::vector<catalog::CategoryCount> counts;
  for (const auto& [category, count] : unmapped_) {
    counts.push_back({category, count});
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  return counts;
}

void WatchingSink::check_places(const FeedRecord& record) {
  if (places_.rows().empty()) return;
  for (std::size_t index = 0; index < record.activity.sites.size(); ++index) {
    const catalog::Site& site = record.activity.sites[index];
    const catalog::Located located = catalog::locate(site.postcode, site.point, places_);
    if (auto problem =
            describe_coordinates(located.fault, "/sites/" + std::to_string(index) + "/point")) {
      next_.warn({record.key, std::move(*problem)});
    }
  }
}

void CheckingSink::add(FeedRecord record) {
  ++report_.read;
  const bool is_new = added_.insert(record.key).second;
  if (!is_new || removed_.erase(record.key) > 0) ++report_.folded;
}

void CheckingSink::remove(const std::string& key) {
  ++report_.read;
  const bool is_new = removed_.insert(key).second;
  if (!is_new || added_.erase(key) > 0) ++report_.folded;
}

void CheckingSink::reject(RecordIssue issue) {
  ++report_.read;
  report_.rejected.add(std::move(issue));
}

void CheckingSink::warn(RecordIssue issue) {
  report_.warnings.add(std::move(issue));
}

void CheckingSink::fold() {
  ++report_.read;
  ++report_.folded;
}

void CheckingSink::wait() {
  ++report_.read;
  ++report_.waiting;
}

ImportReport CheckingSink::finish(const std::string& source) {
  report_.source = source;
  report_.added = added_.size();
  return std::move(report_);
}

}  // namespace kring::service
