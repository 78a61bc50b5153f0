// How well does an activity fit?
//
// One file a part, each a number in [0,1] as 0..10,000; one function adds them up. All arithmetic
// is whole, so that every machine gives the same bytes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/answer.h"
#include "engine/asked.h"
#include "engine/tuning.h"

namespace kring::engine {

/// Points of the words that an activity shares with the person, by segment and activity, 0..10,000;
/// see text_fit.cpp.
using TextPoints = std::vector<std::vector<std::uint16_t>>;
TextPoints find_text_points(const Asked& asked, const Tuning& tuning);

/// Concepts that answer a need, and how far a record that is about one of them does.
struct Answering {
  ConceptBits concepts;
  std::int32_t strong = 0;  ///< where it is strongly about one, 0..10,000
  std::int32_t weak = 0;    ///< where it is weakly
};
/// All that answers one need.
struct AnsweredNeed {
  int priority = 2;
  std::vector<Answering> by;
};
/// By need of `asked`; see need_fit.cpp.
std::vector<AnsweredNeed> find_answers(const Asked& asked, const Tuning& tuning);

/// A concept of which the person tells kinds: records about other kinds alone do not answer it.
struct ToldKinds {
  std::size_t concept_number = 0;
  std::uint64_t own = 0;  ///< the person's; kind_bits()
  std::uint64_t all = 0;  ///< the concept's
};
/// Of `asked`; see need_fit.cpp.
std::vector<ToldKinds> find_told_kinds(const Asked& asked);

/// What the parts are reckoned with, beside the site.
struct ScoreContext {
  const Asked& asked;
  const Tuning& tuning;
  std::vector<AnsweredNeed> needs;
  std::vector<ToldKinds> kinds;
  std::array<std::int32_t, indexer::kOfferCount> gaps{};  ///< points; 0 where unknown
  std::shared_ptr<const TextPoints> text_points;          ///< never null; shared by copies
};
ScoreContext make_score_context(const Asked& asked,
                                const Tuning& tuning,
                                const std::vector<Gap>& gaps);

std::int32_t score_need_fit(const ScoreContext& context, const SiteAt& at);
std::int32_t score_gap_fit(const ScoreContext& context, const SiteAt& at);
std::int32_t score_text_fit(const ScoreContext& context, const SiteAt& at);
std::int32_t score_nearness(const ScoreContext& context, const SiteAt& at);
std::int32_t score_audience(const ScoreContext& context, const SiteAt& at);
std::int32_t score_size_fit(const ScoreContext& context, const SiteAt& at);
std::int32_t score_starts_soon(const ScoreContext& context, const SiteAt& at);
std::int32_t score_freshness(const ScoreContext& context, const SiteAt& at);

/// How far an activity answers one need of `context`, 0..10,000.
std::int32_t need_strength(const ScoreContext& context, const AnsweredNeed& need, const SiteAt& at);
/// Days until one can start: the next fitting meeting, or the waiting time, the later; absent where
/// neither is known.
std::optional<int> find_start_days(const Asked& asked, const SiteAt& at);

/// The parts of a site's score, in a stable order; their points add up to the score.
std::vector<ScorePart> score_parts(const ScoreContext& context, const SiteAt& at);

/// Their sum alone, without the names.
catalog::Score total_score(const ScoreContext& context, const SiteAt& at);

/// 10,000 x half / (half + amount): 1 at 0, one half at `half`. requires: half > 0, amount >= 0.
std::int32_t decay(std::int64_t amount, std::int64_t half);

}  // namespace kring::engine
