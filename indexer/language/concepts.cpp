// How are the terms of the vocabulary found in a text?

#include <algorithm>
#include <map>
#include <string>

#include "indexer/language/annotator.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kMinCompoundPart = 5;  ///< letters of a term that may be a part of a compound
constexpr std::size_t kMinCompoundRest = 3;  ///< letters that remain beside it
constexpr std::size_t kShortTerm = 3;        ///< up to here a term counts only as it is spelled

struct Term {
  std::vector<std::string> stems;  // of one word or more
  std::size_t concept_number = 0;
};

std::vector<std::string> stems_of(const std::vector<Word>& words) {
  std::vector<std::string> stems;
  for (const Word& word : words) {
    stems.push_back(word.stem);
  }
  return stems;
}

bool matches_at(const std::vector<Word>& words,
                std::size_t at,
                const std::vector<std::string>& stems) {
  if (at + stems.size() > words.size()) return false;
  return std::equal(stems.begin(), stems.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const std::string& stem, const Word& word) { return stem == word.stem; });
}

}  // namespace

struct ConceptFinder::Terms {
  std::multimap<std::string, Term> by_first_stem;
  std::vector<std::pair<std::string, std::size_t>>
      compound_parts;  // folded single words and their concept
  std::map<std::string, std::vector<std::size_t>>
      short_words;  // exact words of kShortTerm letters or fewer
};

ConceptFinder::ConceptFinder(const catalog::Vocabulary& vocabulary) {
  auto terms = std::make_unique<Terms>();
  const Analyser analyser;
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    const catalog::Concept& entry = vocabulary.concepts()[number];
    std::vector<std::string> all = entry.terms_nl;
    all.insert(all.end(), entry.terms_en.begin(), entry.terms_en.end());
    for (const std::string& text : all) {
      const std::vector<Word> words = analyser.words_of(text);
      if (words.empty()) continue;
      const bool is_single = words.size() == 1;
      if (is_single && words[0].folded.size() <= kShortTerm) {
        terms->short_words[words[0].folded].push_back(number);
        continue;
      }
      terms->by_first_stem.emplace(words[0].stem, Term{stems_of(words), number});
      if (is_single && words[0].folded.size() >= kMinCompoundPart) {
        terms->compound_parts.emplace_back(words[0].folded, number);
      }
    }
  }
  terms_ = std::move(terms);
}

ConceptFinder::ConceptFinder(ConceptFinder&&) noexcept = default;
ConceptFinder& ConceptFinder::operator=(ConceptFinder&&) noexcept = default;
ConceptFinder::~ConceptFinder() = default;

std::vector<FoundConcept> ConceptFinder::find(const std::vector<Word>& words) const {
  std::vector<FoundConcept> found;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t longest = 0;
    const auto [first, last] = terms_->by_first_stem.equal_range(words[at].stem);
    for (auto term = first; term != last; ++term) {
      if (matches_at(words, at, term->second.stems)) {
        longest = std::max(longest, term->second.stems.size());
      }
    }
    for (auto term = first; term != last; ++term) {
      if (term->second.stems.size() == longest && matches_at(words, at, term->second.stems)) {
        found.push_back({term->second.concept_number, Strength::kStrong});
      }
    }
    if (longest == 0) {
      const auto exact = terms_->short_words.find(words[at].folded);
      if (exact != terms_->short_words.end()) {
        for (const std::size_t number : exact->second) {
          found.push_back({number, Strength::kStrong});
        }
      }
      for (const auto& [part, number] : terms_->compound_parts) {
        const std::string& word = words[at].folded;
        const bool has_room = word.size() >= part.size() + kMinCompoundRest;
        if (has_room && (word.starts_with(part) || word.ends_with(part))) {
          found.push_back({number, Strength::kWeak});
        }
      }
    }
    at += std::max<std::size_t>(longest, 1);
  }
  return found;
}

}  // namespace kring::indexer
