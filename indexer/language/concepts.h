// Where does a text name concepts of the vocabulary?
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// How a term stands in a text.
enum class Form : std::uint8_t {
  kWhole,     ///< in words of its own
  kHead,      ///< as the last part of a compound: "koor" in "smartlappenkoor"
  kModifier,  ///< as an earlier part: "koffie" in "koffieochtend"
};

struct ConceptHit {
  std::size_t number = 0;  ///< of the concept in the vocabulary
  Form form = Form::kWhole;
  bool is_hint = false;   ///< by a term that only counts beside other evidence
  std::size_t begin = 0;  ///< first token
  std::size_t end = 0;    ///< one past the last token
  bool operator==(const ConceptHit&) const = default;
};

/// Whose words are read: a wish is told in other words than an offer.
enum class Speaker : std::uint8_t {
  kProvider,
  kPerson,  ///< the vocabulary's wishes_nl and wishes_en count as terms
};

/// The terms of a vocabulary, made ready for finding them in texts. Immutable and thread-safe once
/// made.
class ConceptFinder {
 public:
  explicit ConceptFinder(const catalog::Vocabulary& vocabulary,
                         Speaker speaker = Speaker::kProvider);
  ConceptFinder(ConceptFinder&&) noexcept;
  ConceptFinder& operator=(ConceptFinder&&) noexcept;
  ConceptFinder(const ConceptFinder&) = delete;
  ConceptFinder& operator=(const ConceptFinder&) = delete;
  ~ConceptFinder();

  /// Every term that stands in `tokens`, then every pattern. Of terms that begin at one word the
  /// longest counts; a word that is a term itself is not read for its parts. English terms count in
  /// English sentences alone. A term of up to three letters counts as it is spelled. What a
  /// concept's exceptions touch ("maatje 42") does not count, unless it says more than they do.
  [[nodiscard]] std::vector<ConceptHit> find(const std::vector<Token>& tokens) const;

 private:
  struct Terms;
  std::unique_ptr<const Terms> terms_;
};

}  // namespace kring::indexer
