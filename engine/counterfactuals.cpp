#include "engine/counterfactuals.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/sessions.h"
#include "engine/spoken.h"
#include "engine/wish_changes.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Json;
using catalog::Text;

// One wish changed, and how all that is ranked would score then.
struct Variant {
  RelaxedLimit change;
  Spoken condition;
  std::vector<catalog::Score> scores;  // by place in the ranking
};

std::vector<catalog::Score> score_again(const ScoreContext& context,
                                        const std::vector<Candidate>& ranked,
                                        const Asked& asked) {
  const ScoreContext changed{asked,         context.tuning, context.needs,
                             context.kinds, context.gaps,   context.text_points};
  std::vector<catalog::Score> scores(ranked.size());
  std::transform(
      ranked.begin(), ranked.end(), scores.begin(),
      [&changed](const Candidate& candidate) { return total_score(changed, candidate.at); });
  return scores;
}

// The days on which some of the ranked meet while the person is not free.
std::vector<int> find_blocked_days(const Asked& asked, const std::vector<Candidate>& ranked) {
  std::vector<int> days;
  for (const Candidate& candidate : ranked) {
    for (const Meeting& meeting : meetings_of(asked, candidate.at)) {
      const int day = catalog::weekday_index(meeting.day);
      const bool is_known = std::find(days.begin(), days.end(), day) != days.end();
      if (!is_known && !is_free(*asked.free, meeting)) days.push_back(day);
    }
  }
  std::sort(days.begin(), days.end());
  return days;
}

void add_days(const ScoreContext& context,
              const std::vector<Candidate>& ranked,
              const Understood& understood,
              std::vector<Variant>& variants) {
  if (!context.asked.free) return;
  for (const int day : find_blocked_days(context.asked, ranked)) {
    const WishChange wider = add_day(understood, day);
    Practical practical = understood.profile.practical;
    wider.make(practical);
    Asked asked = context.asked;
    asked.free = merge_hours(*practical.availability);
    variants.push_back({wider.change, wider.condition, score_again(context, ranked, asked)});
  }
}

void add_size(const ScoreContext& context,
              const std::vector<Candidate>& ranked,
              std::vector<Variant>& variants) {
  if (!context.asked.preferred_size) return;
  Asked asked = context.asked;
  asked.preferred_size.reset();
  variants.push_back(
      {{"/practical/group_size", Json(name_of(*context.asked.preferred_size)), Json()},
       {"de grootte van de groep niet uitmaakt", "the size of the group is no matter"},
       score_again(context, ranked, asked)});
}

void add_start(const ScoreContext& context,
               const std::vector<Candidate>& ranked,
               std::vector<Variant>& variants) {
  if (!context.asked.start_within_days) return;
  Asked asked = context.asked;
  asked.start_within_days.reset();
  variants.push_back(
      {{"/practical/start_within_days", Json(*context.asked.start_within_days), Json()},
       {"later beginnen ook goed is", "a later start is fine too"},
       score_again(context, ranked, asked)});
}

int rank_in(const Variant& variant, const std::vector<Candidate>& ranked, std::size_t i) {
  int rank = 1;
  for (std::size_t other = 0; other < ranked.size(); ++other) {
    const bool is_ahead =
        variant.scores[other] > variant.scores[i]
        || (variant.scores[other] == variant.scores[i] && ranked[other].id() < ranked[i].id());
    if (other != i && is_ahead) ++rank;
  }
  return rank;
}

Counterfactual tell(const Variant& variant, int rank, const Profile& profile) {
  const std::string& condition = in(profile, variant.condition);
  const Text text = rank == 1
                        ? Text{"Zou bovenaan staan als " + condition + ".",
                               "Would stand first if " + condition + "."}
                        : Text{fmt::format("Zou op plaats {} staan als {}.", rank, condition),
                               fmt::format("Would stand in place {} if {}.", rank, condition)};
  return {variant.change, rank, in(profile.language, text)};
}

}  // namespace

std::vector<std::optional<Counterfactual>> find_counterfactuals(
    const ScoreContext& context,
    const std::vector<Candidate>& ranked,
    const Understood& understood) {
  std::vector<Variant> variants;
  add_days(context, ranked, understood, variants);
  add_size(context, ranked, variants);
  add_start(context, ranked, variants);
  std::vector<std::optional<Counterfactual>> found(ranked.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const int now = static_cast<int>(i) + 1;
    int best = now;
    for (const Variant& variant : variants) {
      const int rank = rank_in(variant, ranked, i);
      const bool is_worth_telling = rank == 1 || now - rank >= kWorthLifting;
      if (rank >= best || !is_worth_telling) continue;
      best = rank;
      found[i] = tell(variant, rank, context.asked.profile);
    }
  }
  return found;
}

}  // namespace kring::engine
