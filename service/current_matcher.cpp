// Which index answers now?
#include "service/current_matcher.h"

#include <utility>

#include "engine/engine.h"
#include "service/engine_matcher.h"

namespace kring::service {

MatcherSource make_index_source(const std::string& index_dir,
                                const std::vector<engine::CrisisContact>& contacts) {
  return {[index_dir] { return engine::read_index_stamp(index_dir); },
          [index_dir, contacts] { return open_engine_matcher(index_dir, contacts); }};
}

CurrentMatcher::CurrentMatcher(MatcherSource source) : source_(std::move(source)) {}

std::shared_ptr<const Matcher> CurrentMatcher::get() const {
  const std::lock_guard lock(mutex_);
  return matcher_;
}

Readiness CurrentMatcher::readiness() const {
  const std::lock_guard lock(mutex_);
  return readiness_;
}

bool CurrentMatcher::refresh() {
  std::string stamp = source_.read_stamp();
  if (stamp.empty()) note_failure(Readiness::kNoIndex);
  if (stamp.empty() || stamp == stamp_) return false;
  note_failure(Readiness::kUnreadable);
  put(source_.open());
  stamp_ = std::move(stamp);
  return true;
}

void CurrentMatcher::put(std::shared_ptr<const Matcher> matcher) {
  const std::lock_guard lock(mutex_);
  std::swap(matcher_, matcher);
  readiness_ = Readiness::kReady;
}

void CurrentMatcher::note_failure(Readiness readiness) {
  const std::lock_guard lock(mutex_);
  if (!matcher_) readiness_ = readiness;
}

}  // namespace kring::service
