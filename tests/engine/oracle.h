// Which answer follows from the catalogue alone?
//
// The plain reading of the contract: every live activity is judged and scored from its record and
// what is understood of it, in plain loops, without the index. Slow and clear on purpose.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog/places.h"
#include "catalog/schedule/expand.h"
#include "catalog/store/store.h"
#include "catalog/vocabulary.h"
#include "catalog/weights.h"
#include "engine/answer.h"
#include "engine/profile.h"
#include "indexer/language/analysis.h"
#include "indexer/language/annotation.h"
#include "indexer/language/annotator.h"
#include "indexer/language/areas.h"
#include "indexer/offers.h"

namespace kring::tests {

/// Where an activity takes place, or the one place "nowhere" of an activity without a site.
struct PlainSite {
  std::string venue;
  std::string postcode;
  std::optional<catalog::Point> point;
  catalog::AttendanceSet forms;
  indexer::AccessFacts access{};
  bool states_hours = false;
  bool is_quick = false;  ///< a desk or a call: half an hour of its hours is enough
  std::vector<catalog::Session> sessions;  ///< ascending, each once
};

/// One live activity of the catalogue with all that is understood of it.
struct PlainActivity {
  catalog::Activity record;
  indexer::Annotation facts;
  indexer::Offers offers{};
  std::uint64_t fold_key = 0;   ///< equal for its duplicates
  bool is_represented = false;  ///< by another of them
  bool teaches_language = false;
  std::vector<indexer::Area> areas;
  std::vector<std::string> name_stems;  ///< of name and tags, alphabetical
  std::vector<std::string> text_stems;  ///< of the running text, alphabetical
  std::vector<PlainSite> sites;         ///< at least one
};

struct ExpectedMatch {
  std::string id;
  catalog::Score score;
  std::vector<engine::ScorePart> parts;
};

struct Expected {
  std::map<engine::Gate, int> excluded;
  std::vector<ExpectedMatch> first;  ///< of the ranking, one record of each activity
};

/// How surely an activity is about a concept; absent where it is not.
using ConceptStrengths = std::map<std::size_t, indexer::Strength>;
ConceptStrengths strengths_of(const PlainActivity& activity);

/// What a profile asks, looked up once.
struct PlainNeed {
  int priority = 2;
  std::vector<std::size_t> named;
  std::vector<std::size_t> told;
};
struct PlainTerm {
  std::string stem;
  bool is_interest = false;
};
struct PlainRequest {
  engine::Profile profile;  ///< what is left empty filled in as the needs' words say
  std::optional<catalog::Point> home;
  std::string place;         ///< "" where not known
  std::string municipality;  ///< "" where not known
  catalog::AttendanceSet forms;
  std::vector<std::size_t> avoided_concepts;
  std::set<std::uint64_t> avoided_keys;                 ///< fold keys of avoided activities
  std::multimap<std::uint64_t, engine::Tried> tries;    ///< by fold key
  std::vector<std::vector<std::string>> avoided_words;  ///< meaningful stems of each entry
  std::vector<PlainNeed> needs;
  std::vector<PlainTerm> terms;
  std::uint64_t kinds = 0;  ///< that needs and interests tell of
};

/// Adds what the words of the needs ask: told concepts to `request.needs` (one for each need of the
/// profile, in order), refused ones, and limits where the profile has none. In the needs' texts it
/// leaves out the words of limits that name what is not wanted.
void add_words(const catalog::Vocabulary& vocabulary,
               const indexer::Analyser& analyser,
               PlainRequest& request);

/// The first gate that says no to one site; absent where none does.
std::optional<engine::Gate> find_refusal(const PlainRequest& request,
                                         const PlainActivity& activity,
                                         const PlainSite& site);

/// The quickest journey in minutes within the person's limits; absent where there is none.
std::optional<int> find_minutes(const PlainRequest& request, const PlainSite& site);

/// The day of the first meeting that suits the person.
std::optional<catalog::Date> find_first_day(const PlainRequest& request, const PlainSite& site);

/// The meetings of the twelve weeks from the profile's date on.
std::vector<catalog::Session> meetings_ahead(const PlainRequest& request, const PlainSite& site);

/// What all scores of one request share.
struct PlainScoring {
  const catalog::Weights* weights = nullptr;
  const catalog::Vocabulary* vocabulary = nullptr;
  std::vector<std::int64_t> gaps;               ///< ten, in the answer's order; 0 where unknown
  std::map<std::string, std::int64_t> holders;  ///< live activities that hold the stem
  std::int64_t live = 0;
};
std::vector<engine::ScorePart> score_plainly(const PlainRequest& request,
                                             const PlainScoring& scoring,
                                             const PlainActivity& activity,
                                             const PlainSite& site);

class Oracle {
 public:
  /// Reads the whole catalogue; it may change afterwards.
  Oracle(const catalog::ActivityStore& store, catalog::Date today);

  /// `gaps` as the engine assessed them: they follow from the profile alone.
  [[nodiscard]] Expected match(const engine::Profile& profile,
                               const std::vector<engine::Gap>& gaps,
                               std::size_t count) const;

  [[nodiscard]] const std::vector<PlainActivity>& activities() const { return activities_; }
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  [[nodiscard]] PlainRequest make_request(const engine::Profile& profile) const;

  catalog::Vocabulary vocabulary_;
  catalog::Weights weights_;
  catalog::Places places_;
  std::vector<PlainActivity> activities_;
};

}  // namespace kring::tests
