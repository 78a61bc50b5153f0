#include "engine/known_places.h"

#include <algorithm>
#include <map>
#include <utility>

namespace kring::engine {
namespace {

using Rows = std::vector<const catalog::Place*>;
using Names = std::pair<std::string, std::string>;  // of the place and of its municipality

/// The postcode whose point is nearest to the mean of all; the lowest of several.
int find_middle(const Rows& rows) {
  catalog::Point mean;
  for (const catalog::Place* row : rows) {
    mean.latitude += row->point.latitude / static_cast<double>(rows.size());
    mean.longitude += row->point.longitude / static_cast<double>(rows.size());
  }
  const auto middle = std::min_element(rows.begin(), rows.end(),
                                       [&mean](const catalog::Place* a, const catalog::Place* b) {
                                         return catalog::distance_between(a->point, mean)
                                                < catalog::distance_between(b->point, mean);
                                       });
  return (*middle)->postcode4;
}

}  // namespace

std::vector<KnownPlace> list_known_places(const catalog::Places& places) {
  std::map<Names, Rows> places_by_name;
  std::map<Names, Rows> municipalities;
  for (const catalog::Place& row : places.rows()) {
    if (!row.name.empty()) places_by_name[{row.name, row.municipality}].push_back(&row);
    if (!row.municipality.empty())
      municipalities[{row.municipality, row.municipality}].push_back(&row);
  }
  places_by_name.merge(municipalities);  // which leaves what has a place of that name
  std::vector<KnownPlace> known;
  known.reserve(places_by_name.size());
  for (const auto& [names, rows] : places_by_name)
    known.push_back({names.first, names.second, find_middle(rows)});
  return known;
}

}  // namespace kring::engine
