// Where is an activity for?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/activity.h"
#include "catalog/places.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// How an area was understood.
enum class AreaKind : std::uint8_t {
  kNamed,   ///< a place or municipality of the table
  kWithin,  ///< a part, unknown to the table, of the municipality whose name is hashed
  kNation,
  kUnclear,  ///< lying nobody knows where
};

struct Area {
  std::uint64_t hash =
      0;  ///< area_hash_of() of a place or municipality; 0 for kNation and kUnclear
  AreaKind kind = AreaKind::kUnclear;
  bool operator==(const Area&) const = default;
};

/// Of a folded name without what stands in brackets ("Bergen (L)" and "bergen" are equal).
std::uint64_t area_hash_of(std::string_view name);

/// Understands the served areas of records by a table of places, and of the regions that people
/// name (regions.h). Immutable and thread-safe; `places` must outlive it.
class AreaReader {
 public:
  explicit AreaReader(const catalog::Places& places);

  /// A district that the table lacks lies within the municipality that its name begins with
  /// ("Nijmegen-Noord"), else within that of the record's own first site, else, without a site,
  /// within the only one that its organisation's name and description tell. A region is all its
  /// municipalities. Where the record states no area, those names of the lists `told` by its text
  /// that the tables have.
  [[nodiscard]] std::vector<Area> areas_of(const catalog::Activity& activity,
                                           const std::vector<std::string>& told) const;

 private:
  struct Named {
    std::vector<Area> areas;  // of a region its municipalities
    std::size_t end = 0;      // one past the last token; the first where there is no name
  };
  [[nodiscard]] Named name_at(const std::string& list,
                              const std::vector<Token>& tokens,
                              std::size_t at) const;
  // What a place or region is called so; empty where neither table has it.
  [[nodiscard]] std::vector<Area> areas_called(const std::string& name) const;
  // Of a place; 0 where the table lacks it or has several.
  [[nodiscard]] std::uint64_t municipality_of(const Area& area) const;
  // Of the first site; without a site, the only one that the organisation names; 0 unknown.
  [[nodiscard]] std::uint64_t home_municipality(const catalog::Activity& activity) const;
  // Of a name that neither table has; `home`: home_municipality(), 0 unknown.
  [[nodiscard]] Area district_of(const std::string& name, std::uint64_t home) const;
  [[nodiscard]] bool is_municipality(std::uint64_t hash) const;
  // What the table lacks lies in the municipality of the villages beside it: hamlets follow the
  // village that they are near. Beside a municipality it is no part of another that the table has:
  // the list would name that as it names the one.
  void settle_unclear(std::vector<Area>& areas) const;
  // The municipality of all named areas; 0 where they are of several, or the first is no village.
  [[nodiscard]] std::uint64_t shared_municipality(const std::vector<Area>& areas) const;
  [[nodiscard]] std::vector<Area> named_in(const std::vector<std::string>& lists) const;

  const catalog::Places* places_;
  std::unordered_map<std::uint64_t, std::uint64_t>
      municipality_of_;  // of every known name; 0 where several hold one of that name
};

}  // namespace kring::indexer
