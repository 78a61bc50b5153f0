// Which services and sites does a query of the HSDS API let through?
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "service/open_data.h"
#include "service/routes/hsds_query.h"

namespace kring::service {

/// The ids of Kring's own taxonomy terms that a service has.
using OwnTerms = std::function<std::vector<std::string>(const std::string& service_id)>;

/// Judges one service or site after another, by one query on one snapshot.
class HsdsFilter {
 public:
  /// `words` are those of query.search. All outlive the filter.
  HsdsFilter(const HsdsQuery& query,
             const OpenSnapshot& snapshot,
             std::vector<std::uint32_t> words,
             OwnTerms own_terms);

  /// Whether the query can find anything at all: its postcode is a known one, where it has one.
  [[nodiscard]] bool has_place() const;
  [[nodiscard]] bool passes(const OpenService& service) const;
  /// As passes(), at one of its sites.
  [[nodiscard]] bool passes_at(const OpenService& service, const OpenSite& site) const;

 private:
  [[nodiscard]] bool passes_facts(const OpenService& service) const;
  [[nodiscard]] bool passes_taxonomy(const OpenService& service) const;
  [[nodiscard]] bool passes_hours(const std::vector<OpenHours>& hours) const;
  [[nodiscard]] bool is_near(const OpenService& service, const OpenSite& site) const;

  const HsdsQuery& query_;
  const OpenSnapshot& snapshot_;
  std::vector<std::uint32_t> words_;
  OwnTerms own_terms_;
  const catalog::Place* place_ = nullptr;  ///< of query_.postcode4
  std::vector<std::string> area_names_;    ///< that cover place_, in small letters
};

/// The places in `snapshot.services` that pass, ascending.
std::vector<std::size_t> find_services(const OpenSnapshot& snapshot, const HsdsFilter& filter);

}  // namespace kring::service
