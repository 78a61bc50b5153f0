// How does an activity become rows of the feature table?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "catalog/places.h"
#include "catalog/vocabulary.h"
#include "indexer/format/features.h"
#include "indexer/format/record.h"
#include "indexer/language/annotator.h"
#include "indexer/language/areas.h"

namespace kring::indexer {

/// Days before and after the first day for which sessions are expanded: a profile's date may lie a
/// little back, and a match looks at the next twelve weeks.
inline constexpr int kSessionDaysBefore = 14;
inline constexpr int kSessionDaysAfter = 84;

/// What all rows of a segment are made with. The members must outlive it.
struct RowContext {
  const catalog::Vocabulary& vocabulary;
  const catalog::Places& places;  ///< imported and learned
  const AreaReader& areas;
  const Annotator& annotator;
  catalog::Date sessions_from;  ///< midnight from which session_start counts
};

/// How one gets in, as the record itself says: what is merely usual tells nobody to walk in.
catalog::Referral stated_referral(const Annotation& annotation);

/// How one takes part at `site` of `activity`: a virtual place says so, elsewhere the activity
/// does.
catalog::AttendanceSet attendance_at(const catalog::Site& site,
                                     const Annotation& annotation,
                                     const catalog::Activity& activity);

/// Whether meetings can be told by the schedules.
bool states_hours(const std::vector<catalog::Schedule>& schedules);

/// Appends the rows of the record's activity and of its sites.
void append_rows(const Record& record, const RowContext& context, FeatureTable& table);

/// Sets the list beginnings of an empty table. Call once, first.
void begin_rows(FeatureTable& table);

}  // namespace kring::indexer
