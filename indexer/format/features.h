// Which facts of an activity does the exact score read, and how are they packed?
//
// Two tables of columns: one row an activity, and one row a site. A site's rows lie together, in
// the order of activity.sites; an activity without a site has one row whose `site` is kNoSite.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "catalog/quantity.h"
#include "catalog/vocabulary.h"
#include "indexer/format/columns.h"

namespace kring::indexer {

// What a packed column holds where a fact is not known.
inline constexpr std::uint8_t kNoByte = std::numeric_limits<std::uint8_t>::max();
inline constexpr std::uint16_t kNoSite = std::numeric_limits<std::uint16_t>::max();
inline constexpr std::int32_t kNoNumber = std::numeric_limits<std::int32_t>::min();

inline constexpr std::size_t kOfferCount = catalog::kSupportCount + catalog::kDimensionCount;

/// Bits of `flags`.
inline constexpr std::uint8_t kOnlyForResidents = 1U;  ///< the text keeps others out
inline constexpr std::uint8_t kCrisisService = 4U;     ///< never among the candidates
inline constexpr std::uint8_t kRepresented = 8U;       ///< a duplicate that another stands for

/// The columns. `Column<T>` is a vector while writing and a span while reading.
template <template <class> class Column>
struct Features {
  // One element an activity.
  Column<std::uint8_t> live;        ///< catalog::Answer
  Column<std::int32_t> last_day;    ///< days since 1970-01-01, inclusive; kNoNumber: no end
  Column<std::uint8_t> min_age;     ///< kNoByte: no rule
  Column<std::uint8_t> max_age;     ///< kNoByte: no rule
  Column<std::uint8_t> group_size;  ///< catalog::GroupSize; kNoByte
  Column<std::int32_t> cost;        ///< cents a session; kNoNumber
  Column<std::int32_t> waiting;     ///< weeks; kNoNumber
  Column<std::uint8_t> referral;    ///< catalog::Referral
  Column<std::uint8_t> gender;      ///< GenderRule (language/annotation.h)
  Column<std::uint8_t> recurrence;  ///< catalog::Recurrence
  Column<std::uint8_t> remarks;     ///< a bit a Remark (language/annotation.h)
  Column<std::uint8_t> doubts;      ///< a bit a Doubt (language/annotation.h)
  Column<std::int32_t> verified;    ///< days since 1970-01-01; kNoNumber
  Column<std::uint8_t> flags;
  Column<std::uint64_t> strong_low;   ///< concepts 0..63 found strongly, a bit each
  Column<std::uint64_t> strong_high;  ///< concepts 64..127
  Column<std::uint64_t> weak_low;     ///< concepts found weakly
  Column<std::uint64_t> weak_high;
  Column<std::uint64_t> kinds;  ///< of concepts, a bit each: catalog::kind_bits()
  Column<std::uint16_t>
      offers;  ///< kOfferCount an activity: supports, then dimensions, in 1/10,000
  Column<std::uint64_t> fold_key;  ///< hash_of() the id that stands for its duplicates, or own id
  Column<std::uint64_t> organization;  ///< name_hash_of() the organisation's name
  Column<std::uint64_t>
      organization_id;               ///< name_hash_of() its id in the source; 0 where it has none
  Column<std::uint32_t> area_begin;  ///< into area_*; one element more than activities
  Column<std::uint32_t> language_begin;  ///< into language; one element more than activities
  Column<std::uint32_t> site_begin;  ///< into the site columns; one element more than activities

  // Lists.
  Column<std::uint64_t> area_hash;
  Column<std::uint8_t> area_kind;  ///< indexer::AreaKind (language/areas.h)
  Column<std::uint32_t> language;  ///< pack_language()

  // One element a site.
  Column<std::uint16_t> site;     ///< in activity.sites
  Column<std::int32_t> latitude;  ///< millionths of a degree; kNoNumber
  Column<std::int32_t> longitude;
  Column<std::uint8_t> attendance;  ///< catalog::AttendanceSet
  Column<std::uint8_t> access_yes;  ///< a bit an access need
  Column<std::uint8_t> access_no;
  Column<std::uint8_t> has_schedule;    ///< 1: sessions are known; 0: by appointment, or not told
  Column<std::uint32_t> session_begin;  ///< into session_*; one element more than sites
  Column<std::uint64_t> venue;          ///< name_hash_of() the venue's name; 0 where it has none
  Column<std::uint64_t>
      postcode;  ///< name_hash_of() the whole postcode without blanks; 0 where it has none
  Column<std::int32_t> postcode4;       ///< kNoNumber
  Column<std::int32_t> given_latitude;  ///< as the record had it, millionths of a degree, to learn
                                        ///< places from; kNoNumber
  Column<std::int32_t> given_longitude;

  // Lists.
  Column<std::uint32_t> session_start;  ///< minutes since midnight of the manifest's sessions_from
  Column<std::uint16_t> session_minutes;  ///< length; 0: end not known
  Column<std::int16_t> session_offset;    ///< minutes east of UTC
};

template <class T>
using WrittenColumn = std::vector<T>;
template <class T>
using ReadColumn = std::span<const T>;

using FeatureTable = Features<WrittenColumn>;
using FeatureColumns = Features<ReadColumn>;

/// The table as columns of a file; they point into `table`.
std::vector<ColumnData> columns_of(const FeatureTable& table);

/// The table of an open file. Throws catalog::Error where a column is missing or lists point
/// outside.
FeatureColumns features_of(const ColumnFile& file);

/// A BCP 47 tag's primary subtag in one number ("nl-NL" and "nl" are equal).
std::uint32_t pack_language(std::string_view tag);
/// The subtag, in small letters.
std::string unpack_language(std::uint32_t packed);

/// Millionths of a degree, and back.
std::int32_t pack_degrees(double degrees);
double unpack_degrees(std::int32_t packed);

}  // namespace kring::indexer
