#include "engine/search/search.h"

#include <algorithm>
#include <bit>

#include "engine/card.h"
#include "engine/explain.h"
#include "engine/gates/gates.h"
#include "engine/journey.h"
#include "engine/search/conditions.h"
#include "engine/search/evidence.h"
#include "engine/search/facets.h"
#include "engine/search/ranking.h"
#include "engine/search/spelling.h"
#include "engine/search/tiers.h"
#include "engine/sessions.h"
#include "engine/understanding.h"

namespace kring::engine {
namespace {

using catalog::Problem;
using catalog::Problems;

constexpr std::size_t kAlikeWords = 4;  // the one taken, and three to offer

// A profile that says what a search asks of gates and sentences.
Profile profile_of(const SearchRequest& request) {
  Profile profile;
  profile.language = request.language;
  profile.date = request.date;
  return profile;
}

// Danger in the words of a search has its notice, as in those of a need.
std::optional<SafetyNotice> find_safety_in(const SearchRequest& request,
                                           const indexer::Analyser& analyser) {
  Profile profile = profile_of(request);
  Need need;
  need.text = request.text;
  profile.needs.push_back(std::move(need));
  return find_safety(profile, analyser);
}

// Words that no activity holds give way to those spelled most like them.
std::vector<Spelling> correct(const SearchWorld& world, const QueryReader& read, Query& query) {
  std::vector<Spelling> corrections;
  for (QueryWord& word : query.words) {
    if (count_holding(word, world.snapshot) > 0) continue;
    std::vector<std::string> alike = find_alike(word.spelling, world.snapshot, kAlikeWords);
    Spelling spelling{word.text, "", {}};
    if (!alike.empty()) {
      spelling.instead = alike.front();
      spelling.others.assign(alike.begin() + 1, alike.end());
      std::string text = std::move(word.text);
      word = read.read_word(alike.front());
      word.text = std::move(text);
      word.is_corrected = true;
    }
    corrections.push_back(std::move(spelling));
  }
  return corrections;
}

bool has_all_words(const std::vector<TextHit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [](const TextHit& hit) { return hit.missing == 0; });
}

// One search, from reading to answer.
class Search {
 public:
  Search(const SearchRequest& request,
         const SearchWorld& world,
         const Asked& asked,
         Conditions conditions)
      : request_(request),
        world_(world),
        asked_(asked),
        read_{analyser_, world.of_people, world.snapshot.vocabulary(), world.places},
        conditions_(std::move(conditions)) {}

  catalog::Result<SearchAnswer> run() {
    const bool names_place = !conditions_.places.empty() || conditions_.is_everywhere;
    query_ = read_.read(request_.text, names_place ? ReadPlaces::kNo : ReadPlaces::kYes);
    SearchAnswer answer = begin_answer();
    if (!names_place) conditions_.places = query_.places;
    if (const Problems problems = find_lacking_place(); !problems.empty()) return problems;

    std::vector<TextHit> hits = find_text_hits(query_, world_.snapshot);
    if (!has_all_words(hits)) {
      answer.query.spelling = correct(world_, read_, query_);
      if (!answer.query.spelling.empty()) hits = find_text_hits(query_, world_.snapshot);
    }
    finish_answer(hits, make_context(), answer);
    return answer;
  }

 private:
  SearchAnswer begin_answer() const {
    SearchAnswer answer;
    answer.date = request_.date;
    answer.versions = world_.versions;
    answer.safety = find_safety_in(request_, analyser_);
    answer.page = request_.page;
    answer.per_page = request_.per_page;
    answer.order = request_.order;
    answer.order_text = in(request_.language, explain_order(request_.order));
    answer.query = describe_query();
    return answer;
  }

  ReadQuery describe_query() const {
    ReadQuery described;
    described.text = request_.text;
    const std::vector<catalog::Concept>& concepts = world_.snapshot.vocabulary().concepts();
    for (const QueryWord& word : query_.words) {
      ReadWord& entry = described.words.emplace_back(ReadWord{word.text, {}});
      for (std::size_t number = 0; number < concepts.size(); ++number) {
        if (word.concepts.has(number)) entry.concepts.push_back(concepts[number].id);
      }
    }
    for (const BarredWord& word : query_.barred) {
      described.without.push_back(word.text);
    }
    described.ignored = query_.ignored;
    for (const NamedPlace& place : conditions_.places) {
      described.places.push_back(describe_place(place, ""));
    }
    for (std::size_t i = 0; i < query_.places.size(); ++i) {
      described.places.push_back(describe_place(query_.places[i], query_.place_texts[i]));
    }
    return described;
  }

  ReadPlace describe_place(const NamedPlace& place, std::string text) const {
    std::optional<int> radius = conditions_.radius_km;
    if (!radius && place.is_postcode) radius = kPostcodeRadiusKm;
    return {place.name, place.municipality, std::move(text), radius};
  }

  Problems find_lacking_place() const {
    const bool needs_place = conditions_.radius_km || request_.order == SearchOrder::kDistance;
    if (!needs_place || !conditions_.places.empty()) return {};
    return {{"no_place",
             "",
             {"Noem een plaats of postcode, met place of in de tekst.",
              "Name a place or postcode, with place or in the text."}}};
  }

  FieldContext make_context() const {
    FieldContext context{asked_, world_.places};
    const std::span<const Field> fields = search_fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      for (const std::uint64_t value : conditions_.chosen[i]) {
        const auto bit = static_cast<std::uint8_t>(1U << value);
        if (fields[i].name == kDayField) context.days |= bit;
        if (fields[i].name == kDayPartField) context.day_parts |= bit;
      }
    }
    return context;
  }

  void finish_answer(const std::vector<TextHit>& hits,
                     const FieldContext& context,
                     SearchAnswer& answer) const {
    FacetCount facets(conditions_, context, request_.unknowns);
    std::vector<RankedHit> ranked;
    for (const TextHit& hit : hits) {
      const std::vector<JudgedSite> sites = judge_sites(hit, context);
      if (sites.empty()) continue;
      facets.add(sites);
      if (const auto best = choose_site(hit, sites)) ranked.push_back(*best);
    }
    sort_hits(request_.order, ranked);
    answer.total = static_cast<int>(ranked.size());
    answer.facets = facets.finish();
    const std::size_t first =
        static_cast<std::size_t>(request_.page - 1) * static_cast<std::size_t>(request_.per_page);
    for (std::size_t i = first; i < ranked.size(); ++i) {
      if (answer.hits.size() == static_cast<std::size_t>(request_.per_page)) break;
      answer.hits.push_back(tell(ranked[i]));
    }
  }

  // None where the activity has ended.
  std::vector<JudgedSite> judge_sites(const TextHit& hit, const FieldContext& context) const {
    SiteAt at{world_.snapshot.segments()[hit.segment_number].get(), hit.segment_number,
              hit.activity, 0};
    std::vector<JudgedSite> sites;
    if (judge_not_live(asked_, at) == catalog::Answer::kNo) return sites;
    const indexer::FeatureColumns& features = at.features();
    for (at.row = features.site_begin[at.activity];
         at.row < features.site_begin[at.activity + std::size_t{1}]; ++at.row) {
      sites.push_back({at, judge_site(conditions_, context, at)});
    }
    return sites;
  }

  // The site of which most is known, then the nearest, then the first.
  std::optional<RankedHit> choose_site(const TextHit& hit,
                                       const std::vector<JudgedSite>& sites) const {
    std::optional<RankedHit> best;
    for (const JudgedSite& site : sites) {
      const bool is_dropped = request_.unknowns == Unknowns::kDrop && site.verdict.unknown.any();
      if (site.verdict.failed.any() || is_dropped) continue;
      const RankedHit candidate = make_ranked(asked_, hit, site, distance_to(site.at));
      if (!best || is_better_site(candidate, *best)) best = candidate;
    }
    return best;
  }

  std::optional<catalog::Meters> distance_to(const SiteAt& at) const {
    const std::optional<catalog::Point> point = point_of(at);
    if (conditions_.places.empty() || !point) return std::nullopt;
    return catalog::distance_between(conditions_.places.front().centre, *point);
  }

  Hit tell(const RankedHit& ranked) const {
    const SiteAt& at = ranked.site.at;
    const indexer::Record record = indexer::Snapshot::record({at.segment, at.activity});
    Hit hit;
    hit.activity = make_card(world_.snapshot, at, record);
    hit.tier = ranked.text.tier;
    for (std::size_t i = 0; i < query_.words.size(); ++i) {
      const bool is_missing = (ranked.text.missing >> i & 1U) != 0;
      if (is_missing) hit.missing_words.push_back(query_.words[i].text);
    }
    const QueryReader of_records{analyser_, world_.of_records, world_.snapshot.vocabulary(),
                                 world_.places};
    hit.why =
        find_evidence(record.activity, query_, ranked.text.missing, of_records, request_.language);
    for (std::size_t i = 0; i < condition_count(); ++i) {
      if (!ranked.site.verdict.unknown.test(i)) continue;
      hit.unknown.push_back(
          {std::string(name_of_condition(i)), in(request_.language, question_of_condition(i))});
    }
    hit.distance = ranked.distance;
    hit.next_sessions = shown_starts(asked_, at);
    hit.verified_on = record.activity.verified_on;
    return hit;
  }

  const SearchRequest& request_;
  const SearchWorld& world_;
  const Asked& asked_;
  indexer::Analyser analyser_;
  QueryReader read_;
  Conditions conditions_;
  Query query_;
};

}  // namespace

catalog::Result<SearchAnswer> search(const SearchRequest& request, const SearchWorld& world) {
  if (request.text.size() > kMaxSearchBytes) {
    return Problem{"text_too_long",
                   "",
                   {"Deze zoektekst is te lang. Schrijf een paar woorden.",
                    "This search text is too long. Write a few words."}};
  }
  const indexer::Analyser analyser;
  Understood understood =
      understand(profile_of(request), world.snapshot.vocabulary(), world.of_people, analyser);
  const catalog::Result<Asked> asked = prepare(understood, world.snapshot, analyser);
  if (!asked) return asked.error();
  catalog::Result<Conditions> conditions =
      read_conditions(request.filters, {*asked, world.places}, analyser);
  if (!conditions) return conditions.error();
  // What was asked refers to the profile; the gates of age and cost read them there.
  understood.profile.person.age = conditions->age;
  understood.profile.practical.max_cost_per_session = conditions->max_cost;
  return Search(request, world, *asked, *std::move(conditions)).run();
}

}  // namespace kring::engine
