#include "tests/engine/oracle_search.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/search/query.h"

namespace kring::tests {
namespace {

using engine::Tier;
using indexer::Token;
using Texts = std::set<std::string>;

struct PlainWords {
  Texts spellings;
  Texts stems;
  Texts parts;
};

void add_words(const catalog::Activity& activity,
               const indexer::Analyser& analyser,
               PlainWords& words) {
  std::vector<std::string> texts = activity.tags;
  texts.insert(texts.end(), {activity.name, activity.description, activity.eligibility_description,
                             activity.organization.name});
  for (const catalog::Site& site : activity.sites) {
    texts.push_back(site.name);
    texts.push_back(site.city);
  }
  for (const std::string& text : texts) {
    for (const Token& token : analyser.tokens_of(text)) {
      words.parts.insert(token.form->parts.begin(), token.form->parts.end());
      if (!indexer::carries_meaning(token)) continue;
      words.spellings.insert(token.form->folded);
      words.stems.insert(token.form->dutch);
      if (token.tongue == indexer::Tongue::kEnglish) words.stems.insert(token.form->english);
    }
  }
}

/// Its own, and those of the records for which it stands.
PlainWords words_of(const Oracle& oracle,
                    const PlainActivity& shown,
                    const indexer::Analyser& analyser) {
  PlainWords words;
  for (const PlainActivity& activity : oracle.activities()) {
    if (activity.fold_key == shown.fold_key) add_words(activity.record, analyser, words);
  }
  return words;
}

bool has_any(const Texts& texts, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&texts](const std::string& text) { return texts.contains(text); });
}

std::optional<Tier> tier_of(const engine::QueryWord& word,
                            const PlainWords& words,
                            const PlainActivity& activity) {
  if (words.spellings.contains(word.spelling)) return Tier::kExact;
  if (has_any(words.stems, word.stems)) return Tier::kStem;
  const bool has_parts =
      !word.parts.empty()
      && std::all_of(word.parts.begin(), word.parts.end(), [&words](const std::string& part) {
           return words.stems.contains(part) || words.parts.contains(part);
         });
  if (has_parts || has_any(words.parts, word.stems)) return Tier::kCompoundPart;
  for (const auto& [number, strength] : strengths_of(activity)) {
    if (word.concepts.has(number)) return Tier::kSynonym;
  }
  return std::nullopt;
}

bool has_ended(const PlainActivity& activity, catalog::Date today) {
  const bool is_over = activity.facts.last_day && *activity.facts.last_day < today;
  return activity.facts.live == catalog::Answer::kNo || is_over;
}

}  // namespace

std::map<std::string, engine::Tier> search_plainly(const Oracle& oracle,
                                                   const std::string& text,
                                                   catalog::Date today) {
  const indexer::Analyser analyser;
  const indexer::ConceptFinder finder(oracle.vocabulary(), indexer::Speaker::kPerson);
  const engine::PlaceNames places{catalog::Places()};
  const engine::QueryReader reader{analyser, finder, oracle.vocabulary(), places};
  const engine::Query query = reader.read(text, engine::ReadPlaces::kNo);
  std::map<std::string, Tier> hits;
  for (const PlainActivity& activity : oracle.activities()) {
    if (activity.is_represented || has_ended(activity, today)) continue;
    const PlainWords words = words_of(oracle, activity, analyser);
    std::optional<Tier> weakest = Tier::kExact;
    for (const engine::QueryWord& word : query.words) {
      const std::optional<Tier> tier = tier_of(word, words, activity);
      weakest = tier && weakest ? std::max(weakest, tier) : std::nullopt;
    }
    if (weakest) hits.emplace(activity.record.id.value, *weakest);
  }
  return hits;
}

}  // namespace kring::tests
