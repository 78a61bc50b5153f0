#include "indexer/feature_rows.h"

#include <algorithm>
#include <limits>

#include "catalog/version.h"
#include "indexer/language/call_hours.h"
#include "indexer/offers.h"
#include "indexer/open_sessions.h"

namespace kring::indexer {
namespace {

using catalog::Activity;
using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::Site;

constexpr int kMinutesInDay = 1440;
constexpr std::size_t kConceptsInWord = 64;

std::uint8_t pack_age(const std::optional<int>& age) {
  return age ? static_cast<std::uint8_t>(std::clamp(*age, 0, 254)) : kNoByte;
}

std::int32_t pack_day(const std::optional<catalog::Date>& day) {
  return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : kNoNumber;
}

void append_concepts(const Annotation& annotation, FeatureTable& table) {
  std::uint64_t strong[2] = {0, 0};
  std::uint64_t weak[2] = {0, 0};
  for (const FoundConcept& found : annotation.concepts) {
    auto& words = found.strength == Strength::kStrong ? strong : weak;
    words[found.number / kConceptsInWord] |= std::uint64_t{1} << (found.number % kConceptsInWord);
  }
  table.strong_low.push_back(strong[0]);
  table.strong_high.push_back(strong[1]);
  table.weak_low.push_back(weak[0]);
  table.weak_high.push_back(weak[1]);
  table.kinds.push_back(annotation.kinds);
}

std::uint8_t pack_remarks(const std::vector<FoundRemark>& remarks) {
  unsigned bits = 0;
  for (const FoundRemark& found : remarks) {
    bits |= 1U << static_cast<unsigned>(found.remark);
  }
  return static_cast<std::uint8_t>(bits);
}

std::uint8_t pack_doubts(const std::vector<FoundDoubt>& doubts) {
  unsigned bits = 0;
  for (const FoundDoubt& found : doubts) {
    bits |= 1U << static_cast<unsigned>(found.doubt);
  }
  return static_cast<std::uint8_t>(bits);
}

void append_facts(const Activity& activity, const Annotation& annotation, FeatureTable& table) {
  table.live.push_back(static_cast<std::uint8_t>(annotation.live));
  table.last_day.push_back(pack_day(annotation.last_day));
  table.min_age.push_back(pack_age(annotation.min_age));
  table.max_age.push_back(pack_age(annotation.max_age));
  table.group_size.push_back(
      annotation.group_size ? static_cast<std::uint8_t>(*annotation.group_size) : kNoByte);
  table.cost.push_back(
      annotation.cost_per_session ? static_cast<std::int32_t>(std::min<std::int64_t>(
          annotation.cost_per_session->value, std::numeric_limits<std::int32_t>::max()))
                                  : kNoNumber);
  table.waiting.push_back(annotation.waiting_weeks.value_or(kNoNumber));
  table.referral.push_back(static_cast<std::uint8_t>(stated_referral(annotation)));
  table.gender.push_back(static_cast<std::uint8_t>(annotation.gender));
  table.recurrence.push_back(static_cast<std::uint8_t>(annotation.recurrence));
  table.remarks.push_back(pack_remarks(annotation.remarks));
  table.doubts.push_back(pack_doubts(annotation.doubts));
  table.verified.push_back(pack_day(activity.verified_on));
  unsigned flags = annotation.is_only_for_residents ? kOnlyForResidents : 0U;
  if (annotation.is_crisis_service) flags |= kCrisisService;
  table.flags.push_back(static_cast<std::uint8_t>(flags));
}

void append_names(const Record& record, FeatureTable& table) {
  const Activity& activity = record.activity;
  if (record.representative != activity.id) table.flags.back() |= kRepresented;
  table.fold_key.push_back(catalog::hash_of(record.representative.value));
  table.organization.push_back(name_hash_of(activity.organization.name));
  table.organization_id.push_back(name_hash_of(activity.organization.id));
}

void append_lists(const Activity& activity,
                  const Annotation& annotation,
                  const RowContext& context,
                  FeatureTable& table) {
  for (const Area& area : context.areas.areas_of(activity, annotation.told_areas)) {
    table.area_hash.push_back(area.hash);
    table.area_kind.push_back(static_cast<std::uint8_t>(area.kind));
  }
  table.area_begin.push_back(static_cast<std::uint32_t>(table.area_hash.size()));
  for (const std::string& tag : annotation.languages) {
    table.language.push_back(pack_language(tag));
  }
  table.language_begin.push_back(static_cast<std::uint32_t>(table.language.size()));
}

void append_sessions(const std::vector<catalog::Session>& sessions,
                     catalog::Date from,
                     FeatureTable& table) {
  for (const catalog::Session& session : sessions) {
    const auto day = static_cast<int>((session.day - from).count());
    table.session_start.push_back(
        static_cast<std::uint32_t>(day * kMinutesInDay + session.starts.value));
    table.session_minutes.push_back(
        static_cast<std::uint16_t>(session.ends.value - session.starts.value));
    table.session_offset.push_back(static_cast<std::int16_t>(session.utc_offset.value));
  }
  table.session_begin.push_back(static_cast<std::uint32_t>(table.session_start.size()));
}

/// `site`: null where the activity has none.
void append_open_sessions(const Activity& activity,
                          const Annotation& annotation,
                          const Site* site,
                          const RowContext& context,
                          FeatureTable& table) {
  const OpenSessions open(activity, annotation.told_hours, context.annotator.analyser(),
                          context.places);
  const catalog::Date from = context.sessions_from;
  const catalog::Date to = from + std::chrono::days{kSessionDaysBefore + kSessionDaysAfter};
  append_sessions(open.find(site, from, to), from, table);
}

void append_access(const AccessFacts& facts, FeatureTable& table) {
  unsigned yes = 0;
  unsigned no = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i] == catalog::Answer::kYes) yes |= 1U << i;
    if (facts[i] == catalog::Answer::kNo) no |= 1U << i;
  }
  table.access_yes.push_back(static_cast<std::uint8_t>(yes));
  table.access_no.push_back(static_cast<std::uint8_t>(no));
}

void append_point(const Site& site, const RowContext& context, FeatureTable& table) {
  const std::optional<catalog::Point> point =
      catalog::locate(site.postcode, site.point, context.places).point;
  table.latitude.push_back(point ? pack_degrees(point->latitude) : kNoNumber);
  table.longitude.push_back(point ? pack_degrees(point->longitude) : kNoNumber);
  table.venue.push_back(name_hash_of(site.name));
  table.postcode.push_back(name_hash_of(site.postcode));
  table.postcode4.push_back(catalog::parse_postcode4(site.postcode).value_or(kNoNumber));
  table.given_latitude.push_back(
      site.point ? pack_degrees(std::clamp(site.point->latitude, -90.0, 90.0)) : kNoNumber);
  table.given_longitude.push_back(
      site.point ? pack_degrees(std::clamp(site.point->longitude, -180.0, 180.0)) : kNoNumber);
}

std::uint8_t states_meetings(const std::vector<catalog::Schedule>& schedules,
                             const Annotation& annotation) {
  return states_hours(schedules) || !annotation.told_hours.empty() ? 1 : 0;
}

void append_no_site(const Activity& activity,
                    const Annotation& annotation,
                    const RowContext& context,
                    FeatureTable& table) {
  table.site.push_back(kNoSite);
  append_point({}, context, table);
  table.attendance.push_back(annotation.attendance.bits);
  append_access(annotation.told_access, table);
  table.has_schedule.push_back(states_meetings(activity.schedules, annotation));
  append_open_sessions(activity, annotation, nullptr, context, table);
}

void append_site(std::size_t i,
                 const Activity& activity,
                 const Annotation& annotation,
                 const RowContext& context,
                 FeatureTable& table) {
  const Site& site = activity.sites[i];
  const std::vector<catalog::Schedule>& schedules = catalog::schedules_at(activity, site);
  table.site.push_back(static_cast<std::uint16_t>(i));
  append_point(site, context, table);
  table.attendance.push_back(attendance_at(site, annotation, activity).bits);
  append_access(annotation.site_access[i], table);
  table.has_schedule.push_back(states_meetings(schedules, annotation));
  append_open_sessions(activity, annotation, &site, context, table);
}

}  // namespace

catalog::Referral stated_referral(const Annotation& annotation) {
  const bool is_usual = std::any_of(
      annotation.evidence.begin(), annotation.evidence.end(), [](const FactEvidence& entry) {
        return entry.fact == FactName::kReferral && entry.evidence.provenance == Provenance::kUsual;
      });
  return is_usual ? catalog::Referral::kUnknown : annotation.referral;
}

AttendanceSet attendance_at(const Site& site,
                            const Annotation& annotation,
                            const Activity& activity) {
  if (!site.attendance.empty() && !site.attendance.has(Attendance::kInPerson)) {
    return site.attendance;
  }
  AttendanceSet forms = annotation.attendance;
  const bool has_other_place =
      std::any_of(activity.sites.begin(), activity.sites.end(), [](const Site& other) {
        return !other.attendance.empty() && !other.attendance.has(Attendance::kInPerson);
      });
  if (has_other_place && forms.has(Attendance::kInPerson)) {
    forms = {};
    forms.add(Attendance::kInPerson);
  }
  return forms;
}

bool states_hours(const std::vector<catalog::Schedule>& schedules) {
  return std::any_of(schedules.begin(), schedules.end(), [](const catalog::Schedule& schedule) {
    return schedule.opens && schedule.first_day && !is_for_calls(schedule);
  });
}

void begin_rows(FeatureTable& table) {
  table.area_begin.push_back(0);
  table.language_begin.push_back(0);
  table.site_begin.push_back(0);
  table.session_begin.push_back(0);
}

void append_rows(const Record& record, const RowContext& context, FeatureTable& table) {
  const Activity& activity = record.activity;
  const Annotation annotation = context.annotator.annotate(activity);
  append_facts(activity, annotation, table);
  append_concepts(annotation, table);
  const Offers offers = offers_of(annotation, context.vocabulary);
  table.offers.insert(table.offers.end(), offers.begin(), offers.end());
  append_names(record, table);
  append_lists(activity, annotation, context, table);
  for (std::size_t i = 0; i < activity.sites.size(); ++i) {
    append_site(i, activity, annotation, context, table);
  }
  if (activity.sites.empty()) append_no_site(activity, annotation, context, table);
  table.site_begin.push_back(static_cast<std::uint32_t>(table.site.size()));
}

}  // namespace kring::indexer
