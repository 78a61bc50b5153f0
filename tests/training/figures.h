// How much of what there is does a listener hear, and how often is nothing there?
#pragma once

#include <algorithm>
#include <ostream>

namespace kring::tests {

struct Figures {
  int there = 0;
  int heard = 0;
  int not_there = 0;
  int alarms = 0;

  void add(bool is_there, bool is_heard) {
    ++(is_there ? there : not_there);
    if (is_heard) ++(is_there ? heard : alarms);
  }
  void add(const Figures& others) {
    there += others.there;
    heard += others.heard;
    not_there += others.not_there;
    alarms += others.alarms;
  }
  [[nodiscard]] double recall() const { return static_cast<double>(heard) / std::max(1, there); }
  [[nodiscard]] double alarm_share() const {
    return static_cast<double>(alarms) / std::max(1, not_there);
  }
};

inline std::ostream& operator<<(std::ostream& out, const Figures& figures) {
  return out << figures.heard << " of " << figures.there << " heard (" << figures.recall() << "), "
             << figures.alarms << " false alarms of " << figures.not_there << " ("
             << figures.alarm_share() << ")";
}

}  // namespace kring::tests
