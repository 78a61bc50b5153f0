#include "engine/score/score.h"

#include <array>

namespace kring::engine {
namespace {

using catalog::kScoreOne;

// round(value x weight), in 1/10,000, halves up.
std::int32_t points_of(std::int32_t value, std::int64_t weight) {
  return static_cast<std::int32_t>((2 * std::int64_t{value} * weight + kScoreOne)
                                   / (2 * std::int64_t{kScoreOne}));
}

struct Term {
  const char* name;
  std::int32_t value;
  std::int64_t weight;
};

using Terms = std::array<Term, 8>;

Terms terms_of(const ScoreContext& context, const SiteAt& at) {
  const Tuning& tuning = context.tuning;
  return {{{"need_fit", score_need_fit(context, at), tuning.need_fit},
           {"gap_fit", score_gap_fit(context, at), tuning.gap_fit},
           {"text_fit", score_text_fit(context, at), tuning.text_fit},
           {"audience", score_audience(context, at), tuning.audience},
           {"nearness", score_nearness(context, at), tuning.nearness},
           {"size_fit", score_size_fit(context, at), tuning.size_fit},
           {"starts_soon", score_starts_soon(context, at), tuning.starts_soon},
           {"freshness", score_freshness(context, at), tuning.freshness}}};
}

}  // namespace

std::int32_t decay(std::int64_t amount, std::int64_t half) {
  return static_cast<std::int32_t>(std::int64_t{kScoreOne} * half / (half + amount));
}

ScoreContext make_score_context(const Asked& asked,
                                const Tuning& tuning,
                                const std::vector<Gap>& gaps) {
  ScoreContext context{asked,
                       tuning,
                       find_answers(asked, tuning),
                       find_told_kinds(asked),
                       {},
                       std::make_shared<const TextPoints>(find_text_points(asked, tuning))};
  for (std::size_t i = 0; i < gaps.size() && i < context.gaps.size(); ++i) {
    context.gaps[i] = gaps[i].gap.value_or(catalog::Score{0}).points;
  }
  return context;
}

std::vector<ScorePart> score_parts(const ScoreContext& context, const SiteAt& at) {
  std::vector<ScorePart> parts;
  for (const Term& term : terms_of(context, at)) {
    if (term.weight == 0) continue;
    parts.push_back({term.name,
                     {term.value},
                     {static_cast<std::int32_t>(term.weight)},
                     {points_of(term.value, term.weight)}});
  }
  return parts;
}

catalog::Score total_score(const ScoreContext& context, const SiteAt& at) {
  catalog::Score total;
  for (const Term& term : terms_of(context, at)) {
    total.points += points_of(term.value, term.weight);
  }
  return total;
}

}  // namespace kring::engine
