#include "catalog/places.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>

namespace kring::catalog {
namespace {

constexpr double kMaxDegreesNorth = 90.0;
constexpr double kMaxDegreesEast = 180.0;

bool is_possible(Point point) {
  const bool is_zero = point.latitude == 0 && point.longitude == 0;
  return !is_zero && std::abs(point.latitude) <= kMaxDegreesNorth
         && std::abs(point.longitude) <= kMaxDegreesEast;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

std::optional<int> parse_postcode4(std::string_view text) {
  std::string compact;
  for (const char letter : text) {
    if (letter != ' ') compact += letter;
  }
  if (compact.size() != 4 && compact.size() != 6) return std::nullopt;
  int number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (compact[i] < '0' || compact[i] > '9') return std::nullopt;
    number = number * 10 + (compact[i] - '0');
  }
  for (std::size_t i = 4; i < compact.size(); ++i) {
    if (std::isalpha(static_cast<unsigned char>(compact[i])) == 0) return std::nullopt;
  }
  if (number < 1000) return std::nullopt;
  return number;
}

Places::Places(std::vector<Place> rows) : rows_(std::move(rows)) {
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Place& a, const Place& b) { return a.postcode4 < b.postcode4; });
  const auto last = std::unique(rows_.begin(), rows_.end(), [](const Place& a, const Place& b) {
    return a.postcode4 == b.postcode4;
  });
  rows_.erase(last, rows_.end());
}

const Place* Places::find(int postcode4) const {
  const auto found =
      std::lower_bound(rows_.begin(), rows_.end(), postcode4,
                       [](const Place& row, int number) { return row.postcode4 < number; });
  if (found == rows_.end() || found->postcode4 != postcode4) return nullptr;
  return &*found;
}

std::vector<Place> Places::near(int postcode4, std::size_t count) const {
  std::vector<Place> nearest(std::min(count, rows_.size()));
  const auto is_nearer = [postcode4](const Place& a, const Place& b) {
    const int to_a = std::abs(a.postcode4 - postcode4);
    const int to_b = std::abs(b.postcode4 - postcode4);
    return to_a != to_b ? to_a < to_b : a.postcode4 < b.postcode4;
  };
  std::partial_sort_copy(rows_.begin(), rows_.end(), nearest.begin(), nearest.end(), is_nearer);
  return nearest;
}

Located locate(std::string_view postcode, const std::optional<Point>& given, const Places& places) {
  const std::optional<int> postcode4 = parse_postcode4(postcode);
  const Place* place = postcode4 ? places.find(*postcode4) : nullptr;
  const std::optional<Point> centre = place == nullptr ? std::nullopt : std::optional(place->point);
  if (!given) return {centre, CoordinateFault::kNone};
  if (!is_possible(*given)) return {centre, CoordinateFault::kZero};
  if (!centre || distance_between(*given, *centre).value <= kFarFromPostcodeMeters) {
    return {given, CoordinateFault::kNone};
  }
  const Point swapped{given->longitude, given->latitude};
  if (distance_between(swapped, *centre).value <= kFarFromPostcodeMeters) {
    return {swapped, CoordinateFault::kSwapped};
  }
  return {centre, CoordinateFault::kFarOff};
}

std::vector<Place> learn_places(std::span<const Address> addresses, const Places& known) {
  struct Degrees {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
  };
  std::map<int, Degrees> by_postcode;
  for (const Address& address : addresses) {
    if (known.find(address.postcode4) != nullptr || !is_possible(address.point)) continue;
    by_postcode[address.postcode4].latitudes.push_back(address.point.latitude);
    by_postcode[address.postcode4].longitudes.push_back(address.point.longitude);
  }
  std::vector<Place> learned;
  for (const auto& [postcode4, degrees] : by_postcode) {
    if (degrees.latitudes.size() < kLearnFromAddresses) continue;
    learned.push_back({.postcode4 = postcode4,
                       .name = {},
                       .municipality = {},
                       .municipality_code = {},
                       .point = {median(degrees.latitudes), median(degrees.longitudes)},
                       .is_learned = true});
  }
  return learned;
}

}  // namespace kring::catalog
