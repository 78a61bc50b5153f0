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
  // Failed until it ended well: only a refresh that comes after one which threw tells of it.
  const Readiness waiting =
      std::exchange(has_failed_, true) ? Readiness::kUnreadable : Readiness::kOpening;
  if (waiting == Readiness::kUnreadable) note(waiting);
  std::string stamp = source_.read_stamp();
  const bool is_other = !stamp.empty() && stamp != stamp_;
  if (stamp.empty()) note(Readiness::kNoIndex);
  if (is_other) {
    note(waiting);
    put(source_.open());
    stamp_ = std::move(stamp);
  }
  has_failed_ = false;
  return is_other;
}

void CurrentMatcher::put(std::shared_ptr<const Matcher> matcher) {
  const std::lock_guard lock(mutex_);
  std::swap(matcher_, matcher);
  readiness_ = Readiness::kReady;
}

void CurrentMatcher::note(Readiness readiness) {
  const std::lock_guard lock(mutex_);
  if (!matcher_) readiness_ = readiness;
}

}  // namespace kring::service
