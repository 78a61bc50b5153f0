// How good are the records of a catalogue or feed, owner by owner?
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/quantity.h"
#include "service/commands/quality/finding.h"

namespace kring::service::quality {

/// A record with something to mend.
struct InspectedRecord {
  std::string id;  ///< of the catalogue; of a feed its key, or its place where it has none
  std::string name;
  std::string source;
  Findings findings;
};

/// What the catalogue's log tells of the time after a revision.
struct Changes {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;  ///< counted for the whole alone: a removed record has no owner left
};

struct OwnerReport {
  std::string name;  ///< "" where the records name none
  std::size_t records = 0;
  FindingCounts counts = {};
  std::vector<InspectedRecord> findings;  ///< what keeps most people away first, then by id
  Changes changes;                        ///< all zero without QualityReport::since
};

/// A report of an earlier day, and what came of it.
struct Before {
  catalog::Date date;
  std::size_t records = 0;
  FindingCounts counts = {};
  std::map<std::string, FindingCounts> owners;  ///< by name
  std::size_t mended = 0;    ///< findings that were there and are not: mended, or gone
  std::size_t appeared = 0;  ///< findings that were not there
};

/// From which revision on changes were counted.
struct Since {
  std::int64_t revision = 0;
  std::string at;  ///< UTC; "" where nobody said
};

struct QualityReport {
  std::string subject;  ///< path of the catalogue, or the feed's source
  catalog::Date date;
  std::optional<std::int64_t> revision;  ///< absent of a feed
  std::size_t records = 0;
  std::size_t sound = 0;  ///< records with nothing to mend
  FindingCounts counts = {};
  std::vector<OwnerReport> owners;  ///< where most is to be won first, then by name
  std::optional<Since> since;
  Changes changes;
  std::optional<Before> before;
};

/// Gathers records by owner. Memory: some 300 bytes a record with findings, and their details.
class ReportBuilder {
 public:
  /// `owner`: the only organisation that is told of, by name or id; "" for all.
  explicit ReportBuilder(const std::string& owner);

  [[nodiscard]] bool is_told(const std::string& name, const std::string& id) const;
  /// Counts a record. `owner` is the organisation's name.
  void add(const std::string& owner, InspectedRecord record);
  /// Counts a change of a record of that owner.
  void add_change(const std::string& owner, const Changes& change);

  /// What was gathered, in order; subject, date and what is known of the past are the caller's.
  [[nodiscard]] QualityReport finish();

 private:
  OwnerReport& owner_called(const std::string& name);

  std::uint64_t wanted_ = 0;
  bool tells_all_ = true;
  QualityReport report_;
  std::unordered_map<std::uint64_t, std::size_t> owner_by_hash_;
};

/// How many findings stand in a group.
std::size_t count_of(const FindingCounts& counts, FindingGroup group);

}  // namespace kring::service::quality
