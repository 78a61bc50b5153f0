// What of the catalogue may anyone have, and what is kept at hand of it to filter by?
//
// The seam between the open APIs and the store (commands/store_open_data.h). Documents stay in the
// store; of each service only what the filters of HSDS ask is held.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/places.h"
#include "catalog/quantity.h"

namespace kring::service {

/// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

/// When one schedule meets.
struct OpenHours {
  std::uint8_t days = 0;  ///< a bit each, from Monday; none: not told
  std::optional<catalog::Minutes> opens;
  std::optional<catalog::Minutes> closes;
};

/// One service_at_location.
struct OpenSite {
  std::string id;
  std::optional<int> postcode4;
  std::optional<catalog::Point> point;
  std::vector<OpenHours> hours;  ///< of this site alone
};

struct OpenService {
  std::string id;
  std::string name;
  std::string status;
  std::string organization_id;  ///< "" where it has none
  std::string last_modified;    ///< RFC 3339
  Instant modified = 0;         ///< the same
  std::optional<double> minimum_age;
  std::optional<double> maximum_age;
  std::vector<std::uint32_t> words;     ///< OpenData::words_of all its texts, ascending
  std::vector<std::string> terms;       ///< ids of the source's own taxonomy terms
  std::vector<std::string> taxonomies;  ///< ids of the taxonomies of these
  std::vector<std::string> areas;       ///< names of service areas, in small letters
  std::vector<OpenHours> hours;
  std::vector<OpenSite> sites;
};

/// Which services an organisation has, as places in OpenSnapshot::services.
struct OpenOrganization {
  std::string id;
  std::vector<std::size_t> services;  ///< ascending; at least one
};

/// A site by its place in OpenSnapshot::services, and in that service.
struct OpenSiteAt {
  std::string id;
  std::size_t service = 0;
  std::size_t site = 0;
};

/// One state of all that may be passed on. Immutable, shared by requests.
struct OpenSnapshot {
  catalog::Revision revision;
  std::string changed_at;  ///< when that was; "" where nobody said
  std::vector<std::shared_ptr<const OpenService>> services;  ///< by id
  std::vector<OpenOrganization> organizations;               ///< by id
  std::vector<OpenSiteAt> sites;                             ///< by id
  catalog::Json::Array sources;  ///< {name, publisher, licence, attribution} of those passed on;
                                 ///< null where nobody said
  catalog::Json taxonomy;        ///< Kring's own vocabulary as an HSDS taxonomy
  catalog::Json::Array
      terms;  ///< its concepts as taxonomy terms, each with its concept's id as "code"
  catalog::Places places;
};

/// One change of the catalogue: what an activity became.
struct OpenChange {
  std::string id;
  std::int64_t number = 0;
  std::optional<catalog::Json>
      item;  ///< as schema.org has it; absent: gone, or not to be passed on
};

/// Thread-safe, but for refresh().
class OpenData {
 public:
  OpenData() = default;
  OpenData(const OpenData&) = delete;
  OpenData& operator=(const OpenData&) = delete;
  OpenData(OpenData&&) = delete;
  OpenData& operator=(OpenData&&) = delete;
  virtual ~OpenData() = default;

  /// Null while the catalogue was not read yet.
  [[nodiscard]] virtual std::shared_ptr<const OpenSnapshot> snapshot() const = 0;
  /// The HSDS services with these ids, in their order, whole and valid; what is gone meanwhile is
  /// left out. Throws catalog::Error.
  [[nodiscard]] virtual std::vector<catalog::Json> documents(
      const std::vector<std::string>& ids) const = 0;
  /// At most `limit` changes with a number above `after`, in the order of their numbers. Throws
  /// catalog::Error.
  [[nodiscard]] virtual std::vector<OpenChange> changes(std::int64_t after,
                                                        std::size_t limit) const = 0;
  /// What stands for the words of a text, whatever their case and accents; ascending.
  [[nodiscard]] virtual std::vector<std::uint32_t> words_of(std::string_view text) const = 0;
  /// A uuid that is the same for the same name.
  [[nodiscard]] virtual std::string make_id(std::string_view name) const = 0;
};

/// "2026-11-26", "2026-11-26T10:00:00Z", "2026-11-26T10:00:00.5+01:00"; without a zone it is UTC.
/// Absent for anything else.
std::optional<Instant> parse_instant(std::string_view text);

/// The bit of "MO", "monday" or "maandag"; absent for anything else.
std::optional<std::uint8_t> parse_day(std::string_view text);

}  // namespace kring::service
