#include "engine/engine.h"

#include <algorithm>
#include <cassert>

#include "engine/candidates.h"
#include "engine/counterfactuals.h"
#include "engine/explain.h"
#include "engine/gaps/gaps.h"
#include "engine/gates/gates.h"
#include "engine/owner_tasks.h"
#include "engine/portfolio.h"
#include "engine/portfolio_words.h"
#include "engine/relaxations.h"
#include "engine/search/search.h"
#include "engine/ties.h"
#include "engine/tuning.h"
#include "engine/understanding.h"
#include "indexer/format/manifest.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/concepts.h"
#include "indexer/language/days_off.h"
#include "indexer/language/facts/told_hours.h"

namespace kring::engine {
namespace {

constexpr const char* kEngineVersion = "1.0.0";

Versions versions_of(const indexer::Manifest& manifest) {
  return {manifest.revision, manifest.revision, manifest.vocabulary, manifest.weights,
          kEngineVersion};
}

GapAnswer assess_profile(const Understood& understood,
                         const catalog::Vocabulary& vocabulary,
                         const Versions& versions) {
  const Profile& profile = understood.profile;
  return {
      *profile.date,
      versions,
      understood.tells_danger ? std::optional(make_safety_notice(profile.language)) : std::nullopt,
      understood.words,
      assess_gaps(understood, vocabulary),
      find_typology(profile),
      assess_loneliness(profile),
      find_contact_changes(profile),
      find_first_questions(understood, vocabulary)};
}

// How much an answer tells.
struct Extent {
  std::size_t matches;
  std::size_t sessions;  // of each
};

// The first of the ranking and the portfolio's members beyond, in rank order.
std::vector<Match> explain_shown(const ScoreContext& context,
                                 const std::vector<Candidate>& ranked,
                                 const std::vector<std::size_t>& chosen,
                                 const Understood& understood,
                                 Extent extent) {
  const auto lifted = find_counterfactuals(context, ranked, understood);
  std::vector<Match> matches;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
    if (i < extent.matches || is_chosen) {
      matches.push_back(explain(context, ranked[i], static_cast<int>(i) + 1, extent.sessions));
      matches.back().counterfactual = lifted[i];
    }
  }
  return matches;
}

// Those of `wanted` that fit and that no match shows yet, in rank order.
std::vector<Match> explain_wanted(const ScoreContext& context,
                                  const Passed& passed,
                                  const std::vector<catalog::ActivityId>& wanted,
                                  const std::vector<Match>& shown,
                                  std::size_t sessions) {
  std::vector<Match> matches;
  const auto is_missing = [&shown](const catalog::ActivityId& id) {
    return std::none_of(shown.begin(), shown.end(),
                        [&id](const Match& match) { return match.activity.id == id; });
  };
  if (std::none_of(wanted.begin(), wanted.end(), is_missing)) return matches;
  const std::vector<Candidate> ranked = score_all(context, passed.sites, passed.sites.size());
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const catalog::ActivityId id{std::string(ranked[i].id())};
    const bool is_wanted = std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    if (is_wanted && is_missing(id)) {
      matches.push_back(explain(context, ranked[i], static_cast<int>(i) + 1, sessions));
    }
  }
  return matches;
}

std::optional<ActivityFacts> find_plan_facts(const indexer::Snapshot& snapshot,
                                             const catalog::ActivityId& id) {
  const std::optional<indexer::ActivityAt> at = snapshot.find(id.value);
  if (!at) return std::nullopt;
  return ActivityFacts{
      indexer::Snapshot::record(*at).activity,
      static_cast<catalog::Referral>(at->segment->features().referral[at->number])};
}

}  // namespace

struct Engine::Parts {
  indexer::Snapshot snapshot;
  indexer::WishReader wishes;
  indexer::ConceptFinder finder_of_records;
  PlaceNames places;
  std::vector<KnownPlace> known_places;
  Tuning tuning;
  Versions versions;

  explicit Parts(indexer::Snapshot opened)
      : snapshot(std::move(opened)),
        wishes(snapshot.vocabulary()),
        finder_of_records(snapshot.vocabulary(), indexer::Speaker::kProvider),
        places(snapshot.places()),
        known_places(list_known_places(snapshot.places())),
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
  return match_with(profile, limit, {}, kShownSessions);
}

catalog::Result<MatchAnswer> Engine::match_with(const Profile& profile,
                                                int limit,
                                                const std::vector<catalog::ActivityId>& wanted,
                                                std::size_t sessions) const {
  assert(profile.date && limit >= 1 && limit <= kMaxLimit);
  const indexer::Analyser analyser;
  const Understood understood =
      understand(profile, parts_->snapshot.vocabulary(), parts_->wishes, analyser);
  const catalog::Result<Asked> asked = prepare(understood, parts_->snapshot, analyser);
  if (!asked) return asked.error();

  MatchAnswer answer;
  answer.assessment = assess_profile(understood, parts_->snapshot.vocabulary(), parts_->versions);
  answer.home = asked->home;
  const ScoreContext context = make_score_context(*asked, parts_->tuning, answer.assessment.gaps);
  const Passed passed = pass_gates(*asked);
  const std::vector<Candidate> ranked = score_all(context, passed.sites, kPortfolioDepth);
  const std::vector<std::size_t> chosen = choose_portfolio(context, ranked);

  for (const std::size_t i : chosen) {
    answer.portfolio.push_back({std::string(ranked[i].id())});
  }
  answer.portfolio_entries = tell_portfolio(context, ranked, chosen, understood);
  answer.portfolio_lacks = tell_lacking(context, passed.sites, ranked, chosen);
  answer.matches = explain_shown(context, ranked, chosen, understood,
                                 {static_cast<std::size_t>(limit), sessions});
  for (Match& match : explain_wanted(context, passed, wanted, answer.matches, sessions))
    answer.matches.push_back(std::move(match));
  answer.ties = suggest_ties(
      {understood.profile, parts_->snapshot.vocabulary(), parts_->wishes.finder(), analyser},
      ranked);
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
  return assess_profile(understood, parts_->snapshot.vocabulary(), parts_->versions);
}

catalog::Result<Plan> Engine::plan(const PlanRequest& request, Reader reader) const {
  const FindFacts find_facts = [this](const catalog::ActivityId& id) {
    return find_plan_facts(parts_->snapshot, id);
  };
  catalog::Problems problems = find_unknown_choices(request, find_facts);
  std::vector<catalog::ActivityId> wanted = request.chosen.activities;
  for (const catalog::ActivityId& id : request.chosen.fallbacks) {
    if (!id.value.empty()) wanted.push_back(id);
  }
  const catalog::Result<MatchAnswer> answer =
      match_with(request.profile, kMaxLimit, wanted, kKnownSessions);
  if (!answer) {
    const catalog::Problems of_profile = in_profile(answer.error());
    problems.insert(problems.end(), of_profile.begin(), of_profile.end());
  }
  if (!problems.empty()) return problems;
  return make_plan(request, {*answer, find_facts, vocabulary()}, reader);
}

catalog::Result<SearchAnswer> Engine::search(const SearchRequest& request) const {
  assert(request.page >= 1 && request.page <= kMaxPage);
  assert(request.per_page >= 1 && request.per_page <= kMaxPerPage);
  return engine::search(request, {parts_->snapshot, parts_->places, parts_->wishes.finder(),
                                  parts_->finder_of_records, parts_->versions});
}

namespace {

void read_text(const catalog::Activity& activity, const SiteAt& site, FoundActivity& found) {
  const indexer::Analyser analyser;
  const indexer::RecordText text = indexer::read_record_text(activity, analyser);
  const auto recurrence =
      static_cast<catalog::Recurrence>(site.features().recurrence[site.activity]);
  found.written_in = indexer::written_language(text);
  const std::int32_t cost = site.features().cost[site.activity];
  const bool is_priced = !activity.costs.empty() || !activity.fees_description.empty();
  if (!is_priced && cost != indexer::kNoNumber) found.told_cost = catalog::Cents{cost};
  found.told_hours = indexer::find_told_hours(activity, text, recurrence).schedules;
}

/// Of the texts that may tell of them.
std::map<std::string, catalog::DaysOff> read_days_off(const catalog::Activity& activity) {
  std::vector<std::string> texts = {activity.description, activity.alert};
  const auto add_all = [&](const std::vector<catalog::Schedule>& schedules) {
    for (const catalog::Schedule& schedule : schedules)
      texts.push_back(schedule.description);
  };
  add_all(activity.schedules);
  for (const catalog::Site& site : activity.sites)
    add_all(site.schedules);
  const indexer::Analyser analyser;
  std::map<std::string, catalog::DaysOff> days_off;
  for (const std::string& text : texts) {
    const catalog::DaysOff told = indexer::find_days_off(text, analyser);
    if (!told.empty()) days_off.emplace(text, told);
  }
  return days_off;
}

}  // namespace

std::optional<FoundActivity> Engine::find_activity(const catalog::ActivityId& id) const {
  const std::optional<indexer::ActivityAt> at = parts_->snapshot.find(id.value);
  if (!at) return std::nullopt;
  const SiteAt site{at->segment, 0, at->number, 0};
  indexer::Record record = indexer::Snapshot::record(*at);
  FoundActivity found;
  found.only_for = gender_welcome(site);
  for (const std::uint32_t language : languages_spoken(site)) {
    found.spoken.push_back(indexer::unpack_language(language));
  }
  if (record.representative != record.activity.id) found.represented_by = record.representative;
  found.same_as = indexer::write_same_as(record.same_as);
  found.conflicts = std::move(record.conflicts);
  read_text(record.activity, site, found);
  found.days_off = read_days_off(record.activity);
  found.activity = std::move(record.activity);
  found.source = std::move(record.source);
  return found;
}

std::vector<std::string> Engine::concepts_of(const catalog::ActivityId& id) const {
  const std::optional<indexer::ActivityAt> found = parts_->snapshot.find(id.value);
  std::vector<std::string> concepts;
  if (!found) return concepts;
  const SiteAt at{found->segment, 0, found->number, 0};
  for (const std::size_t number : subjects_of(at, vocabulary())) {
    concepts.push_back(vocabulary().concepts()[number].id);
  }
  return concepts;
}

std::map<Gate, int> Engine::count_unknown(catalog::Date date) const {
  return engine::count_unknown(parts_->snapshot, date);
}

std::vector<OwnerTask> Engine::list_owner_tasks(catalog::Date date,
                                                const std::string& organization) const {
  return engine::list_owner_tasks(parts_->snapshot, date, organization);
}

const std::vector<KnownPlace>& Engine::places() const {
  return parts_->known_places;
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
