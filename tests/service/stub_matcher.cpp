#include "tests/service/stub_matcher.h"

#include <utility>

namespace kring::service::tests {
namespace {

constexpr const char* kActivity = "11111111-1111-4111-8111-111111111111";

catalog::Problem make_unknown_postcode() {
  return {"unknown_postcode",
          "/person/postcode",
          {"Deze postcode is niet bekend.", "This postcode is not known."}};
}

catalog::Concept make_buddy() {
  catalog::Concept buddy;
  buddy.id = "buddy_general";
  buddy.label = {"Maatje", "Buddy"};
  buddy.plain = {"Een maatje", "A buddy"};
  buddy.supports = {catalog::Support::kEmotional};
  buddy.dimensions = {catalog::Dimension::kSize};
  return buddy;
}

class StubMatcher : public Matcher {
 public:
  StubMatcher(std::int64_t revision, std::function<void()> before)
      : before_(std::move(before)), vocabulary_("v1", {make_buddy()}) {
    versions_.catalog = {revision};
    versions_.index = {revision};
    versions_.vocabulary = "v1";
    versions_.weights = "w1";
    versions_.engine = "1.0.0";
  }

  [[nodiscard]] catalog::Result<engine::MatchAnswer> match(const engine::Profile& profile,
                                                           int limit) const override {
    if (before_) before_();
    auto assessment = assess(profile);
    if (!assessment) return assessment.error();
    engine::MatchAnswer answer;
    answer.assessment = *std::move(assessment);
    for (int rank = 1; rank <= limit; ++rank) {
      engine::Match match;
      match.rank = rank;
      match.activity.id = {kActivity};
      answer.matches.push_back(match);
    }
    answer.portfolio = {{kActivity}};
    return answer;
  }

  [[nodiscard]] catalog::Result<engine::GapAnswer> assess(
      const engine::Profile& profile) const override {
    if (profile.person.postcode == "9999") return make_unknown_postcode();
    engine::GapAnswer answer;
    answer.date = profile.date.value();
    answer.versions = versions_;
    return answer;
  }

  [[nodiscard]] catalog::Result<engine::Plan> plan(const engine::PlanRequest& request,
                                                   engine::Reader reader) const override {
    const engine::FindFacts find_facts =
        [this](const catalog::ActivityId& id) -> std::optional<engine::ActivityFacts> {
      const auto activity = find_activity(id);
      if (!activity) return std::nullopt;
      return engine::ActivityFacts{activity->activity, catalog::Referral::kNone};
    };
    auto problems = engine::find_unknown_choices(request, find_facts);
    if (!problems.empty()) return problems;
    const auto answer = match(request.profile, 1);
    if (!answer) return engine::in_profile(answer.error());
    return engine::make_plan(request, {*answer, find_facts, vocabulary_}, reader);
  }

  [[nodiscard]] catalog::Result<engine::SearchAnswer> search(
      const engine::SearchRequest& request) const override {
    engine::SearchAnswer answer;
    answer.date = request.date;
    answer.versions = versions_;
    answer.query.text = request.text;
    answer.order = request.order;
    answer.page = request.page;
    answer.per_page = request.per_page;
    for (const engine::Filter& filter : request.filters) {
      for (const std::string& value : filter.values) {
        answer.facets.push_back({filter.field, value, {}, 0});
      }
    }
    return answer;
  }

  [[nodiscard]] std::optional<engine::FoundActivity> find_activity(
      const catalog::ActivityId& id) const override {
    if (id.value != kActivity) return std::nullopt;
    engine::FoundActivity found;
    found.activity.id = id;
    found.activity.name = "Eetclub";
    found.source = "bron";
    catalog::Schedule schedule;
    schedule.first_day = catalog::parse_date("2026-12-01");
    schedule.opens = catalog::Minutes{18 * 60};
    found.activity.schedules = {schedule};
    return found;
  }

  [[nodiscard]] std::vector<std::string> concepts_of(const catalog::ActivityId& id) const override {
    return id.value == kActivity ? std::vector<std::string>{"buddy_general"}
                                 : std::vector<std::string>{};
  }

  [[nodiscard]] const std::vector<engine::KnownPlace>& places() const override { return places_; }
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const override { return vocabulary_; }
  [[nodiscard]] const engine::Versions& versions() const override { return versions_; }

 private:
  std::function<void()> before_;
  std::vector<engine::KnownPlace> places_ = {{"Beek", "Berg en Dal", 6573}, {"Malden", "", 6581}};
  catalog::Vocabulary vocabulary_;
  engine::Versions versions_;
};

}  // namespace

std::shared_ptr<const Matcher> make_stub_matcher(std::int64_t revision) {
  return std::make_shared<StubMatcher>(revision, nullptr);
}

std::shared_ptr<const Matcher> make_stub_matcher_that(std::function<void()> before) {
  return std::make_shared<StubMatcher>(1, std::move(before));
}

MatcherSource make_stub_source(const std::shared_ptr<const Matcher>& matcher) {
  return {[matcher] { return matcher ? std::string("stub") : std::string(); },
          [matcher] { return matcher; }};
}

}  // namespace kring::service::tests
