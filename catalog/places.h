// Where is a postcode?
//
// The table of PC4 areas with point, place and municipality. A postcode is never guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"

namespace kring::catalog {

struct Place {
  int postcode4 = 0;              ///< 1000..9999
  std::string name;               ///< place
  std::string municipality;       ///< "" where unknown (learned rows)
  std::string municipality_code;  ///< "GM0268", "" where unknown
  Point point;
  bool is_learned = false;  ///< made of the addresses of activities, not of an imported table
  bool operator==(const Place&) const = default;
};

/// The four digits of a Dutch postcode ("6512", "6512 AB", "6512ab"); absent for anything else.
std::optional<int> parse_postcode4(std::string_view text);

/// An ordered table of places; at most one row a postcode. Immutable, safe to share.
class Places {
 public:
  Places() = default;
  /// Of several rows with one postcode the first stays.
  explicit Places(std::vector<Place> rows);

  [[nodiscard]] const Place* find(int postcode4) const;
  [[nodiscard]] const std::vector<Place>& rows() const { return rows_; }
  /// Up to `count` rows whose numbers are nearest to `postcode4`, nearest first; equal distances by
  /// number.
  [[nodiscard]] std::vector<Place> near(int postcode4, std::size_t count) const;

 private:
  std::vector<Place> rows_;
};

inline constexpr double kFarFromPostcodeMeters =
    15'000;  ///< rural PC4 areas reach about 8 km from their centre
inline constexpr std::size_t kLearnFromAddresses =
    3;  ///< addresses of one PC4 that make a learned row

/// What is wrong with a record's coordinates, compared with its postcode.
enum class CoordinateFault : std::uint8_t {
  kNone,
  kZero,     ///< 0,0 or outside the range
  kSwapped,  ///< latitude and longitude changed places
  kFarOff,   ///< more than kFarFromPostcodeMeters from the postcode's point
};

/// Where a site is, and what was wrong. The postcode wins over coordinates that contradict it.
struct Located {
  std::optional<Point> point;
  CoordinateFault fault = CoordinateFault::kNone;
};
Located locate(std::string_view postcode, const std::optional<Point>& given, const Places& places);

/// An address with a point, to learn from.
struct Address {
  int postcode4 = 0;
  Point point;
};
/// Rows for those postcodes of `addresses` that `known` lacks and that have kLearnFromAddresses or
/// more: the median of latitudes and of longitudes, marked as learned, without municipality.
std::vector<Place> learn_places(std::span<const Address> addresses, const Places& known);

}  // namespace kring::catalog
