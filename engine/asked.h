// What does a profile ask of one snapshot?
//
// The profile made ready: names looked up, words found, hours merged, so that gates and score parts
// only compare.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/places.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "engine/profile.h"
#include "engine/understanding.h"
#include "indexer/format/features.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/analysis.h"

namespace kring::engine {

/// One site of one live activity: what gates judge and parts score.
struct SiteAt {
  const indexer::Segment* segment = nullptr;
  std::size_t segment_number = 0;  ///< in the snapshot
  std::uint32_t activity = 0;      ///< in the segment
  std::uint32_t row = 0;           ///< among the site columns

  [[nodiscard]] const indexer::FeatureColumns& features() const { return segment->features(); }
};

/// Concepts as bits, in the vocabulary's order.
struct ConceptBits {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  void add(std::size_t number);
  void add(ConceptBits other) {
    low |= other.low;
    high |= other.high;
  }
  [[nodiscard]] bool has(std::size_t number) const;
  [[nodiscard]] bool meets(ConceptBits other) const { return !shared_with(other).empty(); }
  [[nodiscard]] ConceptBits shared_with(ConceptBits other) const {
    return {low & other.low, high & other.high};
  }
  [[nodiscard]] ConceptBits without(ConceptBits other) const {
    return {low & ~other.low, high & ~other.high};
  }
  bool operator==(const ConceptBits&) const = default;
  [[nodiscard]] bool empty() const { return low == 0 && high == 0; }
};
ConceptBits strong_concepts(const SiteAt& at);
ConceptBits weak_concepts(const SiteAt& at);

/// Numbers of the activities' concepts that it is about, strongly or weakly, ascending.
std::vector<std::size_t> subjects_of(const SiteAt& at, const catalog::Vocabulary& vocabulary);

/// One need: the concepts that answer it.
struct AskedNeed {
  int priority = 2;
  ConceptBits named;  ///< the need's own concept
  ConceptBits told;   ///< found in its text besides
};

/// The kinds of activity that are for some group of people.
struct AskedGroups {
  ConceptBits all;  ///< of the vocabulary
  ConceptBits own;  ///< the person's: by need, by age, or by language
};

/// Whether the person speaks another language better than Dutch; those at home in the Netherlands
/// (Frisian, Low Saxon, Limburgish, the Dutch sign language) are no other.
bool is_newcomer(const Person& person);

/// Whether one of the needs names the concept, or asks for it in words.
bool is_needed(const std::vector<AskedNeed>& needs, std::size_t number);

/// From minute to minute of one day; from < to.
struct Span {
  int from = 0;
  int to = 0;
};
/// Hours by day of the week, merged and ascending.
using Week = std::array<std::vector<Span>, 7>;
Week merge_hours(const std::vector<WeekHours>& hours);

/// How far a mode of travel carries.
struct Reach {
  TravelMode mode = TravelMode::kWalk;
  int max_minutes = 0;
};

/// One earlier try at an activity that the index has.
struct AskedTry {
  std::uint64_t fold_key = 0;  ///< of the activity: its duplicates count as it does
  const Tried* tried = nullptr;
};

/// One word of the person's interests or needs.
struct AskedTerm {
  enum class Origin : std::uint8_t {
    kInterest,
    kNeed,  ///< from the text of a need
  };
  std::string stem;
  Origin origin = Origin::kInterest;
};

struct Asked {
  const Profile& profile;
  const indexer::Snapshot& snapshot;
  catalog::Date date;
  std::optional<catalog::Point> home;
  std::uint64_t place_hash = 0;         ///< area hash of the person's place; 0 unknown
  std::uint64_t municipality_hash = 0;  ///< 0 unknown
  catalog::AttendanceSet forms;         ///< that the person can use
  std::optional<std::vector<Reach>> reach;
  std::vector<std::uint32_t> languages;  ///< packed
  std::optional<Week> free;              ///< absent: not known
  std::optional<catalog::GroupSize> preferred_size;
  std::optional<int> start_within_days;
  Week avoided_hours;
  bool avoids_hours = false;
  ConceptBits avoided_concepts;
  std::vector<std::uint64_t> avoided_organizations;  ///< name hashes, of ids and of names
  std::vector<std::uint64_t> avoided_venues;         ///< name hashes of venues and whole postcodes
  std::vector<int> avoided_postcodes4;
  std::vector<std::uint64_t> avoided_activities;  ///< fold keys: their duplicates too
  std::vector<AskedTry> tries;
  std::vector<std::vector<bool>>
      avoided_by_word;           ///< by segment and activity; empty where no word is avoided
  std::vector<AskedNeed> needs;  ///< those that name an activity concept
  AskedGroups groups;
  ConceptBits language_lessons;  ///< concepts of the vocabulary that teach one
  std::uint64_t kinds = 0;       ///< of concepts, that the person tells of; catalog::kind_bits()
  std::vector<AskedTerm> terms;  ///< each stem once
};

/// Looks everything up. Problems: an unknown postcode (with near places), unknown concepts, a
/// concept that is needed and avoided at once.
/// `understood` and `snapshot` must outlive the answer. requires: understood.profile.date is set.
catalog::Result<Asked> prepare(const Understood& understood,
                               const indexer::Snapshot& snapshot,
                               const indexer::Analyser& analyser);

}  // namespace kring::engine
