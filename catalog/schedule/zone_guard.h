// Who may use libical's time zones now?
#pragma once

#include <mutex>

namespace kring::catalog {

/// libical loads and extends its zones on first use, which is not thread-safe: one caller at a
/// time.
inline std::mutex& zone_guard() {
  static std::mutex guard;
  return guard;
}

}  // namespace kring::catalog
