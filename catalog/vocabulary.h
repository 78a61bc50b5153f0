// Which concepts do needs and activities meet in?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxConcepts =
    128;  ///< a concept set is two 64-bit words in the index

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

struct Concept {
  std::string id;  ///< snake_case
  ConceptKind kind = ConceptKind::kActivity;
  Text label;
  std::vector<std::string> terms_nl;
  std::vector<std::string> terms_en;
  std::vector<Support> supports;
  std::vector<Dimension> dimensions;
  bool operator==(const Concept&) const = default;
};

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
