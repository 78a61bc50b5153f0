#include "engine/search/place_names.h"

#include <algorithm>
#include <array>

#include "catalog/distance.h"
#include "indexer/language/areas.h"
#include "indexer/language/compounds.h"

namespace kring::engine {
namespace {

using indexer::CutKind;
using indexer::Token;

constexpr std::size_t kPostcodeDigits = 4;
constexpr std::size_t kPostcodeLetters = 2;

// What leads a place in.
constexpr std::array<std::string_view, 11> kPrepositions = {
    "in", "te", "bij", "rond", "rondom", "nabij", "omgeving", "vlakbij", "near", "around", "uit"};
// What may stand between.
constexpr std::array<std::string_view, 7> kBetween = {"de",    "van",      "het",      "buurt",
                                                      "regio", "gemeente", "omstreken"};

// By which PostNL tells places of one name apart: "Bergen L", "Beuningen Gld".
constexpr std::array<std::string_view, 12> kProvinces = {"l",  "lb", "gld", "nb", "nh", "zh",
                                                         "ov", "ut", "dr",  "gn", "fr", "zld"};

template <std::size_t kCount>
bool holds(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> words_of(const std::string& name, const indexer::Analyser& analyser) {
  std::vector<std::string> words;
  for (const Token& token : analyser.tokens_of(name)) {
    if (token.is_said()) words.push_back(token.form->folded);
  }
  if (words.size() > 1 && holds(kProvinces, words.back())) words.pop_back();
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    joined += (joined.empty() ? "" : " ") + word;
  }
  return joined;
}

template <class Value>
void add_once(const Value& value, std::vector<Value>& values) {
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

void add_row(const catalog::Place& row, NamedPlace& place) {
  const auto count = static_cast<double>(place.postcodes4.size());
  place.centre.latitude = (place.centre.latitude * count + row.point.latitude) / (count + 1);
  place.centre.longitude = (place.centre.longitude * count + row.point.longitude) / (count + 1);
  add_once(row.postcode4, place.postcodes4);
  if (!row.name.empty()) add_once(indexer::area_hash_of(row.name), place.areas);
  if (row.municipality.empty()) return;
  add_once(indexer::area_hash_of(row.municipality), place.areas);
  add_once(indexer::area_hash_of(row.municipality), place.municipalities);
}

bool begins_with_capital(std::string_view text, const Token& token) {
  const char first = text[token.span.begin];
  return first >= 'A' && first <= 'Z';
}

// The first token of what leads the place at `at` in: "in de buurt van"; `at` itself where no
// preposition does.
std::size_t find_lead(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t lead = at;
  while (lead > 0 && tokens[lead - 1].is_word()) {
    const std::string& word = tokens[lead - 1].form->folded;
    if (!holds(kPrepositions, word) && !holds(kBetween, word)) break;
    --lead;
  }
  const bool has_preposition =
      std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(lead),
                  tokens.begin() + static_cast<std::ptrdiff_t>(at),
                  [](const Token& token) { return holds(kPrepositions, token.form->folded); });
  return has_preposition ? lead : at;
}

// Whether the word is the last of the search, alone or behind one that carries meaning: "koffie
// beek", not "naar de bergen".
bool ends_search(const std::vector<Token>& tokens, std::span<const std::size_t> said) {
  if (said.size() != 1) return false;
  return said.front() == 0 || indexer::carries_meaning(tokens[said.front() - 1]);
}

}  // namespace

PlaceNames::PlaceNames(const catalog::Places& places) {
  const indexer::Analyser analyser;
  for (const catalog::Place& row : places.rows()) {
    const std::vector<std::string> name = words_of(row.name, analyser);
    const std::vector<std::string> municipality = words_of(row.municipality, analyser);
    longest_ = std::max({longest_, name.size(), municipality.size()});
    if (!name.empty()) add(join(name), row);
    if (!municipality.empty() && municipality != name) add(join(municipality), row);
    add_row(row, by_postcode4_[row.postcode4]);
    if (!row.municipality.empty()) add_once(row.municipality, municipalities_);
  }
  number_municipalities(analyser);
  name_postcodes(places);
}

void PlaceNames::number_municipalities(const indexer::Analyser& analyser) {
  for (std::size_t i = 0; i < municipalities_.size(); ++i) {
    municipality_by_hash_[indexer::area_hash_of(municipalities_[i])] = i;
    const auto found = by_name_.find(join(words_of(municipalities_[i], analyser)));
    if (found == by_name_.end()) continue;
    found->second.is_municipality = true;
    found->second.name = municipalities_[i];
  }
}

void PlaceNames::name_postcodes(const catalog::Places& places) {
  for (const catalog::Place& row : places.rows()) {
    NamedPlace& place = by_postcode4_[row.postcode4];
    place.name = std::to_string(row.postcode4) + (row.name.empty() ? "" : " " + row.name);
    place.municipality = row.municipality;
    place.is_postcode = true;
    const auto municipality = municipality_by_hash_.find(indexer::area_hash_of(row.municipality));
    if (municipality != municipality_by_hash_.end()) {
      municipality_by_postcode4_[row.postcode4] = municipality->second;
    }
  }
}

void PlaceNames::add(const std::string& key, const catalog::Place& row) {
  NamedPlace& place = by_name_[key];
  if (place.name.empty()) {
    place.name = row.name;
    place.municipality = row.municipality;
  }
  add_row(row, place);
}

std::optional<NamedPlace> PlaceNames::find_postcode(const std::vector<Token>& tokens,
                                                    std::size_t at) const {
  if (tokens[at].kind != CutKind::kNumber) return std::nullopt;
  const std::string& digits = tokens[at].form->folded;
  if (digits.size() != kPostcodeDigits) return std::nullopt;
  const std::optional<int> postcode4 = catalog::parse_postcode4(digits);
  const auto found = postcode4 ? by_postcode4_.find(*postcode4) : by_postcode4_.end();
  return found == by_postcode4_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<NamedPlace> PlaceNames::find(const std::vector<Token>& tokens) const {
  if (tokens.empty()) return std::nullopt;
  if (const auto postcode = mention_of_postcode(tokens, 0)) {
    return postcode->end == tokens.size() ? std::optional(postcode->place) : std::nullopt;
  }
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (token.is_said()) words.push_back(token.form->folded);
  }
  const auto found = by_name_.find(join(words));
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<NamedPlace> PlaceNames::find_alike(const std::string& word, std::size_t most) const {
  std::size_t nearest = most + 1;
  const NamedPlace* place = nullptr;
  for (const auto& [name, entry] : by_name_) {
    const std::size_t distance = catalog::distance_of(word, name, most);
    if (distance >= nearest) continue;
    nearest = distance;
    place = &entry;
  }
  return place == nullptr ? std::nullopt : std::optional(*place);
}

std::optional<PlaceMention> PlaceNames::mention_of_postcode(const std::vector<Token>& tokens,
                                                            std::size_t at) const {
  std::optional<NamedPlace> postcode = find_postcode(tokens, at);
  if (!postcode) return std::nullopt;
  const bool has_letters = at + 1 < tokens.size() && tokens[at + 1].is_word()
                           && tokens[at + 1].form->folded.size() == kPostcodeLetters
                           && (tokens[at + 1].is_glued || at + 2 == tokens.size());
  return PlaceMention{*std::move(postcode), find_lead(tokens, at), at + (has_letters ? 2 : 1)};
}

std::optional<PlaceMention> PlaceNames::mention_of_name(std::string_view text,
                                                        const std::vector<Token>& tokens,
                                                        std::span<const std::size_t> said) const {
  const std::size_t at = said.front();
  for (std::size_t count = std::min(longest_, said.size()); count > 0; --count) {
    std::vector<std::string> words;
    for (const std::size_t token : said.first(count)) {
      words.push_back(tokens[token].form->folded);
    }
    const auto found = by_name_.find(join(words));
    if (found == by_name_.end()) continue;
    const std::size_t lead = find_lead(tokens, at);
    const bool is_ordinary = count == 1 && indexer::is_dutch_word(words.front());
    const bool is_told =
        lead != at || begins_with_capital(text, tokens[at]) || ends_search(tokens, said);
    if (!is_ordinary || is_told) return PlaceMention{found->second, lead, said[count - 1] + 1};
  }
  return std::nullopt;
}

std::vector<PlaceMention> PlaceNames::find_mentions(std::string_view text,
                                                    const std::vector<Token>& tokens) const {
  // The words alone: "Berg-en-Dal" is "Berg en Dal".
  std::vector<std::size_t> said;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_said()) said.push_back(i);
  }
  std::vector<PlaceMention> mentions;
  for (std::size_t i = 0; i < said.size();) {
    std::optional<PlaceMention> mention = mention_of_postcode(tokens, said[i]);
    if (!mention) mention = mention_of_name(text, tokens, std::span(said).subspan(i));
    if (!mention) {
      ++i;
      continue;
    }
    while (i < said.size() && said[i] < mention->end) {
      ++i;
    }
    mentions.push_back(*std::move(mention));
  }
  return mentions;
}

std::optional<std::size_t> PlaceNames::municipality_of(int postcode4) const {
  const auto found = municipality_by_postcode4_.find(postcode4);
  return found == municipality_by_postcode4_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> PlaceNames::municipality_called(std::uint64_t area_hash) const {
  const auto found = municipality_by_hash_.find(area_hash);
  return found == municipality_by_hash_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace kring::engine
