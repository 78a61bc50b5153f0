#include "catalog/schedule/activity_calendar.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kring::catalog {

namespace {

void append(std::string& text, std::string_view separator, const std::string& more) {
  if (!more.empty()) {
    text += (text.empty() ? std::string() : std::string(separator)) + more;
  }
}

std::string address_of(const Site& site) {
  std::string address;
  append(address, ", ", site.name);
  append(address, ", ", site.street);
  std::string town;
  append(town, " ", site.postcode);
  append(town, " ", site.city);
  append(address, ", ", town);
  return address;
}

/// What it is, what to know first, how to reach it, and from whom it comes.
std::string description_of(const Activity& activity,
                           const Schedule& schedule,
                           const SourceTerms& terms) {
  std::string text;
  append(text, "\n\n", activity.alert);
  append(text, "\n\n", activity.description);
  append(text, "\n\n", schedule.description);
  append(text, "\n\n", activity.organization.name);
  for (const Phone& phone : activity.phones) {
    append(text, "\n", phone.number);
  }
  append(text, "\n", activity.email);
  append(text, "\n\n", terms.attribution);
  append(text, terms.attribution.empty() ? "\n\n" : "\n", terms.licence);
  return text;
}

EntryState state_of(const Activity& activity) {
  if (activity.status == Status::kActive) {
    return EntryState::kConfirmed;
  }
  return activity.status == Status::kTemporarilyClosed ? EntryState::kTentative
                                                       : EntryState::kCancelled;
}

/// The common part of all series of an activity.
CalendarSeries make_series(const Activity& activity, const CalendarStamp& stamp) {
  CalendarSeries series;
  series.sequence = stamp.sequence;
  series.stamped = activity.modified_on.value_or(stamp.day);
  series.state = state_of(activity);
  series.summary = activity.name;
  series.url = activity.url;
  series.categories = activity.tags;
  return series;
}

/// Gathers the series of one activity and numbers them.
class SeriesList {
 public:
  SeriesList(const Activity& activity, const CalendarStamp& stamp, const SourceTerms& terms)
      : activity_(activity), terms_(terms), common_(make_series(activity, stamp)) {}

  void add(const std::vector<Schedule>& schedules, const Site& site) {
    for (const Schedule& schedule : schedules) {
      const std::string number = all_.empty() ? "" : "-" + std::to_string(all_.size() + 1);
      CalendarSeries series = common_;
      series.uid = activity_.id.value + number + "@kring.invalid";
      series.schedule = schedule;
      series.description = description_of(activity_, schedule, terms_);
      series.location = address_of(site);
      series.point = site.point;
      series.url = series.url.empty() ? site.url : series.url;
      all_.push_back(std::move(series));
    }
  }

  std::vector<CalendarSeries> all() && { return std::move(all_); }

 private:
  const Activity& activity_;
  const SourceTerms& terms_;
  CalendarSeries common_;
  std::vector<CalendarSeries> all_;
};

}  // namespace

std::vector<CalendarSeries> calendar_of(const Activity& activity,
                                        const CalendarStamp& stamp,
                                        const SourceTerms& terms) {
  SeriesList list(activity, stamp, terms);
  for (const Site& site : activity.sites) {
    list.add(schedules_at(activity, site), site);
  }
  if (activity.sites.empty()) {
    list.add(activity.schedules, Site{});
  }
  return std::move(list).all();
}

}  // namespace kring::catalog
