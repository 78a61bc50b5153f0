// What do the routes need of the engine?
//
// The seam at which tests put a stub; the one real matcher is the engine's (engine_matcher.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/result.h"
#include "catalog/vocabulary.h"
#include "engine/answer.h"
#include "engine/found_activity.h"
#include "engine/known_places.h"
#include "engine/plan/plan.h"
#include "engine/profile.h"
#include "engine/search.h"

namespace kring::service {

/// One index, as it was at one moment. Immutable and thread-safe. The functions are
/// engine::Engine's.
class Matcher {
 public:
  Matcher() = default;
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;
  Matcher(Matcher&&) = delete;
  Matcher& operator=(Matcher&&) = delete;
  virtual ~Matcher() = default;

  [[nodiscard]] virtual catalog::Result<engine::MatchAnswer> match(const engine::Profile& profile,
                                                                   int limit) const = 0;
  [[nodiscard]] virtual catalog::Result<engine::GapAnswer> assess(
      const engine::Profile& profile) const = 0;
  [[nodiscard]] virtual catalog::Result<engine::Plan> plan(const engine::PlanRequest& request,
                                                           engine::Reader reader) const = 0;
  [[nodiscard]] virtual catalog::Result<engine::SearchAnswer> search(
      const engine::SearchRequest& request) const = 0;
  [[nodiscard]] virtual std::optional<engine::FoundActivity> find_activity(
      const catalog::ActivityId& id) const = 0;
  [[nodiscard]] virtual std::vector<std::string> concepts_of(
      const catalog::ActivityId& id) const = 0;
  [[nodiscard]] virtual const std::vector<engine::KnownPlace>& places() const = 0;
  [[nodiscard]] virtual const catalog::Vocabulary& vocabulary() const = 0;
  [[nodiscard]] virtual const engine::Versions& versions() const = 0;
};

}  // namespace kring::service
