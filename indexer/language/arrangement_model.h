// How much do the signs in a record speak for each way an activity may be arranged?
//
// A linear model a value: score = bias + sum of the weights of what rules and fields state + sum of
// the weights of its words, shared by the root of how many there are. Its weights were learned from
// labelled records by tests/training (how, from what, and how well: its README.md) and stand in
// lexicon/arrangement_weights.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/annotation.h"
#include "indexer/language/record_text.h"
#include "indexer/language/sign.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {

/// The facts that the model decides.
enum class ArrangedFact : std::uint8_t {
  kAttendance,
  kGroupSize,
  kRecurrence,
  kReferral,
};
inline constexpr std::size_t kArrangedFacts = 4;

/// The values of all four facts, one after another: names as in CONTRACT, with their fact.
inline constexpr auto kArrangedValues = std::to_array<std::string_view>({
    "attendance=in_person",   "attendance=home_visit", "attendance=phone",
    "attendance=online",      "attendance=hybrid",     "group_size=one_to_one",
    "group_size=small_group", "group_size=open_group", "group_size=large_event",
    "group_size=service",     "recurring=weekly",      "recurring=fortnightly",
    "recurring=monthly",      "recurring=irregular",   "recurring=one_off",
    "recurring=continuous",   "referral=none",         "referral=registration",
    "referral=intake",        "referral=referral",     "referral=indication",
});

/// Where in kArrangedValues the values of a fact begin and end.
struct ValueRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
constexpr ValueRange values_of(ArrangedFact fact) {
  constexpr std::array<std::size_t, kArrangedFacts + 1> kBegins = {0, 5, 10, 16, 21};
  const auto at = static_cast<std::size_t>(fact);
  return {kBegins[at], kBegins[at + 1]};
}

/// What words say, as signs: stems, parts of compounds, pairs of neighbours ("kom langs"), "#" for
/// a number; and again with the field's letter where it is not the description ("n:inloop" in the
/// name). A sign that stands twice is heard twice by `hear`. It lives as long as the text.
using HearSign = std::function<void(const Sign& sign, const Evidence& evidence)>;
void read_told_signs(const RecordText& text, const HearSign& hear);

/// How much a told sign counts, in thousandths, in a text with so many of them.
std::int64_t share_of_told(std::size_t count);

using ArrangedScores = std::array<std::int64_t, kArrangedValues.size()>;  ///< by value; millionths

/// What the model hears in a record.
struct Heard {
  ArrangedScores scores{};
  std::vector<std::pair<std::uint32_t, Evidence>> told;  ///< signs that the model knows, each once

  /// Of the fact: the value with the highest score, as an index of kArrangedValues.
  [[nodiscard]] std::size_t best_of(ArrangedFact fact) const;
};

/// Immutable and thread-safe once made.
class ArrangementModel {
 public:
  /// `weights` is lexicon/arrangement_weights.tsv: lines of a sign and its weights in thousandths,
  /// each with its value's place in kArrangedValues ("5:-60"); the sign "*" is the bias.
  explicit ArrangementModel(std::string_view weights);

  [[nodiscard]] Heard hear(const RecordText& text, std::span<const std::string> stated) const;

  /// Where the word stands that speaks most for the value; a text without any has the beginning of
  /// its description.
  [[nodiscard]] Evidence loudest(const Heard& heard, std::size_t value) const;

 private:
  using Weights = std::array<std::int32_t, kArrangedValues.size()>;

  SignTable signs_;
  std::vector<Weights> weights_;  // by number of the sign
  Weights biases_{};
};

}  // namespace kring::indexer
