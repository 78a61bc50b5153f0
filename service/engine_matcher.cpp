// How do the routes reach the real engine?
#include "service/engine_matcher.h"

#include <utility>

#include "engine/engine.h"

namespace kring::service {
namespace {

class EngineMatcher : public Matcher {
 public:
  EngineMatcher(std::shared_ptr<const engine::Engine> engine,
                std::vector<engine::CrisisContact> contacts)
      : engine_(std::move(engine)), contacts_(std::move(contacts)) {}

  [[nodiscard]] catalog::Result<engine::MatchAnswer> match(const engine::Profile& profile,
                                                           int limit) const override {
    catalog::Result<engine::MatchAnswer> found = engine_->match(profile, limit);
    if (!found) return found;
    engine::MatchAnswer answer = *std::move(found);
    put_contacts_first(answer.assessment.safety);
    return answer;
  }
  [[nodiscard]] catalog::Result<engine::GapAnswer> assess(
      const engine::Profile& profile) const override {
    catalog::Result<engine::GapAnswer> found = engine_->assess(profile);
    if (!found) return found;
    engine::GapAnswer answer = *std::move(found);
    put_contacts_first(answer.safety);
    return answer;
  }
  [[nodiscard]] catalog::Result<engine::Plan> plan(const engine::PlanRequest& request,
                                                   engine::Reader reader) const override {
    catalog::Result<engine::Plan> made = engine_->plan(request, reader);
    if (!made) return made;
    engine::Plan plan = *std::move(made);
    put_contacts_first(plan.safety);
    return plan;
  }
  [[nodiscard]] catalog::Result<engine::SearchAnswer> search(
      const engine::SearchRequest& request) const override {
    catalog::Result<engine::SearchAnswer> found = engine_->search(request);
    if (!found) return found;
    engine::SearchAnswer answer = *std::move(found);
    put_contacts_first(answer.safety);
    return answer;
  }
  [[nodiscard]] std::optional<engine::FoundActivity> find_activity(
      const catalog::ActivityId& id) const override {
    return engine_->find_activity(id);
  }
  [[nodiscard]] std::vector<std::string> concepts_of(const catalog::ActivityId& id) const override {
    return engine_->concepts_of(id);
  }
  [[nodiscard]] const std::vector<engine::KnownPlace>& places() const override {
    return engine_->places();
  }
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const override {
    return engine_->vocabulary();
  }
  [[nodiscard]] const engine::Versions& versions() const override { return engine_->versions(); }

 private:
  void put_contacts_first(std::optional<engine::SafetyNotice>& notice) const {
    if (!notice) return;
    std::vector<engine::CrisisContact>& contacts = notice->contacts;
    contacts.insert(contacts.begin(), contacts_.begin(), contacts_.end());
  }

  std::shared_ptr<const engine::Engine> engine_;
  std::vector<engine::CrisisContact> contacts_;  // of the organisation
};

}  // namespace

std::shared_ptr<const Matcher> open_engine_matcher(
    const std::string& index_dir,
    const std::vector<engine::CrisisContact>& contacts) {
  return std::make_shared<EngineMatcher>(engine::Engine::open(index_dir), contacts);
}

}  // namespace kring::service
