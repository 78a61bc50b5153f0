// What can be wrong with a record, and how many people does that keep away?
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::service::quality {

enum class FindingGroup : std::uint8_t {
  kError,
  kMissing,
  kStale,
  kContradiction,
  kDuplicate,
};
inline constexpr std::size_t kFindingGroups = 5;

enum class FindingKind : std::uint8_t {
  kUnread,           ///< a record of the feed that was refused
  kEnded,            ///< over, and still listed as active
  kNoContact,        ///< neither phone, e-mail nor website
  kWrongValue,       ///< what an import warns of
  kNoPrice,          //
  kNoPlace,          //
  kNoTime,           //
  kNoSignUp,         //
  kNoArea,           ///< served areas that nobody can place
  kNoAccess,         //
  kNoLanguage,       //
  kNeverChecked,     //
  kOldCheck,         ///< longer ago than kStaleDays
  kTwoSayings,       ///< fields and text, or two texts, say different things
  kUnclear,          ///< a text that leaves the fact open
  kSourcesDiffer,    ///< records of one activity say different things
  kLikelyDuplicate,  ///< found, and no person decided
};
inline constexpr std::size_t kFindingKinds = 17;

struct FindingRule {
  FindingKind kind = FindingKind::kUnread;
  std::string_view code;  ///< snake_case, as JSON and CSV name it
  FindingGroup group = FindingGroup::kError;
  int kept_away = 0;  ///< of 100 people who look for such an activity, 1..100 (finding.cpp)
  catalog::Text title;
  catalog::Text remedy;  ///< what its owner can do
  std::string field;     ///< JSON pointer into the HSDS record; "" where the details tell it
};

const FindingRule& rule_of(FindingKind kind);

/// All kinds, in the enum's order.
const std::array<FindingRule, kFindingKinds>& all_rules();

/// "errors", "missing" …; and as people read it.
std::string_view name_of(FindingGroup group);
const catalog::Text& title_of(FindingGroup group);

using FindingSet = std::bitset<kFindingKinds>;
using FindingCounts = std::array<std::size_t, kFindingKinds>;  ///< records by kind

inline bool has(const FindingSet& set, FindingKind kind) {
  return set.test(static_cast<std::size_t>(kind));
}

/// What the rule alone does not tell: where it stands, and in which words.
struct FindingDetail {
  FindingKind kind = FindingKind::kUnread;
  std::string field;  ///< JSON pointer
  catalog::Text text;
};

struct Findings {
  FindingSet kinds;  ///< every kind of `details` among them
  std::vector<FindingDetail> details;

  void add(FindingKind kind) { kinds.set(static_cast<std::size_t>(kind)); }
  void add(FindingDetail detail);
};

/// Sum of what the kinds keep away: by it records are put in order.
int weight_of(const FindingSet& kinds);

/// A kind and what mending it everywhere is worth.
struct Priority {
  FindingKind kind = FindingKind::kUnread;
  std::size_t records = 0;
  std::size_t weight = 0;  ///< records times kept_away
};

/// The kinds that occur: what keeps most people away first, then in the enum's order.
std::vector<Priority> priorities_of(const FindingCounts& counts);

}  // namespace kring::service::quality
