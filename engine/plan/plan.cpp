#include "engine/plan/plan.h"

#include <array>
#include <cassert>

#include "engine/gaps/contacts.h"
#include "engine/plan/making.h"

namespace kring::engine {
namespace {

constexpr std::array kCheckUpWeeks = {2, 6, 12};
constexpr int kValidDays = 28;  ///< addresses and hours change; own reasoning
constexpr int kSaturday = 5;

/// By Moment's order. Crisis care at home lasts about six weeks (field facts, 4), so a plan made at
/// discharge is called on within three days and looked at after six weeks; a first plan stays
/// small. The goal itself is always three months away.
constexpr std::array<MomentDefaults, 5> kDefaults = {{
    {2, 7, 6},   // start of care
    {3, 7, 12},  // care planning
    {3, 3, 6},   // discharge
    {3, 7, 12},  // moving on
    {3, 7, 12},  // review
}};

std::vector<CheckUp> plan_check_ups(const Making& making) {
  std::vector<CheckUp> check_ups;
  for (const int weeks : kCheckUpWeeks) {
    const catalog::Date day = making.date() + std::chrono::weeks{weeks};
    check_ups.push_back(
        {weeks, working_day_near(day, making.date()), making.sentences.say("check_up.question")});
  }
  return check_ups;
}

std::optional<SafetyNotice> tell_safety(const Making& making) {
  std::optional<SafetyNotice> notice = making.answer().assessment.safety;
  if (notice && !making.speaks_as_the_answer()) notice->text = making.sentences.say("safety.text");
  return notice;
}

/// Who has steps of their own has taken over from those that were proposed, or left them out.
void leave_out_proposed_steps(std::vector<Priority>& priorities) {
  for (Priority& priority : priorities) {
    if (auto* const tie = std::get_if<PlannedTie>(&priority)) tie->steps.clear();
  }
}

std::string_view language_for(const Profile& profile, Reader reader) {
  if (reader == Reader::kPerson && !profile.sheet_language.empty()) return profile.sheet_language;
  return profile.language == catalog::Language::kEnglish ? "en" : "nl";
}

}  // namespace

std::string Making::key_of_helper(std::string_view key) const {
  return std::string(key) + (has_worker(profile()) ? "" : ".alone");
}

bool Making::speaks_as_the_answer() const {
  return sentences.language() == (profile().language == catalog::Language::kEnglish ? "en" : "nl");
}

MomentDefaults defaults_of(const std::optional<Moment>& moment) {
  return moment ? kDefaults.at(static_cast<std::size_t>(*moment)) : MomentDefaults{};
}

catalog::Date working_day_near(catalog::Date day, catalog::Date earliest) {
  const int past_friday = catalog::weekday_index(day) - kSaturday + 1;
  if (past_friday <= 0) return day;
  const catalog::Date friday = day - std::chrono::days{past_friday};
  return friday >= earliest ? friday : friday + std::chrono::days{3};
}

catalog::Result<Plan> make_plan(const PlanRequest& request,
                                const PlanSource& source,
                                Reader reader) {
  assert(request.profile.date);
  const Making making{
      request, source,
      sentences_in(language_for(request.profile, reader), request.profile.form_of_address),
      defaults_of(request.profile.moment)};
  catalog::Result<std::vector<Priority>> priorities = choose_priorities(making);
  if (!priorities) return priorities.error();

  Plan plan;
  plan.date = making.date();
  plan.versions = source.answer.assessment.versions;
  plan.language = making.sentences.language();
  plan.form_of_address = request.profile.form_of_address;
  plan.safety = tell_safety(making);
  plan.moment = request.profile.moment;
  plan.defaults = making.defaults;
  plan.goal = make_goal(making);
  plan.look_back = look_back_on(making);
  plan.wishes = tell_wishes(making);
  plan.priorities = *std::move(priorities);
  plan.late_start = tell_late_start(making, plan.priorities);
  plan.own_steps = request.own_steps;
  plan.check_ups = plan_check_ups(making);
  plan.team = share_tasks(making, plan);  // by the proposed steps too
  if (!plan.own_steps.empty()) leave_out_proposed_steps(plan.priorities);
  plan.review_on =
      working_day_near(plan.date + std::chrono::weeks{making.defaults.review_weeks}, plan.date);
  plan.valid_until = plan.date + std::chrono::days{kValidDays};
  return plan;
}

}  // namespace kring::engine
