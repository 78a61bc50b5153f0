#include "engine/engine.h"

#include <algorithm>
#include <cassert>

#include "engine/candidates.h"
#include "engine/explain.h"
#include "engine/gaps/gaps.h"
#include "engine/portfolio.h"
#include "engine/relaxations.h"
#include "engine/search/search.h"
#include "engine/ties.h"
#include "engine/tuning.h"
#include "engine/understanding.h"
#include "indexer/format/manifest.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/concepts.h"

namespace kring::engine {
namespace {

constexpr const char* kEngineVersion = "1.0.0";

Versions versions_of(const indexer::Manifest& manifest) {
  return {manifest.revision, manifest.revision, manifest.vocabulary, manifest.weights,
          kEngineVersion};
}

GapAnswer assess_profile(const Understood& understood,
                         const Versions& versions,
                         const indexer::Analyser& analyser) {
  const Profile& profile = understood.profile;
  return {*profile.date,
          versions,
          find_safety(profile, analyser),
          understood.words,
          assess_gaps(profile),
          find_typology(profile)};
}

// The first `limit` of the ranking and the portfolio's members beyond, in rank order.
std::vector<Match> explain_shown(const ScoreContext& context,
                                 const std::vector<Candidate>& ranked,
                                 const std::vector<std::size_t>& chosen,
                                 std::size_t limit) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
    if (i < limit || is_chosen) {
      matches.push_back(explain(context, ranked[i], static_cast<int>(i) + 1));
    }
  }
  return matches;
}

}  // namespace

struct Engine::Parts {
  indexer::Snapshot snapshot;
  indexer::WishReader wishes;
  indexer::ConceptFinder finder_of_records;
  PlaceNames places;
  Tuning tuning;
  Versions versions;

  explicit Parts(indexer::Snapshot opened)
      : snapshot(std::move(opened)),
        wishes(snapshot.vocabulary()),
        finder_of_records(snapshot.vocabulary(), indexer::Speaker::kProvider),
        places(snapshot.places()),
        tuning(read_tuning(snapshot.weights())),
        versions(versions_of(snapshot.manifest())) {}
};

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

std::shared_ptr<const Engine> Engine::open(const std::string& index_dir) {
  return std::shared_ptr<const Engine>(
      new Engine(std::make_unique<const Parts>(indexer::Snapshot::open(index_dir))));
}

catalog::Result<MatchAnswer> Engine::match(const Profile& profile, int limit) const {
  assert(profile.date && limit >= 1 && limit <= kMaxLimit);
  const indexer::Analyser analyser;
  const Understood understood =
      understand(profile, parts_->snapshot.vocabulary(), parts_->wishes, analyser);
  const catalog::Result<Asked> asked = prepare(understood, parts_->snapshot, analyser);
  if (!asked) return asked.error();

  MatchAnswer answer;
  answer.assessment = assess_profile(understood, parts_->versions, analyser);
  const ScoreContext context = make_score_context(*asked, parts_->tuning, answer.assessment.gaps);
  const Passed passed = pass_gates(*asked);
  const std::vector<Candidate> ranked = score_all(context, passed.sites, kPortfolioDepth);
  const std::vector<std::size_t> chosen = choose_portfolio(context, ranked);

  for (const std::size_t i : chosen) {
    answer.portfolio.push_back({std::string(ranked[i].id())});
  }
  answer.matches = explain_shown(context, ranked, chosen, static_cast<std::size_t>(limit));
  answer.ties = suggest_ties(understood.profile, ranked);
  answer.relaxations = find_relaxations(context, passed, understood, analyser);
  answer.excluded = passed.excluded;
  return answer;
}

catalog::Result<GapAnswer> Engine::assess(const Profile& profile) const {
  assert(profile.date);
  const indexer::Analyser analyser;
  const Understood understood =
      understand(profile, parts_->snapshot.vocabulary(), parts_->wishes, analyser);
  const catalog::Result<Asked> asked = prepare(understood, parts_->snapshot, analyser);
  if (!asked) return asked.error();
  return assess_profile(understood, parts_->versions, analyser);
}

catalog::Result<SearchAnswer> Engine::search(const SearchRequest& request) const {
  assert(request.page >= 1 && request.page <= kMaxPage);
  assert(request.per_page >= 1 && request.per_page <= kMaxPerPage);
  return engine::search(request, {parts_->snapshot, parts_->places, parts_->wishes.finder(),
                                  parts_->finder_of_records, parts_->versions});
}

std::optional<catalog::Activity> Engine::find_activity(const catalog::ActivityId& id) const {
  const std::optional<indexer::ActivityAt> at = parts_->snapshot.find(id.value);
  if (!at) return std::nullopt;
  return indexer::Snapshot::record(*at).activity;
}

const Versions& Engine::versions() const {
  return parts_->versions;
}

const catalog::Vocabulary& Engine::vocabulary() const {
  return parts_->snapshot.vocabulary();
}

std::size_t Engine::count() const {
  return parts_->snapshot.count();
}

std::string read_index_stamp(const std::string& index_dir) {
  if (indexer::is_of_earlier_schema(index_dir)) return {};
  const std::optional<indexer::Manifest> manifest = indexer::find_manifest(index_dir);
  return manifest ? manifest->catalog + "/" + std::to_string(manifest->generation) : std::string();
}

}  // namespace kring::engine
