// How do the routes reach the real engine?
#include "service/engine_matcher.h"

#include <utility>

#include "engine/engine.h"

namespace kring::service {
namespace {

class EngineMatcher : public Matcher {
 public:
  explicit EngineMatcher(std::shared_ptr<const engine::Engine> engine)
      : engine_(std::move(engine)) {}

  [[nodiscard]] catalog::Result<engine::MatchAnswer> match(const engine::Profile& profile,
                                                           int limit) const override {
    return engine_->match(profile, limit);
  }
  [[nodiscard]] catalog::Result<engine::GapAnswer> assess(
      const engine::Profile& profile) const override {
    return engine_->assess(profile);
  }
  [[nodiscard]] std::optional<catalog::Activity> find_activity(
      const catalog::ActivityId& id) const override {
    return engine_->find_activity(id);
  }
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const override {
    return engine_->vocabulary();
  }
  [[nodiscard]] const engine::Versions& versions() const override { return engine_->versions(); }

 private:
  std::shared_ptr<const engine::Engine> engine_;
};

}  // namespace

std::shared_ptr<const Matcher> open_engine_matcher(const std::string& index_dir) {
  return std::make_shared<EngineMatcher>(engine::Engine::open(index_dir));
}

}  // namespace kring::service
