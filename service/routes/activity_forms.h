// In which forms is one activity given?
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"
#include "catalog/source_terms.h"
#include "engine/found_activity.h"
#include "service/routes/routes.h"

namespace kring::service {

/// What is given: the activity, on the terms of its source.
struct GivenActivity {
  const engine::FoundActivity& found;
  catalog::SourceTerms terms;
  catalog::Activity planned;  ///< as found, without the days off that its texts tell
  std::vector<catalog::Schedule> told_hours;  ///< as found, without those days
  int revision = 0;                           ///< of the catalogue
};

/// `found` outlives it. Before the catalogue was read nobody can tell the terms, and nothing of it
/// is passed on.
GivenActivity give_activity(const engine::FoundActivity& found,
                            const Matcher& matcher,
                            const Surroundings& surroundings);

struct ActivityForm {
  std::string_view media_type;
  std::string_view content_type;  ///< as it is sent
  /// A problem where the activity cannot be given in it: a calendar of what has no dates, or open
  /// data of a source that may not be passed on. Every form names the source's terms.
  catalog::Result<std::string> (*write)(const GivenActivity& given);
};

/// JSON first: it is what a client gets that prefers none.
std::span<const ActivityForm> activity_forms();

}  // namespace kring::service
