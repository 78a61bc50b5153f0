// What of the catalogue may anyone have, and how is it found?
//
// The seam between the open APIs and the store (commands/store_open_data.h). All stays on disk: a
// request holds the page it answers, whatever the size of the catalogue.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/places.h"
#include "catalog/quantity.h"
#include "catalog/source_terms.h"

namespace kring::service {

/// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

/// A service as lists name it.
struct OpenService {
  std::string id;
  std::string name;
  std::string status;
  std::string last_modified;  ///< RFC 3339
};

/// One service_at_location, by its place in the list of its service.
struct OpenSite {
  std::string service_id;
  std::size_t place = 0;
};

/// The ids of Kring's own taxonomy terms that a service has.
using OwnTerms = std::function<std::vector<std::string>(const std::string& service_id)>;

/// What a service or site must have to be found; all that is said must hold. "" and empty: not
/// said.
struct OpenFilter {
  std::vector<std::uint32_t> words;  ///< OpenData::words_of a search; ascending
  std::string organization_id;
  std::string taxonomy_id;                ///< of the source's terms, or own_taxonomy_id
  std::string taxonomy_term_id;           ///< of the source's, or of own_terms
  std::string own_taxonomy_id;            ///< Kring's vocabulary
  OwnTerms own_terms;                     ///< asked where a taxonomy or a term is
  std::optional<Instant> modified_after;  ///< inclusive
  std::optional<double> minimum_age;      ///< years
  std::optional<double> maximum_age;      ///< years
  std::optional<catalog::Minutes> start_time;
  std::optional<catalog::Minutes> end_time;
  std::optional<std::uint8_t> day;           ///< its bit
  std::optional<catalog::Place> near;        ///< sites only: there, or offered there
  std::vector<std::string> area_names;       ///< that cover `near`, in small letters
  std::optional<catalog::Meters> proximity;  ///< at most so far from `near`
};

/// Which of the found ones a page holds, by their order.
struct OpenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< >= begin
};

/// A page of what was found.
struct OpenPage {
  std::size_t total = 0;  ///< on all pages
  std::vector<std::string> ids;
};
struct OpenSitePage {
  std::size_t total = 0;  ///< on all pages
  std::vector<OpenSite> sites;
};

/// What is held of one state of the catalogue. Immutable, shared by requests.
struct OpenSnapshot {
  catalog::Revision revision;
  std::string changed_at;        ///< when that was; "" where nobody said
  catalog::Json::Array sources;  ///< {name, publisher, licence, attribution} of those passed on;
                                 ///< null where nobody said
  catalog::TermsBySource terms_by_source;
  catalog::Json taxonomy;  ///< Kring's own vocabulary as an HSDS taxonomy
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
  /// Services by id; organisations that have one of them, by id; sites of them, by their own ids.
  /// Of sites that two services give the same id the first service's is there alone. Throw
  /// catalog::Error.
  [[nodiscard]] virtual OpenPage find_services(const OpenFilter& filter, OpenSpan span) const = 0;
  [[nodiscard]] virtual OpenPage find_organizations(const OpenFilter& filter,
                                                    OpenSpan span) const = 0;
  [[nodiscard]] virtual OpenSitePage find_sites(const OpenFilter& filter, OpenSpan span) const = 0;
  /// Those with these ids, in their order; what is gone meanwhile is left out. Throws
  /// catalog::Error.
  [[nodiscard]] virtual std::vector<OpenService> services(
      const std::vector<std::string>& ids) const = 0;
  /// By id; empty where there is no such organisation. Throws catalog::Error.
  [[nodiscard]] virtual std::vector<OpenService> services_of(
      const std::string& organization_id) const = 0;
  /// Absent where there is none with that id. Throws catalog::Error.
  [[nodiscard]] virtual std::optional<OpenSite> find_site(const std::string& id) const = 0;
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
