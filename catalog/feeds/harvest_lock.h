// How do two programs keep from fetching the feeds of one catalogue at once?
#pragma once

#include <string>

namespace kring::catalog::feeds {

/// Held from construction to destruction, and let go where the program ends however it does. The
/// file, beside the catalogue, stays.
class HarvestLock {
 public:
  /// Throws Error where another program holds it, or the file cannot be made.
  explicit HarvestLock(const std::string& catalog);
  HarvestLock(const HarvestLock&) = delete;
  HarvestLock& operator=(const HarvestLock&) = delete;
  HarvestLock(HarvestLock&&) = delete;
  HarvestLock& operator=(HarvestLock&&) = delete;
  ~HarvestLock();

 private:
  int file_;
};

}  // namespace kring::catalog::feeds
