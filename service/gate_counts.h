// Which gates keep how much away, over many profiles and of none?
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "engine/answer.h"

namespace kring::service {

inline constexpr int kGateCell = 10;  ///< matches that a figure which is told holds at least

/// Activities that each gate removed, by match. Told only in steps of kGateCell matches in which
/// the gate removed something: so no step tells of one person, however often it is read. Held in
/// memory alone. Thread-safe.
class GateCounts {
 public:
  /// `excluded` of one answer.
  void note(const std::map<engine::Gate, int>& excluded);

  /// What may be told, in Prometheus' text format.
  [[nodiscard]] std::string write() const;

 private:
  struct Count {
    std::int64_t matches = 0;
    std::int64_t activities = 0;
  };
  struct Cell {
    Count told;
    Count kept;  ///< since then
  };

  mutable std::mutex mutex_;
  std::map<engine::Gate, Cell> cells_;
};

}  // namespace kring::service
