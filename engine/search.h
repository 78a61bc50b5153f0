// What does a search of the catalogue ask and answer?
//
// GET /v1/activities as values. A search finds what someone looks for; a match (answer.h) finds
// what fits a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "engine/answer.h"

namespace kring::engine {

inline constexpr int kDefaultPerPage = 20;
inline constexpr int kMaxPerPage = 100;
inline constexpr int kMaxPage = 10'000;
inline constexpr std::size_t kMaxSearchBytes = 400;  ///< of a search text
inline constexpr std::size_t kMaxSearchWords = 16;  ///< that carry meaning; what follows is ignored

inline constexpr std::size_t kMaxSearchPlaces = 5;   ///< of a search text
inline constexpr std::size_t kMaxFilterValues = 50;  ///< of one filter

/// How a word of the search stands in an activity, best first. No order but the one asked for ever
/// puts a later tier before an earlier one.
enum class Tier : std::uint8_t {
  kExact,         ///< as it is spelled, but for capitals and accents
  kStem,          ///< in another form: "wandelen" for "wandelt"
  kCompoundPart,  ///< as part of a compound, or the parts of the searched compound apart
  kSynonym,       ///< in other words for the same concept
  kTypo,          ///< as a word that is spelled much alike; only where no activity has it otherwise
};
std::string_view name_of(Tier tier);  ///< "compound_part"

/// The values asked of one field: one of them is enough. Of several filters every one must hold.
struct Filter {
  std::string field;  ///< as the query parameter: "groupSize"
  std::vector<std::string> values;
};

/// What becomes of activities of which a filter's fact is not known.
enum class Unknowns : std::uint8_t {
  kKeep,  ///< they stay, marked
  kDrop,
};

enum class SearchOrder : std::uint8_t {
  kRelevance,
  kDistance,  ///< from the place; needs one
  kNextSession,
  kName,
  kChecked,  ///< newest check first
};
std::string_view name_of(SearchOrder order);  ///< "next_session"
std::optional<SearchOrder> find_search_order(std::string_view name);
std::string list_search_orders();  ///< "relevance, distance, …"

struct SearchRequest {
  std::string text;  ///< "" finds everything
  std::vector<Filter> filters;
  Unknowns unknowns = Unknowns::kKeep;
  SearchOrder order = SearchOrder::kRelevance;
  int page = 1;  ///< 1..kMaxPage
  int per_page = kDefaultPerPage;
  catalog::Date date;
  catalog::Language language = catalog::Language::kDutch;
};

/// Asks one value more; values of one field stand in one filter.
void add_filter(const std::string& field, std::string value, SearchRequest& request);

/// The names that a filter may have, in the order of the facets.
std::vector<std::string_view> filter_names();

/// How one word of the search was understood.
struct ReadWord {
  std::string text;
  std::vector<std::string> concepts;  ///< whose other words count as this one
};

/// A word that no activity has.
struct Spelling {
  std::string word;
  std::string instead;              ///< what was searched in its place; "" where nothing is alike
  std::vector<std::string> others;  ///< that are as near
};

/// A place that the text or the filter names.
struct ReadPlace {
  std::string name;
  std::string municipality;      ///< "" where not known
  std::string text;              ///< the words that name it; "" where the filter does
  std::optional<int> radius_km;  ///< absent: within the place's own bounds
};

struct ReadQuery {
  std::string text;
  std::vector<ReadWord> words;
  std::vector<std::string> without;  ///< words that no hit may hold
  std::vector<std::string> ignored;
  std::vector<ReadPlace> places;  ///< one is enough
  std::vector<Spelling> spelling;
};

/// Another record of the activity, which alone has a word.
struct FoundIn {
  std::string id;
  std::string source;
};

/// Where and how a hit holds a word of the search, or a phrase that is understood as one.
struct FoundWord {
  std::string word;
  Tier tier = Tier::kExact;
  std::string found;    ///< as the activity says it; "" where it is understood from the whole
  std::string field;    ///< JSON pointer into the HSDS record; "" likewise
  std::string excerpt;  ///< of the field, around it
  std::optional<FoundIn> record;  ///< absent: the activity's own; else of one it stands for
  std::string text;               ///< a sentence for people
};

/// A filter, or a place of the text, that is known to hold.
struct KnownFact {
  std::string filter;
  std::string text;  ///< by what it holds
};

/// A filter whose fact is not known.
struct UnknownFact {
  std::string filter;
  std::string text;  ///< what to ask
};

struct Hit {
  ActivityCard activity;
  std::optional<Tier> tier;  ///< of the weakest word; absent without words
  std::vector<std::string> missing_words;
  std::vector<FoundWord> why;
  std::vector<KnownFact> known;
  std::vector<UnknownFact> unknown;
  std::optional<catalog::Meters> distance;  ///< from the first place asked for
  std::vector<std::string> next_sessions;   ///< as in a match
  std::optional<catalog::Date> verified_on;
};

struct FacetValue {
  std::string value;
  std::string label;
  int count = 0;  ///< hits that this value would give, all other filters as they are
  bool is_chosen = false;
};
struct Facet {
  std::string field;
  std::string label;
  std::vector<FacetValue> values;  ///< by count; at most kMaxFacetValues, and the chosen
  int unknown = 0;                 ///< of which nothing is known of the field
};
inline constexpr std::size_t kMaxFacetValues = 30;

struct SearchAnswer {
  catalog::Date date;
  Versions versions;
  std::optional<SafetyNotice> safety;
  ReadQuery query;
  SearchOrder order = SearchOrder::kRelevance;
  std::string order_text;
  int total = 0;
  int page = 1;
  int per_page = kDefaultPerPage;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
};

/// The envelope of an HSDS page (total_items, contents …) with what was understood beside it. Equal
/// answers give equal bytes.
catalog::Json to_json(const SearchAnswer& answer);

}  // namespace kring::engine
