#include "engine/search/search.h"

#include <algorithm>

#include "catalog/distance.h"
#include "engine/card.h"
#include "engine/explain.h"
#include "engine/journey.h"
#include "engine/search/conditions.h"
#include "engine/search/describe.h"
#include "engine/search/evidence.h"
#include "engine/search/facets.h"
#include "engine/search/known.h"
#include "engine/search/ranking.h"
#include "engine/search/spelling.h"
#include "engine/search/tiers.h"
#include "engine/sessions.h"
#include "engine/understanding.h"
#include "indexer/language/danger.h"

namespace kring::engine {
namespace {

using catalog::Problem;
using catalog::Problems;

constexpr std::size_t kAlikeWords = 4;      // the one taken, and three to offer
constexpr std::size_t kMaxCorrections = 4;  // words of one search

// A profile that says what a search asks of gates and sentences.
Profile profile_of(const SearchRequest& request) {
  Profile profile;
  profile.language = request.language;
  profile.date = request.date;
  return profile;
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
        conditions_(std::move(conditions)),
        live_(asked) {}

  catalog::Result<SearchAnswer> run() {
    const bool names_place = !conditions_.places.empty() || conditions_.is_everywhere;
    query_ = read_.read(request_.text, names_place ? ReadPlaces::kNo : ReadPlaces::kYes);
    SearchAnswer answer = begin_answer();
    std::vector<TextHit> hits = find_text_hits(query_, world_.snapshot, live_);
    // Words of danger are no slips of the pen.
    std::vector<Spelling> spelling;
    if (!has_all_words(hits) && !answer.safety) {
      spelling = correct(names_place);
      if (!spelling.empty()) hits = find_text_hits(query_, world_.snapshot, live_);
    }
    if (!names_place) conditions_.places = query_.places;
    if (const Problems problems = find_lacking_place(); !problems.empty()) return problems;
    answer.query = describe_query(query_, conditions_, world_.snapshot.vocabulary());
    answer.query.text = request_.text;
    answer.query.spelling = std::move(spelling);
    finish_answer(hits, answer);
    return answer;
  }

 private:
  SearchAnswer begin_answer() const {
    SearchAnswer answer;
    answer.date = request_.date;
    answer.versions = world_.versions;
    // Danger in the words of a search has its notice, as in those of a need.
    if (indexer::signals_danger(request_.text, analyser_, request_.date))
      answer.safety = make_safety_notice(request_.language);
    answer.page = request_.page;
    answer.per_page = request_.per_page;
    answer.order = request_.order;
    answer.order_text = in(request_.language, explain_order(request_.order));
    return answer;
  }

  // Words that no activity holds give way to those spelled most like them, or to a place.
  std::vector<Spelling> correct(bool names_place) {
    std::vector<Spelling> corrections;
    std::vector<QueryWord> words;
    for (QueryWord& word : query_.words) {
      const bool is_known = is_held(word, world_.snapshot, live_);
      if (is_known || corrections.size() == kMaxCorrections) {
        words.push_back(std::move(word));
        continue;
      }
      corrections.push_back({word.text, "", {}});
      Spelling& spelling = corrections.back();
      const std::vector<std::string> alike =
          find_alike(word.spelling, world_.snapshot, live_, kAlikeWords);
      if (auto place = names_place ? std::nullopt : find_place_for(word, alike)) {
        spelling.instead = place->name;
        query_.place_texts.push_back(word.text);
        query_.places.push_back(*std::move(place));
        continue;
      }
      if (!alike.empty()) {
        spelling.instead = alike.front();
        spelling.others.assign(alike.begin() + 1, alike.end());
        word = corrected(word, alike.front());
      }
      words.push_back(std::move(word));
    }
    query_.words = std::move(words);
    return corrections;
  }

  QueryWord corrected(const QueryWord& word, const std::string& spelling) const {
    QueryWord other = read_.read_word(spelling);
    other.text = word.text;
    other.is_corrected = true;
    return other;
  }

  // A place whose name is spelled more like the word than the words of the catalogue are, or is the
  // first of these.
  std::optional<NamedPlace> find_place_for(const QueryWord& word,
                                           const std::vector<std::string>& alike) const {
    const std::size_t most = mistakes_allowed(word.spelling);
    if (most == 0 || query_.places.size() == kMaxSearchPlaces) return std::nullopt;
    std::optional<NamedPlace> place = world_.places.find_alike(word.spelling, most);
    if (!place || alike.empty()) return place;
    const std::string name = indexer::fold(place->name);
    const bool is_nearer = catalog::distance_of(word.spelling, name, most)
                           < catalog::distance_of(word.spelling, alike.front(), most);
    return is_nearer || name == alike.front() ? place : std::nullopt;
  }

  Problems find_lacking_place() const {
    const bool needs_place = conditions_.radius_km || request_.order == SearchOrder::kDistance;
    if (!needs_place || !conditions_.places.empty()) return {};
    return {{"no_place",
             "",
             {"Noem een plaats of postcode, met place of in de tekst.",
              "Name a place or postcode, with place or in the text."}}};
  }

  void finish_answer(const std::vector<TextHit>& hits, SearchAnswer& answer) const {
    const FieldContext context = make_field_context(conditions_, asked_, world_.places);
    const WordRule rule = find_rule(hits, context);
    FacetCount facets(conditions_, context, request_.unknowns);
    std::vector<RankedHit> ranked;
    for (const TextHit& hit : hits) {
      if (!rule.allows(hit.missing)) continue;
      const std::vector<JudgedSite> sites = judge_sites(hit, context);
      facets.add(sites);
      if (const auto best = choose_site(hit, sites)) ranked.push_back(*best);
    }
    sort_hits(asked_, request_.order, ranked);
    answer.total = static_cast<int>(ranked.size());
    answer.facets = facets.finish();
    const std::size_t first =
        static_cast<std::size_t>(request_.page - 1) * static_cast<std::size_t>(request_.per_page);
    for (std::size_t i = first; i < ranked.size(); ++i) {
      if (answer.hits.size() == static_cast<std::size_t>(request_.per_page)) break;
      answer.hits.push_back(tell(ranked[i], context));
    }
  }

  // How many words may be missing is a question of what the filters leave.
  WordRule find_rule(const std::vector<TextHit>& hits, const FieldContext& context) const {
    if (query_.words.size() < 2) return {};
    std::vector<std::uint32_t> everywhere;
    std::vector<std::uint32_t> within;
    for (const TextHit& hit : hits) {
      everywhere.push_back(hit.missing);
      const std::vector<JudgedSite> sites = judge_sites(hit, context);
      const bool is_within = std::any_of(sites.begin(), sites.end(),
                                         [this](const JudgedSite& site) { return passes(site); });
      if (is_within) within.push_back(hit.missing);
    }
    return make_word_rule(within.empty() ? everywhere : within, query_);
  }

  std::vector<JudgedSite> judge_sites(const TextHit& hit, const FieldContext& context) const {
    SiteAt at{world_.snapshot.segments()[hit.segment_number].get(), hit.segment_number,
              hit.activity, 0};
    std::vector<JudgedSite> sites;
    const indexer::FeatureColumns& features = at.features();
    for (at.row = features.site_begin[at.activity];
         at.row < features.site_begin[at.activity + std::size_t{1}]; ++at.row) {
      sites.push_back({at, judge_site(conditions_, context, at)});
    }
    return sites;
  }

  bool passes(const JudgedSite& site) const {
    const bool is_dropped = request_.unknowns == Unknowns::kDrop && site.verdict.unknown.any();
    return site.verdict.failed.none() && !is_dropped;
  }

  // The site of which most is known, then the nearest, then the first.
  std::optional<RankedHit> choose_site(const TextHit& hit,
                                       const std::vector<JudgedSite>& sites) const {
    std::optional<RankedHit> best;
    for (const JudgedSite& site : sites) {
      if (!passes(site)) continue;
      const RankedHit candidate = make_ranked(hit, site, distance_to(site.at));
      if (!best || is_better_site(candidate, *best)) best = candidate;
    }
    return best;
  }

  std::optional<catalog::Meters> distance_to(const SiteAt& at) const {
    const std::optional<catalog::Point> point = point_of(at);
    if (conditions_.places.empty() || !point) return std::nullopt;
    return catalog::distance_between(conditions_.places.front().centre, *point);
  }

  Hit tell(const RankedHit& ranked, const FieldContext& context) const {
    const SiteAt& at = ranked.site.at;
    std::vector<indexer::Record> records = {indexer::Snapshot::record({at.segment, at.activity})};
    add_duplicates(records);
    const indexer::Record& record = records.front();
    Hit hit;
    hit.activity = make_card(world_.snapshot, at, record);
    hit.tier = ranked.text.tier;
    for (std::size_t i = 0; i < query_.words.size(); ++i) {
      const bool is_missing = (ranked.text.missing >> i & 1U) != 0;
      if (is_missing) hit.missing_words.push_back(query_.words[i].text);
    }
    const QueryReader of_records{analyser_, world_.of_records, world_.snapshot.vocabulary(),
                                 world_.places};
    hit.why = find_evidence(records, query_, ranked.text.missing, of_records, request_.language);
    hit.known = tell_known(conditions_, context, ranked.site);
    for (std::size_t i = 0; i < condition_count(); ++i) {
      if (!ranked.site.verdict.unknown.test(i)) continue;
      hit.unknown.push_back(
          {std::string(name_of_condition(i)), in(request_.language, question_of_condition(i))});
    }
    hit.distance = ranked.distance;
    hit.next_sessions = first_starts(asked_, at, kShownSessions);
    hit.verified_on = record.activity.verified_on;
    return hit;
  }

  // The records for which the first stands, by id.
  void add_duplicates(std::vector<indexer::Record>& records) const {
    const std::vector<indexer::SameAs> same_as = records.front().same_as;
    for (const indexer::SameAs& other : same_as) {
      if (const auto at = world_.snapshot.find(other.id.value)) {
        records.push_back(indexer::Snapshot::record(*at));
      }
    }
  }

  const SearchRequest& request_;
  const SearchWorld& world_;
  const Asked& asked_;
  indexer::Analyser analyser_;
  QueryReader read_;
  Conditions conditions_;
  LiveActivities live_;
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
  const Profile profile = profile_of(request);
  Understood understood{profile, profile.practical, {}, {}, 0, {}};
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
