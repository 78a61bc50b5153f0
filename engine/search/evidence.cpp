#include "engine/search/evidence.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "indexer/language/record_text.h"

namespace kring::engine {
namespace {

using indexer::FieldText;
using indexer::TextSpan;
using indexer::Token;

constexpr std::size_t kAround = 60;  // bytes of an excerpt on either side

// A text of a record in which words are looked for.
struct Place {
  std::string field;
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<indexer::ConceptHit> concepts;
  std::optional<FoundIn> record;  // of a duplicate
};

// The fields whose words the index holds (indexer/segment_writer.cpp), as they are read: name and
// tags first.
constexpr std::array<indexer::Field, 5> kSearched = {
    indexer::Field::kName, indexer::Field::kTag, indexer::Field::kDescription,
    indexer::Field::kEligibility, indexer::Field::kOrganization};

// Those fields, and the venues' names and towns.
std::vector<Place> read_places(const catalog::Activity& activity,
                               const std::optional<FoundIn>& of_duplicate,
                               const QueryReader& read) {
  std::vector<Place> places;
  indexer::RecordText record = indexer::read_record_text(activity, read.analyser);
  for (const indexer::Field field : kSearched) {
    for (FieldText& text : record.fields) {
      if (text.field != field) continue;
      places.push_back({indexer::pointer_to(text.field, text.item),
                        text.text,
                        std::move(text.tokens),
                        {},
                        of_duplicate});
    }
  }
  for (std::size_t i = 0; i < activity.sites.size(); ++i) {
    const catalog::Site& site = activity.sites[i];
    const std::string location = "/service_at_locations/" + std::to_string(i) + "/location";
    places.push_back(
        {location + "/name", site.name, read.analyser.tokens_of(site.name), {}, of_duplicate});
    places.push_back({location + "/addresses/0/city",
                      site.city,
                      read.analyser.tokens_of(site.city),
                      {},
                      of_duplicate});
  }
  for (Place& place : places) {
    place.concepts = read.finder.find(place.tokens);
  }
  return places;
}

struct Places {
  std::vector<Place> own;
  std::vector<Place> of_duplicates;
};

Places read_all_places(const std::vector<indexer::Record>& records, const QueryReader& read) {
  Places places{read_places(records.front().activity, std::nullopt, read), {}};
  for (std::size_t i = 1; i < records.size(); ++i) {
    const FoundIn record{records[i].activity.id.value, records[i].source};
    std::vector<Place> more = read_places(records[i].activity, record, read);
    std::move(more.begin(), more.end(), std::back_inserter(places.of_duplicates));
  }
  return places;
}

// Whether one token holds the word in `tier`; synonyms span several.
bool is_held(const QueryWord& word, Tier tier, const Token& token) {
  switch (tier) {
    case Tier::kExact:
      return token.form->folded == word.spelling;
    case Tier::kStem:
      return holds_stem(word.stems, token);
    case Tier::kCompoundPart:
      return holds_in_part(word.stems, token);
    case Tier::kSynonym:
    case Tier::kTypo:
      return false;
  }
  return false;
}

bool has_part(const std::string& part, const Token& token) {
  const std::vector<std::string>& parts = token.form->parts;
  return token.form->dutch == part || std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::optional<TextSpan> find_synonym(const QueryWord& word, const Place& place) {
  for (const indexer::ConceptHit& hit : place.concepts) {
    if (!hit.is_hint && word.concepts.has(hit.number)) {
      return TextSpan{place.tokens[hit.begin].span.begin, place.tokens[hit.end - 1].span.end};
    }
  }
  return std::nullopt;
}

std::optional<TextSpan> find_in(const QueryWord& word, Tier tier, const Place& place) {
  if (tier == Tier::kSynonym) return find_synonym(word, place);
  const auto token =
      std::find_if(place.tokens.begin(), place.tokens.end(), [&](const Token& candidate) {
        return indexer::carries_meaning(candidate) && is_held(word, tier, candidate);
      });
  return token == place.tokens.end() ? std::nullopt : std::optional(token->span);
}

bool is_blank(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t';
}

// The text around a span, cut between words.
std::string excerpt_of(std::string_view text, TextSpan span) {
  std::size_t begin = span.begin > kAround ? span.begin - kAround : 0;
  std::size_t end = std::min(text.size(), span.end + kAround);
  while (begin > 0 && begin < span.begin && !is_blank(text[begin - 1])) {
    ++begin;
  }
  while (end < text.size() && end > span.end && !is_blank(text[end])) {
    --end;
  }
  return (begin > 0 ? "… " : "") + std::string(text.substr(begin, end - begin))
         + (end < text.size() ? " …" : "");
}

std::string name_of(ConceptBits concepts, const QueryReader& read, catalog::Language language) {
  const std::vector<catalog::Concept>& all = read.vocabulary.concepts();
  for (std::size_t number = 0; number < all.size(); ++number) {
    if (concepts.has(number)) return in(language, all[number].plain);
  }
  return {};
}

std::string quoted(const std::string& text) {
  return "“" + text + "”";
}

// `word` is what was searched: of a corrected word the correction.
catalog::Text explain_tier(const FoundWord& found,
                           const std::string& word,
                           const std::string& label) {
  const std::string here = quoted(found.found);
  switch (found.tier) {
    case Tier::kExact:
      return {here + " staat er zo.", here + " stands there."};
    case Tier::kStem:
      return {here + " is een vorm van " + quoted(word) + ".",
              here + " is a form of " + quoted(word) + "."};
    case Tier::kCompoundPart:
      return {here + " heeft een woord gelijk met " + quoted(word) + ".",
              here + " shares a word with " + quoted(word) + "."};
    case Tier::kSynonym:
    case Tier::kTypo:
      break;
  }
  if (found.found.empty()) return {"Gaat over: " + label + ".", "Is about: " + label + "."};
  return {here + " hoort bij " + quoted(word) + ".", here + " goes with " + quoted(word) + "."};
}

FoundWord make_found(const QueryWord& word, Tier tier) {
  FoundWord found;
  found.word = word.text;
  found.tier = tier;
  return found;
}

FoundWord make_found_at(const QueryWord& word, Tier tier, const Place& place, TextSpan span) {
  FoundWord found = make_found(word, tier);
  found.found = std::string(place.text.substr(span.begin, span.end - span.begin));
  found.field = place.field;
  found.excerpt = excerpt_of(place.text, span);
  found.record = place.record;
  return found;
}

std::optional<FoundWord> find_part(const QueryWord& word,
                                   const std::string& part,
                                   const std::vector<Place>& places) {
  for (const Place& place : places) {
    const auto token = std::find_if(place.tokens.begin(), place.tokens.end(),
                                    [&part](const Token& entry) { return has_part(part, entry); });
    if (token == place.tokens.end()) continue;
    return make_found_at(word, Tier::kCompoundPart, place, token->span);
  }
  return std::nullopt;
}

// The parts of a searched compound, apart or within others: where the first stands, if all do.
std::optional<FoundWord> find_parts(const QueryWord& word, const std::vector<Place>& places) {
  std::optional<FoundWord> first;
  for (const std::string& part : word.parts) {
    std::optional<FoundWord> found = find_part(word, part, places);
    if (!found) return std::nullopt;
    if (!first) first = std::move(found);
  }
  return first;
}

std::optional<FoundWord> find_at_tier(const QueryWord& word,
                                      Tier tier,
                                      const std::vector<Place>& places) {
  for (const Place& place : places) {
    if (const auto span = find_in(word, tier, place)) {
      return make_found_at(word, tier, place, *span);
    }
  }
  return tier == Tier::kCompoundPart ? find_parts(word, places) : std::nullopt;
}

// At each tier in the record that is shown before those for which it stands. What it is about is
// said of the record that is shown alone.
std::optional<FoundWord> find_word(const QueryWord& word, const Places& places) {
  for (const Tier tier : {Tier::kExact, Tier::kStem, Tier::kCompoundPart, Tier::kSynonym}) {
    if (auto found = find_at_tier(word, tier, places.own)) return found;
    if (tier == Tier::kSynonym) break;
    if (auto found = find_at_tier(word, tier, places.of_duplicates)) return found;
  }
  return std::nullopt;
}

// The sentence about a word that stands in another record of the activity.
catalog::Text with_record(catalog::Text text, const std::optional<FoundIn>& record) {
  if (!record) return text;
  text.nl += " Zo beschrijft " + record->source + " deze activiteit.";
  text.en += " So " + record->source + " describes this activity.";
  return text;
}

// Words of one phrase are understood together: "walking group" for "wandelgroep".
bool is_one_phrase(const FoundWord& a, const FoundWord& b) {
  return a.tier == Tier::kSynonym && b.tier == Tier::kSynonym && a.found == b.found
         && a.field == b.field;
}

// Of a corrected word the correction.
const std::string& searched_as(const QueryWord& word) {
  return word.is_corrected ? word.spelling : word.text;
}

}  // namespace

std::vector<FoundWord> find_evidence(const std::vector<indexer::Record>& records,
                                     const Query& query,
                                     std::uint32_t missing,
                                     const QueryReader& read,
                                     catalog::Language language) {
  const Places places = read_all_places(records, read);
  std::vector<FoundWord> evidence;
  std::string phrase;  // the words searched that the last of `evidence` stands for
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    if ((missing >> i & 1U) != 0) continue;
    // What stands nowhere is understood from the whole.
    FoundWord found = find_word(word, places).value_or(make_found(word, Tier::kSynonym));
    if (!evidence.empty() && is_one_phrase(evidence.back(), found)) {
      found.word = evidence.back().word + " " + found.word;
      evidence.pop_back();
    } else {
      phrase.clear();
    }
    phrase.append(phrase.empty() ? "" : " ").append(searched_as(word));
    const std::string label = name_of(word.concepts, read, language);
    found.text = in(language, with_record(explain_tier(found, phrase, label), found.record));
    if (word.is_corrected) found.tier = Tier::kTypo;
    evidence.push_back(std::move(found));
  }
  return evidence;
}

}  // namespace kring::engine
