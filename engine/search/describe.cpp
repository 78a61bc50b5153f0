#include "engine/search/describe.h"

namespace kring::engine {
namespace {

ReadWord describe_word(const QueryWord& word, const catalog::Vocabulary& vocabulary) {
  ReadWord described{word.text, {}};
  const std::vector<catalog::Concept>& concepts = vocabulary.concepts();
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    if (word.concepts.has(number)) described.concepts.push_back(concepts[number].id);
  }
  return described;
}

ReadPlace describe_place(const NamedPlace& place, std::string text, std::optional<int> radius_km) {
  if (!radius_km && place.is_postcode) radius_km = kPostcodeRadiusKm;
  return {place.name, place.municipality, std::move(text), radius_km};
}

}  // namespace

ReadQuery describe_query(const Query& query,
                         const Conditions& conditions,
                         const catalog::Vocabulary& vocabulary) {
  ReadQuery described;
  for (const QueryWord& word : query.words) {
    described.words.push_back(describe_word(word, vocabulary));
  }
  for (const BarredWord& word : query.barred) {
    described.without.push_back(word.text);
  }
  described.ignored = query.ignored;
  for (std::size_t i = 0; i < conditions.places.size(); ++i) {
    std::string text = query.places.empty() ? std::string() : query.place_texts[i];
    described.places.push_back(
        describe_place(conditions.places[i], std::move(text), conditions.radius_km));
  }
  return described;
}

}  // namespace kring::engine
