// What does a request to the HSDS API ask?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "catalog/quantity.h"
#include "catalog/result.h"
#include "service/open_data.h"
#include "service/router.h"

namespace kring::service {

inline constexpr int kHsdsDefaultPerPage = 50;
inline constexpr int kHsdsMaxPerPage = 500;            ///< of objects in one page
inline constexpr int kHsdsMaxLinesPerPage = 2'000;     ///< of NDJSON
inline constexpr int kHsdsMaxMinimalPerPage = 10'000;  ///< of minimal objects
inline constexpr int kHsdsMaxPerPageWithServices =
    50;  ///< of organizations with their services whole
inline constexpr std::size_t kHsdsMaxWholeServices =
    100;  ///< of one organization; the others by name
inline constexpr int kHsdsMaxPage = 1'000'000;
inline constexpr double kHsdsMaxProximityMeters = 500'000;
inline constexpr std::size_t kHsdsMaxValueBytes = 400;  ///< of one parameter

/// How much of each object a list holds.
enum class HsdsDetail : std::uint8_t {
  kMinimal,  ///< id and last_modified
  kPlain,    ///< without lists within
  kFull,
};

enum class HsdsFormat : std::uint8_t {
  kPage,   ///< one JSON document with the envelope of a page
  kLines,  ///< NDJSON: one object a line, no envelope
};

/// Every filter that is there must hold.
struct HsdsQuery {
  std::string search;
  int page = 1;
  std::optional<int> per_page;
  HsdsFormat format = HsdsFormat::kPage;
  HsdsDetail detail = HsdsDetail::kPlain;
  HsdsDetail service_detail = HsdsDetail::kPlain;  ///< of the services within an organization
  OpenFilter filter;  ///< as far as the query alone tells: complete_filter() adds the rest
  std::string parent_id;
  std::optional<int> postcode4;
};

/// The query of the address, with the members of a POST's JSON body under the same names. `known`:
/// the parameters that the route has. Problems, all at once: an unknown parameter, a bad value, one
/// given twice.
catalog::Result<HsdsQuery> read_hsds_query(const Call& call,
                                           std::span<const std::string_view> known);

/// How many objects the page that this query asks for holds at most.
int page_size(const HsdsQuery& query);

}  // namespace kring::service
