// Which concepts do needs and activities meet in?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/result.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxConcepts =
    128;                                      ///< a concept set is two 64-bit words in the index
inline constexpr std::size_t kMaxKinds = 64;  ///< of all concepts; a set is one such word

/// The four kinds of support and six dimensions of a network, in the contract's order.
enum class Support : std::uint8_t {
  kPractical,
  kEmotional,
  kInformational,
  kEsteem,
};
inline constexpr int kSupportCount = 4;

enum class Dimension : std::uint8_t {
  kSize,
  kQuality,
  kStability,
  kVariety,
  kDensity,
  kReachability,
};
inline constexpr int kDimensionCount = 6;

std::string_view name_of(Support support);
std::string_view name_of(Dimension dimension);
std::optional<Support> find_support(std::string_view name);
std::optional<Dimension> find_dimension(std::string_view name);

/// What an entry of the vocabulary is: only kActivity says what an activity is about.
enum class ConceptKind : std::uint8_t {
  kActivity,
  kGap,         ///< "gap_…": a phrase that tells of a gap in the network
  kConstraint,  ///< "constraint_…": a limit, never a type of activity
  kSafety,      ///< "safety_crisis"
};

/// What activities of a kind usually are, for records that do not tell.
struct Usual {
  std::optional<GroupSize> group_size;
  Referral referral = Referral::kUnknown;
  Recurrence recurrence = Recurrence::kUnknown;
  bool operator==(const Usual&) const = default;
};

/// For whom activities of a group-bound kind are: whoever asks for it, and besides these.
struct Audience {
  std::optional<int> max_age;     ///< years; the young belong to it unasked
  bool is_for_newcomers = false;  ///< who speaks another language better than Dutch does too
  bool operator==(const Audience&) const = default;
};

/// A concept whose activities answer a need for another one as well, if less.
struct RelatedConcept {
  std::string id;
  int hundredths = 0;  ///< of what the concept itself answers, 1..99
  bool operator==(const RelatedConcept&) const = default;
};

/// What some activities of a concept are for, and others are not: an illness, a culture, a loss.
struct Kind {
  std::string id;                     ///< snake_case, unique within the concept
  std::vector<std::string> patterns;  ///< each tells of it (indexer/language/patterns.h)
  bool operator==(const Kind&) const = default;
};

struct Concept {
  std::string id;  ///< snake_case
  ConceptKind kind = ConceptKind::kActivity;
  Text label;                          ///< as professionals say it
  Text plain;                          ///< as a person says it; the label where that is plain
  std::vector<std::string> terms_nl;   ///< each alone tells that a text is about it
  std::vector<std::string> hints_nl;   ///< these count beside other evidence
  std::vector<std::string> wishes_nl;  ///< as terms_nl, where a person says what they want
  std::vector<std::string> wishes_en;  ///< the same in English
  std::vector<std::string> terms_en;
  std::vector<std::string> patterns;  ///< as terms_nl, in loose words (indexer/language/patterns.h)
  std::vector<std::string> exceptions;  ///< patterns in which its terms do not count
  bool terms_are_kinds = false;  ///< its terms name kinds of it, which do not stand for each other:
                                 ///< "schaken" is no word for "bingo"
  std::vector<Kind> kinds;       ///< that do not stand for each other; empty: none are told apart
  std::size_t first_kind = 0;    ///< the number of the first among all kinds of the vocabulary
  std::vector<std::string> implies;  ///< ids of concepts that hold wherever this one does
  std::vector<RelatedConcept> related;
  std::optional<Audience> audience;  ///< absent: for everyone
  bool teaches_language = false;     ///< whoever does not yet speak it is whom it is for
  Usual usual;
  std::vector<Support> supports;
  std::vector<Dimension> dimensions;
  bool operator==(const Concept&) const = default;
};

/// The kinds of a concept as bits, the first of the vocabulary lowest.
std::uint64_t kind_bits(const Concept& entry);

/// The concepts in the order of their document; a concept's index in it is its number in the index.
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(std::string version, std::vector<Concept> concepts);

  [[nodiscard]] const std::string& version() const { return version_; }
  [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }
  /// The number of the concept called `id`.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;

 private:
  std::string version_;
  std::vector<Concept> concepts_;
};

/// Reads a vocabulary document: an array of concepts as in catalog/vocabulary/vocabulary.json.
/// The version is made of the document's bytes, so that equal documents have equal versions.
Result<Vocabulary> parse_vocabulary(std::string_view document);

}  // namespace kring::catalog
