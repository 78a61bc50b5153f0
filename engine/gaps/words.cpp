#include "engine/gaps/words.h"

#include <algorithm>

namespace kring::engine {

Gap make_gap(std::string_view name, int value_points, Yardstick yardstick) {
  const int value = std::clamp(value_points, 0, catalog::kScoreOne);
  Gap gap;
  gap.name = name;
  gap.gap = catalog::Score{catalog::kScoreOne - value};
  gap.value = catalog::Score{value};
  gap.yardstick = yardstick;
  return gap;
}

Gap make_unknown_gap(std::string_view name, const std::string& ask) {
  Gap gap;
  gap.name = name;
  gap.unknown.push_back(ask);
  return gap;
}

int share(int part, int whole) {
  return std::min(catalog::kScoreOne, (2 * part * catalog::kScoreOne + whole) / (2 * whole));
}

}  // namespace kring::engine
