// Which sessions of an activity are left on the days on which it is open?
#pragma once

#include <optional>
#include <vector>

#include "catalog/activity.h"
#include "catalog/days_off.h"
#include "catalog/places.h"
#include "catalog/schedule/expand.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// What is open is told by the texts: by a schedule's description for that schedule, by description
/// and alert for all.
class OpenSessions {
 public:
  /// The arguments outlive it. `told`: hours that only the text tells, beside the schedules'.
  OpenSessions(const catalog::Activity& activity,
               const std::vector<catalog::Schedule>& told,
               const Analyser& analyser,
               const catalog::Places& places);

  /// The meetings at `site` (null: at no place) in [from, to], ascending, each once. Sessions on a
  /// day off are left out where it is sure that it is one: of public holidays always, of school
  /// holidays by the region of the site's municipality.
  [[nodiscard]] std::vector<catalog::Session> find(const catalog::Site* site,
                                                   catalog::Date from,
                                                   catalog::Date to) const;

 private:
  [[nodiscard]] std::vector<catalog::Schedule> meetings_at(const catalog::Site* site) const;

  const catalog::Activity& activity_;
  const std::vector<catalog::Schedule>& told_;
  const Analyser& analyser_;
  const catalog::Places& places_;
  catalog::DaysOff always_;  ///< as the texts of the activity say
};

}  // namespace kring::indexer
