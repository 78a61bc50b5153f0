#include "indexer/language/concepts.h"

#include <algorithm>
#include <string>

#include "indexer/language/patterns.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kShortTerm = 3;    // letters
constexpr std::size_t kMinPartTerm = 4;  // letters of a term that may be a part of a compound

struct Term {
  std::vector<std::string> words;  // stems, or spellings where the term is short
  std::size_t number = 0;
  bool is_english = false;
  bool is_exact = false;
  bool is_hint = false;
};

using Found = std::vector<const Term*>;

bool is_hyphen(const Token& token) {
  return token.kind == CutKind::kSign && (token.form->folded == "-" || token.form->folded == "–");
}

const std::string& key_of(const Token& token, bool is_exact, bool is_english) {
  if (is_exact) return token.form->folded;
  return is_english ? token.form->english : token.form->dutch;
}

// One past the last token of `term`, which begins at `at`; `at` where it does not stand there.
std::size_t end_of_term(const std::vector<Token>& tokens, std::size_t at, const Term& term) {
  if (term.is_english && tokens[at].tongue == Tongue::kDutch) return at;
  std::size_t next = at;
  for (const std::string& word : term.words) {
    while (next > at && next < tokens.size() && is_hyphen(tokens[next])) {
      ++next;
    }
    if (next >= tokens.size() || key_of(tokens[next], term.is_exact, term.is_english) != word)
      return at;
    ++next;
  }
  return next;
}

}  // namespace

struct ConceptFinder::Terms {
  SignLists<Term> by_first_word;
  SignLists<Term> by_part;                     // single words, by Dutch stem
  std::unique_ptr<const Patterns> patterns;    // rule: the concept's number
  std::unique_ptr<const Patterns> exceptions;  // likewise

  enum class Weight : std::uint8_t {
    kFull,
    kHint
  };

  void add_all(const std::vector<std::string>& texts,
               std::size_t number,
               Tongue tongue,
               Weight weight) {
    const Analyser analyser;
    for (const std::string& text : texts) {
      const std::vector<Token> tokens = analyser.tokens_of(text);
      add(tokens, {{},
                   number,
                   tongue == Tongue::kEnglish,
                   needs_spelling(tokens),
                   weight == Weight::kHint});
    }
  }

  // A short word, or one whose stem is another word's ("bijen" and "bij"), counts as it is spelled.
  static bool needs_spelling(const std::vector<Token>& tokens) {
    if (tokens.size() != 1) return false;
    const WordForm& form = *tokens[0].form;
    return form.folded.size() <= kShortTerm || is_stop_word(form.dutch)
           || is_stop_word(form.english);
  }

  void add(const std::vector<Token>& tokens, Term term) {
    for (const Token& token : tokens) {
      if (!is_hyphen(token) && token.kind != CutKind::kStop) {
        term.words.push_back(key_of(token, term.is_exact, term.is_english));
      }
    }
    if (term.words.empty()) return;
    by_first_word.add(SignKey(term.words[0]).value(), term);
    if (term.words.size() != 1 || term.is_english || term.is_exact) return;
    const WordForm& form = *tokens[0].form;
    if (!form.parts.empty()) add_in_parts(form.parts, term);
    if (form.folded.size() >= kMinPartTerm) by_part.add(form.dutch_key.value(), term);
  }

  // "wandelgroep" is also found as "wandel groep".
  void add_in_parts(const std::vector<std::string>& parts, Term term) {
    term.words = parts;
    by_first_word.add(SignKey(parts[0]).value(), std::move(term));
  }

  // The longest terms that begin at `at`; how far they reach.
  [[nodiscard]] std::size_t find_at(const std::vector<Token>& tokens,
                                    std::size_t at,
                                    Found& found) const {
    found.clear();
    std::size_t longest = at;
    const WordForm& form = *tokens[at].form;
    const auto look_up = [&](std::uint64_t key) {
      for (const Term& term : by_first_word.find(key)) {
        const std::size_t end = end_of_term(tokens, at, term);
        if (end == at || end < longest) continue;
        if (end > longest) found.clear();
        longest = end;
        found.push_back(&term);
      }
    };
    look_up(form.dutch_key.value());
    if (form.english != form.dutch) look_up(form.english_key.value());
    if (form.folded != form.dutch && form.folded != form.english) look_up(form.keys.whole);
    return longest;
  }

  void find_parts(const WordForm& form, std::size_t at, std::vector<ConceptHit>& hits) const {
    for (std::size_t i = 0; i < form.parts.size(); ++i) {
      const Form part = i + 1 == form.parts.size() ? Form::kHead : Form::kModifier;
      for (const Term& term : by_part.find(form.part_keys[i].value())) {
        hits.push_back({term.number, part, term.is_hint, at, at + 1});
      }
    }
  }
};

ConceptFinder::ConceptFinder(const catalog::Vocabulary& vocabulary, Speaker speaker) {
  auto terms = std::make_unique<Terms>();
  std::vector<PatternRule> patterns;
  std::vector<PatternRule> exceptions;
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    const catalog::Concept& entry = vocabulary.concepts()[number];
    terms->add_all(entry.terms_nl, number, Tongue::kDutch, Terms::Weight::kFull);
    terms->add_all(entry.hints_nl, number, Tongue::kDutch, Terms::Weight::kHint);
    if (speaker == Speaker::kPerson) {
      terms->add_all(entry.wishes_nl, number, Tongue::kDutch, Terms::Weight::kFull);
      terms->add_all(entry.wishes_en, number, Tongue::kEnglish, Terms::Weight::kFull);
    }
    terms->add_all(entry.terms_en, number, Tongue::kEnglish, Terms::Weight::kFull);
    for (const std::string& pattern : entry.patterns) {
      patterns.push_back({number, pattern});
    }
    for (const std::string& exception : entry.exceptions) {
      exceptions.push_back({number, exception});
    }
  }
  terms->patterns = std::make_unique<const Patterns>(patterns);
  terms->exceptions = std::make_unique<const Patterns>(exceptions);
  terms_ = std::move(terms);
}

ConceptFinder::ConceptFinder(ConceptFinder&&) noexcept = default;
ConceptFinder& ConceptFinder::operator=(ConceptFinder&&) noexcept = default;
ConceptFinder::~ConceptFinder() = default;

std::vector<ConceptHit> ConceptFinder::find(const std::vector<Token>& tokens) const {
  std::vector<ConceptHit> hits;
  Found found;
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t end = terms_->find_at(tokens, at, found);
    for (const Term* term : found) {
      hits.push_back({term->number, Form::kWhole, term->is_hint, at, end});
    }
    if (end == at) terms_->find_parts(*tokens[at].form, at, hits);
    at = std::max(end, at + 1);
  }
  for (const PatternHit& pattern : terms_->patterns->find(tokens)) {
    hits.push_back({pattern.rule, Form::kWhole, false, pattern.begin, pattern.end});
  }
  for (const PatternHit& exception : terms_->exceptions->find(tokens)) {
    std::erase_if(hits, [&exception](const ConceptHit& hit) {
      const bool overlaps = hit.begin < exception.end && exception.begin < hit.end;
      const bool says_more = hit.end - hit.begin > exception.end - exception.begin;
      return hit.number == exception.rule && overlaps && !says_more;
    });
  }
  return hits;
}

}  // namespace kring::indexer
