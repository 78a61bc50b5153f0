// What of one service do the filters of the open APIs ask?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/places.h"
#include "catalog/quantity.h"
#include "catalog/vocabulary.h"
#include "service/open_data.h"

namespace kring::service {

/// When one schedule meets.
struct OpenHours {
  std::uint8_t days = 0;  ///< a bit each, from Monday; none: not told
  std::optional<catalog::Minutes> opens;
  std::optional<catalog::Minutes> closes;
};

/// One service_at_location, at its place in the list of its service.
struct OpenSiteRow {
  std::string id;
  std::optional<int> postcode4;
  std::string municipality;  ///< of that postcode; "" where the table does not tell
  std::optional<catalog::Point> point;
  std::vector<OpenHours> hours;  ///< of this site alone
};

struct OpenServiceRow {
  OpenService service;
  std::string organization_id;  ///< "" where it has none
  Instant modified = 0;         ///< service.last_modified
  std::optional<double> minimum_age;
  std::optional<double> maximum_age;
  std::vector<std::uint32_t> words;     ///< hash_words() of all its texts
  std::vector<std::string> terms;       ///< ids of the source's own taxonomy terms
  std::vector<std::string> taxonomies;  ///< ids of the taxonomies of these
  std::vector<std::string> areas;       ///< names of service areas, in small letters
  std::vector<OpenHours> hours;
  std::vector<OpenSiteRow> sites;
};

/// Of a whole and valid HSDS service.
OpenServiceRow make_open_row(const catalog::Json& document, const catalog::Places& places);

/// A number for each word of the text, small and without accents; ascending, each once.
std::vector<std::uint32_t> hash_words(std::string_view text);

/// Kring's vocabulary as an HSDS taxonomy, and its kinds of activity as that taxonomy's terms.
catalog::Json make_taxonomy(const catalog::Vocabulary& vocabulary);
catalog::Json::Array make_taxonomy_terms(const catalog::Vocabulary& vocabulary);

}  // namespace kring::service
