#include "engine/search/query.h"

#include <algorithm>
#include <array>

#include "engine/search.h"
#include "indexer/language/other_forms.h"

namespace kring::engine {
namespace {

using indexer::Token;
using Tokens = std::vector<Token>;

constexpr std::size_t kLargePart = 5;  // letters

// Behind these a word is not wanted, unless one of the next follows ("niet alleen").
constexpr std::array<std::string_view, 7> kBarring = {"geen",    "zonder", "niet", "nooit",
                                                      "without", "no",     "not"};
constexpr std::array<std::string_view, 6> kAfterAll = {"alleen", "enkel", "slechts",
                                                       "meer",   "zo",    "only"};
// What goes on after a refusal: "geen bingo of kaarten".
constexpr std::array<std::string_view, 4> kJoining = {"of", "en", "noch", "or"};
constexpr std::array<std::string_view, 4> kTurning = {"maar", "wel", "want", "but"};

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& words, const Token& token) {
  return token.is_word()
         && std::find(words.begin(), words.end(), token.form->folded) != words.end();
}

bool holds(const std::vector<std::string>& stems, const std::string& stem) {
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

// By token: whether it stands in a refusal.
std::vector<bool> refusals_in(const Tokens& tokens) {
  std::vector<bool> refused(tokens.size());
  bool is_refusing = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_barring(tokens[i])) {
      is_refusing = true;
      continue;
    }
    if (!tokens[i].is_said() || is_one_of(kAfterAll, tokens[i]) || is_one_of(kTurning, tokens[i])) {
      is_refusing = false;
    }
    refused[i] = is_refusing;
    const bool goes_on = i + 1 < tokens.size() && is_one_of(kJoining, tokens[i + 1]);
    if (indexer::carries_meaning(tokens[i]) && !goes_on) is_refusing = false;
  }
  return refused;
}

std::string text_at(std::string_view text,
                    const Tokens& tokens,
                    std::size_t begin,
                    std::size_t end) {
  const std::size_t from = tokens[begin].span.begin;
  return std::string(text.substr(from, tokens[end - 1].span.end - from));
}

std::vector<std::string> stems_of(const Token& token, const indexer::Analyser& analyser) {
  std::vector<std::string> stems = {token.form->dutch, token.form->english};
  for (const std::string& form : indexer::other_forms_of(token.form->folded)) {
    for (const Token& other : analyser.tokens_of(form)) {
      stems.push_back(other.form->dutch);
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

QueryWord make_word(std::string text, const Token& token, const indexer::Analyser& analyser) {
  return {std::move(text),
          token.form->folded,
          stems_of(token, analyser),
          token.form->parts,
          {},
          {},
          false};
}

// Whether `stem` stands in the label, as a word or as the larger part of one.
bool is_word_of(const indexer::TextTerms& label, const std::string& stem) {
  const auto holds = [&stem](const std::string& word) {
    return word == stem || (stem.size() >= kLargePart && word.starts_with(stem));
  };
  return std::any_of(label.stems.begin(), label.stems.end(), holds)
         || std::any_of(label.parts.begin(), label.parts.end(), holds);
}

// Whether what was hit is a word of the concept's own label.
bool is_in_label(const Tokens& tokens,
                 const indexer::ConceptHit& hit,
                 const catalog::Concept& entry,
                 const indexer::Analyser& analyser) {
  const indexer::TextTerms label = analyser.all_terms_of(entry.label.nl + " . " + entry.label.en);
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(hit.begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(hit.end),
                     [&label](const Token& token) { return is_word_of(label, token.form->dutch); });
}

// What one token says of activities, alone or with its neighbours.
struct TokenConcepts {
  ConceptBits concepts;  // as in QueryWord
  ConceptBits subjects;
};

std::vector<TokenConcepts> concepts_in(const Tokens& tokens, const QueryReader& read) {
  std::vector<TokenConcepts> said(tokens.size());
  for (const indexer::ConceptHit& hit : read.finder.find(tokens)) {
    const catalog::Concept& entry = read.vocabulary.concepts()[hit.number];
    if (entry.kind != catalog::ConceptKind::kActivity) continue;
    const bool is_term = !hit.is_hint && hit.form != indexer::Form::kModifier;
    const bool is_synonym =
        is_term && (!entry.terms_are_kinds || is_in_label(tokens, hit, entry, read.analyser));
    for (std::size_t i = hit.begin; i < hit.end; ++i) {
      said[i].subjects.add(hit.number);
      if (is_synonym) said[i].concepts.add(hit.number);
    }
  }
  return said;
}

enum class Role : std::uint8_t {
  kNone,  // a sign
  kWord,
  kBarred,
  kIgnored,
  kPlace,
};

// A refused word that names no kind of activity ("zonder afspraak") is no reason to leave one out.
Role role_of(const Token& token, bool is_refused, const TokenConcepts& said) {
  if (!token.is_said() || is_barring(token)) return Role::kNone;
  if (!indexer::carries_meaning(token)) return Role::kIgnored;
  if (!is_refused) return Role::kWord;
  return said.subjects.empty() ? Role::kIgnored : Role::kBarred;
}

std::vector<Role> roles_of(const Tokens& tokens,
                           const std::vector<bool>& refused,
                           const std::vector<TokenConcepts>& said,
                           const std::vector<PlaceMention>& mentions) {
  std::vector<Role> roles;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    roles.push_back(role_of(tokens[i], refused[i], said[i]));
  }
  for (const PlaceMention& mention : mentions) {
    std::fill(roles.begin() + static_cast<std::ptrdiff_t>(mention.begin),
              roles.begin() + static_cast<std::ptrdiff_t>(mention.end), Role::kPlace);
  }
  return roles;
}

// Few words seldom tell their language: then those of any count.
Tokens tokens_of_any_tongue(std::string_view text, const indexer::Analyser& analyser) {
  Tokens tokens = analyser.tokens_of(text);
  const bool is_told = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.form->telltale != indexer::Tongue::kOther;
  });
  if (is_told) return tokens;
  for (Token& token : tokens) {
    token.tongue = indexer::Tongue::kOther;
  }
  return tokens;
}

}  // namespace

bool is_barring(const indexer::Token& token) {
  return is_one_of(kBarring, token);
}

bool holds_stem(const std::vector<std::string>& stems, const indexer::Token& token) {
  if (holds(stems, token.form->dutch)) return true;
  return token.tongue == indexer::Tongue::kEnglish && holds(stems, token.form->english);
}

bool holds_in_part(const std::vector<std::string>& stems, const indexer::Token& token) {
  const std::vector<std::string>& parts = token.form->parts;
  return std::any_of(parts.begin(), parts.end(),
                     [&stems](const std::string& part) { return holds(stems, part); });
}

Query QueryReader::read(std::string_view text, ReadPlaces read_places) const {
  const Tokens tokens = tokens_of_any_tongue(text, analyser);
  const std::vector<bool> refused = refusals_in(tokens);
  std::vector<PlaceMention> mentions;
  if (read_places == ReadPlaces::kYes) mentions = places.find_mentions(text, tokens);
  std::erase_if(mentions,
                [&refused](const PlaceMention& mention) { return refused[mention.end - 1]; });
  if (mentions.size() > kMaxSearchPlaces) mentions.resize(kMaxSearchPlaces);
  const std::vector<TokenConcepts> said = concepts_in(tokens, *this);
  const std::vector<Role> roles = roles_of(tokens, refused, said, mentions);
  Query query;
  for (const PlaceMention& mention : mentions) {
    query.places.push_back(mention.place);
    query.place_texts.push_back(text_at(text, tokens, mention.begin, mention.end));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string word = text_at(text, tokens, i, i + 1);
    if (roles[i] == Role::kWord && query.words.size() < kMaxSearchWords) {
      query.words.push_back(make_word(std::move(word), tokens[i], analyser));
      query.words.back().concepts = said[i].concepts;
      query.words.back().subjects = said[i].subjects;
    } else if (roles[i] == Role::kBarred && query.barred.size() < kMaxSearchWords) {
      query.barred.push_back({std::move(word), stems_of(tokens[i], analyser)});
    } else if (roles[i] != Role::kNone && roles[i] != Role::kPlace) {
      query.ignored.push_back(std::move(word));
    }
  }
  return query;
}

QueryWord QueryReader::read_word(const std::string& spelling) const {
  const Tokens tokens = tokens_of_any_tongue(spelling, analyser);
  QueryWord word = make_word(spelling, tokens.front(), analyser);
  const TokenConcepts said = concepts_in(tokens, *this).front();
  word.concepts = said.concepts;
  word.subjects = said.subjects;
  return word;
}

}  // namespace kring::engine
