// How often is what is said right, and what is due said?
#pragma once

#include <algorithm>

namespace kring::tests {

struct Tally {
  int hits = 0;
  int said = 0;
  int due = 0;

  void add(bool is_said, bool is_due) {
    if (is_said) ++said;
    if (is_due) ++due;
    if (is_said && is_due) ++hits;
  }
  [[nodiscard]] double precision() const { return static_cast<double>(hits) / std::max(1, said); }
  [[nodiscard]] double recall() const { return static_cast<double>(hits) / std::max(1, due); }
  [[nodiscard]] double f1() const { return 2.0 * hits / std::max(1, said + due); }
};

}  // namespace kring::tests
