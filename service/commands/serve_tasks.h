// What does the service look after beside its answers?
//
// Each begins where it is made and ends where it is destroyed; what it is given outlives it.
#pragma once

#include <chrono>
#include <optional>

#include "service/background.h"
#include "service/commands/serve.h"
#include "service/current_matcher.h"
#include "service/log.h"
#include "service/rim.h"

namespace kring::service {

/// Fetches the feeds that are due; absent where none is to be fetched.
std::optional<BackgroundTask> keep_harvesting(const ServeOptions& options,
                                              const Clock& clock,
                                              const Log& log);

/// Brings the index up to the catalogue.
BackgroundTask keep_following(const ServeOptions& options, const Clock& clock, const Log& log);

/// Takes over an index that was put in place by anyone.
BackgroundTask keep_watching(CurrentMatcher& matchers,
                             std::chrono::milliseconds every,
                             const Log& log);

}  // namespace kring::service
