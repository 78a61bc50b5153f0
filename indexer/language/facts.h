// Which facts does a record state only in its words?
//
// Each function reads the fields first and the text where the fields are silent.
#pragma once

#include <optional>
#include <string>

#include "catalog/activity.h"
#include "indexer/language/annotation.h"

namespace kring::indexer {

struct AgeRule {
  std::optional<int> min;
  std::optional<int> max;
};

/// All running text of a record, folded, each field closed by a full stop.
std::string folded_text_of(const catalog::Activity& activity);

catalog::AttendanceSet find_attendance_forms(const catalog::Activity& activity,
                                             const std::string& folded);
std::optional<catalog::GroupSize> find_group_size_of(const catalog::Activity& activity,
                                                     const std::string& folded,
                                                     catalog::AttendanceSet attendance);
AgeRule find_age_rule(const catalog::Activity& activity, const std::string& folded);
/// What one pays a meeting: month and course prices are divided by their meetings.
std::optional<catalog::Cents> find_cost_per_session(const catalog::Activity& activity,
                                                    const std::string& folded);
std::optional<int> find_waiting_weeks(const catalog::Activity& activity);
Referral find_referral(const catalog::Activity& activity, const std::string& folded);
catalog::Answer find_live(const catalog::Activity& activity, const std::string& folded);
/// The last day of the last schedule; absent where one has no end, or there is none.
std::optional<catalog::Date> find_last_day(const catalog::Activity& activity);
bool is_only_for_residents(const std::string& folded);
/// Whether the name is that of a service for acute danger. A group that warns of danger is none.
bool is_crisis_service(const catalog::Activity& activity);
AccessFacts find_access(const catalog::Site& site);

}  // namespace kring::indexer
