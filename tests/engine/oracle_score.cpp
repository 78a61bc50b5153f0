// How does the oracle score and rank?
//
// The formulas stand at the head of each file of engine/score/; here they are reckoned from the
// record.

#include <algorithm>

#include "engine/asked.h"
#include "tests/engine/oracle.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::kScoreOne;
using engine::ScorePart;

std::int64_t decay(std::int64_t amount, std::int64_t half) {
  return kScoreOne * half / (half + amount);
}

// What a record that is about `about` answers of a need for `wanted`, 0..10,000: all, or as much as
// the vocabulary says that the two are related.
std::int64_t kinship(const PlainScoring& scoring, std::size_t wanted, std::size_t about) {
  if (wanted == about) return kScoreOne;
  const std::string& id = scoring.vocabulary->concepts()[about].id;
  for (const catalog::RelatedConcept& related : scoring.vocabulary->concepts()[wanted].related) {
    if (related.id == id) return related.hundredths;
  }
  return 0;
}

// How far the activity answers a wish for one of the concepts, of which `asked` counts in full.
std::int64_t best_strength(const PlainScoring& scoring,
                           const ConceptStrengths& strengths,
                           const std::vector<std::size_t>& concepts,
                           std::int64_t asked) {
  const std::int64_t weak = scoring.weights->value("weak_concept");
  const std::int64_t related = scoring.weights->value("related_concept");
  std::int64_t best = 0;
  for (const std::size_t wanted : concepts) {
    for (const auto& [about, strength] : strengths) {
      const std::int64_t kin = kinship(scoring, wanted, about);
      std::int64_t answers = kin == kScoreOne ? asked : asked * related / kScoreOne * kin / 100;
      if (strength != indexer::Strength::kStrong) answers = answers * weak / kScoreOne;
      best = std::max(best, answers);
    }
  }
  return best;
}

// Whether the record tells kinds of the concept, as the person does, and they share none.
bool tells_other_kinds(const PlainRequest& request,
                       const catalog::Concept& entry,
                       const PlainActivity& activity) {
  bool is_told = false;
  bool is_asked = false;
  for (std::size_t i = 0; i < entry.kinds.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (entry.first_kind + i);
    const bool told = (activity.facts.kinds & bit) != 0;
    const bool asked = (request.kinds & bit) != 0;
    if (told && asked) return false;
    is_told = is_told || told;
    is_asked = is_asked || asked;
  }
  return is_told && is_asked;
}

std::int64_t need_fit(const PlainRequest& request,
                      const PlainScoring& scoring,
                      const PlainActivity& activity) {
  const catalog::Weights& weights = *scoring.weights;
  ConceptStrengths strengths = strengths_of(activity);
  std::erase_if(strengths, [&](const auto& about) {
    return tells_other_kinds(request, scoring.vocabulary->concepts()[about.first], activity);
  });
  std::int64_t best = 0;
  std::int64_t met = 0;
  std::int64_t asked = 0;
  for (const PlainNeed& need : request.needs) {
    const std::int64_t strength =
        std::max(best_strength(scoring, strengths, need.named, kScoreOne),
                 best_strength(scoring, strengths, need.told, weights.value("told_concept")));
    best = std::max(best, (need.priority + 3) * strength / 6);
    met += need.priority * strength;
    asked += need.priority;
  }
  if (asked == 0) return 0;
  const std::int64_t share = weights.value("best_need_share");
  return (share * best + (kScoreOne - share) * met / asked) / kScoreOne;
}

bool asks_for(const PlainRequest& request, std::size_t number) {
  return std::any_of(request.needs.begin(), request.needs.end(), [number](const PlainNeed& need) {
    return std::find(need.named.begin(), need.named.end(), number) != need.named.end()
           || std::find(need.told.begin(), need.told.end(), number) != need.told.end();
  });
}

bool belongs_to(const PlainRequest& request, const PlainScoring& scoring, std::size_t number) {
  const engine::Person& person = request.profile.person;
  const catalog::Audience& audience = *scoring.vocabulary->concepts()[number].audience;
  if (audience.max_age && person.age && *person.age <= *audience.max_age) return true;
  const bool speaks_other = engine::is_newcomer(person);
  return (audience.is_for_newcomers && speaks_other) || asks_for(request, number);
}

std::int64_t audience(const PlainRequest& request,
                      const PlainScoring& scoring,
                      const PlainActivity& activity) {
  bool is_for_others = false;
  for (const auto& [number, strength] : strengths_of(activity)) {
    const bool is_for_group = scoring.vocabulary->concepts()[number].audience.has_value();
    if (!is_for_group || strength != indexer::Strength::kStrong) continue;
    if (belongs_to(request, scoring, number)) return kScoreOne;
    is_for_others = true;
  }
  const bool tells_the_same = (activity.facts.kinds & request.kinds) != 0;
  if (is_for_others) return tells_the_same ? kScoreOne / 2 : 0;
  const bool gathers_generation =
      activity.facts.min_age.value_or(0) >= 50 || activity.facts.max_age.value_or(99) <= 35;
  return request.profile.person.age && gathers_generation ? kScoreOne : kScoreOne / 2;
}

std::int64_t size_fit(const PlainRequest& request, const PlainActivity& activity) {
  using catalog::GroupSize;
  const std::optional<GroupSize>& preferred = request.profile.practical.group_size;
  const std::optional<GroupSize>& size = activity.facts.group_size;
  if (!preferred || !size) return kScoreOne / 2;
  if (size == preferred) return kScoreOne;
  const bool wants_few = preferred == GroupSize::kOneToOne || preferred == GroupSize::kSmallGroup;
  const bool has_many = size == GroupSize::kOpenGroup || size == GroupSize::kLargeEvent;
  return wants_few && has_many ? 0 : kScoreOne / 2;
}

std::int64_t gap_fit(const PlainScoring& scoring, const PlainActivity& activity) {
  std::int64_t needed = 0;
  std::int64_t offered = 0;
  for (std::size_t k = 0; k < scoring.gaps.size(); ++k) {
    needed += scoring.gaps[k] * activity.offers[k];
    offered += activity.offers[k];
  }
  return offered == 0 ? 0 : needed / offered;
}

// log2(1 + whole / part) in 1/1,024, straight between powers of two.
std::int64_t rarity(std::int64_t whole, std::int64_t part) {
  const std::int64_t ratio = 1'024 + whole * 1'024 / part;
  std::int64_t power = 1;
  std::int64_t exponent = 0;
  while (power * 2 <= ratio) {
    power *= 2;
    ++exponent;
  }
  return (exponent - 10) * 1'024 + (ratio - power) * 1'024 / power;
}

bool holds(const std::vector<std::string>& stems, const std::string& stem) {
  return std::binary_search(stems.begin(), stems.end(), stem);
}

std::int64_t text_fit(const PlainRequest& request,
                      const PlainScoring& scoring,
                      const PlainActivity& activity) {
  const catalog::Weights& weights = *scoring.weights;
  std::int64_t hit = 0;
  std::int64_t whole = 0;
  for (const PlainTerm& term : request.terms) {
    const std::int64_t holders = scoring.holders.at(term.stem);
    std::int64_t weight = rarity(scoring.live, std::max<std::int64_t>(1, holders));
    if (!term.is_interest) weight = weight * weights.value("text_from_needs") / kScoreOne;
    whole += weight;
    if (holds(activity.name_stems, term.stem)) {
      hit += weight * kScoreOne;
    } else if (holds(activity.text_stems, term.stem)) {
      hit += weight * weights.value("text_in_description");
    }
  }
  if (whole == 0) return 0;
  return std::min<std::int64_t>(kScoreOne,
                                hit * kScoreOne / (whole * weights.value("text_saturation")));
}

std::int64_t nearness(const PlainRequest& request,
                      const PlainScoring& scoring,
                      const PlainSite& site) {
  catalog::AttendanceSet in_person;
  in_person.add(Attendance::kInPerson);
  const bool asks_journey = (site.forms.bits & request.forms.bits) == in_person.bits;
  const std::optional<int> minutes =
      asks_journey ? find_minutes(request, site) : std::optional<int>();
  if (!minutes) return kScoreOne / 2;
  return decay(*minutes, scoring.weights->value("nearness_half_minutes"));
}

std::int64_t starts_soon(const PlainRequest& request,
                         const PlainScoring& scoring,
                         const PlainActivity& activity,
                         const PlainSite& site) {
  const std::int64_t half = scoring.weights->value("start_half_days");
  std::optional<std::int64_t> days;
  if (const auto first = find_first_day(request, site))
    days = (*first - *request.profile.date).count();
  if (activity.facts.waiting_weeks)
    days = std::max(days.value_or(0), std::int64_t{7} * *activity.facts.waiting_weeks);
  if (!days) return kScoreOne / 2;
  const std::optional<int>& limit = request.profile.practical.start_within_days;
  const bool is_late = limit && *days > *limit;
  return is_late ? decay(*days, half) / 2 : decay(*days, half);
}

std::int64_t freshness(const PlainRequest& request,
                       const PlainScoring& scoring,
                       const PlainActivity& activity) {
  if (!activity.record.verified_on) return 0;
  const std::int64_t days = (*request.profile.date - *activity.record.verified_on).count();
  return decay(std::max<std::int64_t>(0, days), scoring.weights->value("freshness_half_days"));
}

struct Term {
  const char* name;
  std::int64_t value;
  std::int64_t weight;
};

catalog::Score as_score(std::int64_t points) {
  return {static_cast<std::int32_t>(points)};
}

catalog::Score sum_of(const std::vector<ScorePart>& parts) {
  catalog::Score sum;
  for (const ScorePart& part : parts)
    sum.points += part.points.points;
  return sum;
}

std::map<std::string, std::int64_t> count_holders(const std::vector<PlainActivity>& activities,
                                                  const std::vector<PlainTerm>& terms) {
  std::map<std::string, std::int64_t> holders;
  for (const PlainTerm& term : terms) {
    holders[term.stem] =
        std::count_if(activities.begin(), activities.end(), [&term](const PlainActivity& activity) {
          return holds(activity.name_stems, term.stem) || holds(activity.text_stems, term.stem);
        });
  }
  return holders;
}

PlainScoring make_scoring(const PlainRequest& request,
                          const PlainScoring& documents,
                          const std::vector<PlainActivity>& activities,
                          const std::vector<engine::Gap>& gaps) {
  PlainScoring scoring{documents.weights,
                       documents.vocabulary,
                       {},
                       count_holders(activities, request.terms),
                       static_cast<std::int64_t>(activities.size())};
  for (const engine::Gap& gap : gaps)
    scoring.gaps.push_back(gap.gap ? gap.gap->points : 0);
  return scoring;
}

// The best site that no gate refuses, or the gate that the activity counts under.
struct Verdict {
  std::optional<ExpectedMatch> match;
  engine::Gate furthest = engine::Gate::kNotLive;
};

Verdict judge(const PlainRequest& request,
              const PlainScoring& scoring,
              const PlainActivity& activity) {
  Verdict verdict;
  for (const PlainSite& site : activity.sites) {
    if (const auto refusal = find_refusal(request, activity, site)) {
      verdict.furthest = std::max(verdict.furthest, *refusal);
      continue;
    }
    ExpectedMatch match{activity.record.id.value, {}, {}};
    match.parts = score_plainly(request, scoring, activity, site);
    match.score = sum_of(match.parts);
    if (!verdict.match || match.score > verdict.match->score) verdict.match = match;
  }
  return verdict;
}

bool stands_before(const ExpectedMatch& a, const ExpectedMatch& b) {
  return a.score != b.score ? a.score > b.score : a.id < b.id;
}

}  // namespace

std::vector<ScorePart> score_plainly(const PlainRequest& request,
                                     const PlainScoring& scoring,
                                     const PlainActivity& activity,
                                     const PlainSite& site) {
  const catalog::Weights& weights = *scoring.weights;
  const std::vector<Term> terms = {
      {"need_fit", need_fit(request, scoring, activity), weights.value("need_fit")},
      {"gap_fit", gap_fit(scoring, activity), weights.value("gap_fit")},
      {"text_fit", text_fit(request, scoring, activity), weights.value("text_fit")},
      {"audience", audience(request, scoring, activity), weights.value("audience")},
      {"nearness", nearness(request, scoring, site), weights.value("nearness")},
      {"size_fit", size_fit(request, activity), weights.value("size_fit")},
      {"starts_soon", starts_soon(request, scoring, activity, site), weights.value("starts_soon")},
      {"freshness", freshness(request, scoring, activity), weights.value("freshness")}};
  std::vector<ScorePart> parts;
  for (const Term& term : terms) {
    if (term.weight == 0) continue;
    const std::int64_t points =
        (2 * term.value * term.weight + kScoreOne) / (std::int64_t{2} * kScoreOne);
    parts.push_back({term.name, as_score(term.value), as_score(term.weight), as_score(points)});
  }
  return parts;
}

Expected Oracle::match(const engine::Profile& profile,
                       const std::vector<engine::Gap>& gaps,
                       std::size_t count) const {
  const PlainRequest request = make_request(profile);
  const PlainScoring scoring =
      make_scoring(request, {&weights_, &vocabulary_, {}, {}, 0}, activities_, gaps);
  Expected expected;
  for (const PlainActivity& activity : activities_) {
    // Danger has its own notice, and one record stands for its duplicates.
    if (activity.facts.is_crisis_service || activity.is_represented) continue;
    const Verdict verdict = judge(request, scoring, activity);
    if (verdict.match) {
      expected.first.push_back(*verdict.match);
    } else {
      ++expected.excluded[verdict.furthest];
    }
  }
  std::sort(expected.first.begin(), expected.first.end(), stands_before);
  if (expected.first.size() > count) expected.first.resize(count);
  return expected;
}

}  // namespace kring::tests
