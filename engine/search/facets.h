// How many activities would each value of each field give?
#pragma once

#include <map>
#include <vector>

#include "engine/search.h"
#include "engine/search/conditions.h"

namespace kring::engine {

/// A site of an activity, with what it fails.
struct JudgedSite {
  SiteAt at;
  SiteVerdict verdict;
};

/// Counts activities by value. A field is counted over the activities that hold to all other
/// conditions, so that the values beside a chosen one tell what they would add.
class FacetCount {
 public:
  FacetCount(const Conditions& conditions, const FieldContext& context, Unknowns unknowns);

  /// One activity, by all its sites.
  void add(const std::vector<JudgedSite>& sites);

  [[nodiscard]] std::vector<Facet> finish() const;

 private:
  struct Count {
    int activities = 0;
    SiteAt holder;
  };
  struct FieldCount {
    std::map<std::uint64_t, Count> values;
    int unknown = 0;
  };

  void add_field(std::size_t field, const std::vector<JudgedSite>& sites);
  [[nodiscard]] Facet make_facet(std::size_t field) const;

  const Conditions& conditions_;
  const FieldContext& context_;
  Unknowns unknowns_;
  std::vector<FieldCount> counts_;
};

}  // namespace kring::engine
