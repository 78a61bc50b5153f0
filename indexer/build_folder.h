// Who may write an index folder, and what is cleared away?
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/format/manifest.h"

namespace kring::indexer {

/// A reader opens all it needs within seconds of reading a manifest.
inline constexpr std::chrono::minutes kGrace{2};

/// The one writer of an index folder, for as long as it lives. What it owns and did not keep is
/// removed at its end.
class BuildFolder {
 public:
  /// Makes the folder where it is missing, and takes its lock. Throws catalog::Error: another
  /// writer, no rights.
  explicit BuildFolder(const std::string& index_dir);
  BuildFolder(const BuildFolder&) = delete;
  BuildFolder& operator=(const BuildFolder&) = delete;
  BuildFolder(BuildFolder&&) = delete;
  BuildFolder& operator=(BuildFolder&&) = delete;
  ~BuildFolder();

  /// A number that no folder in here carries yet.
  [[nodiscard]] std::int64_t next_generation(const std::optional<Manifest>& present) const;
  /// The folder `name` is being written; unless keep() follows it goes again.
  void own(const std::string& name);
  void keep() { owned_.clear(); }
  /// `after` has taken the place of `before`, whose readers may still be opening it: what only
  /// `before` names is kept for kGrace from now on.
  void supersede(const Manifest& before, const Manifest& after) const;
  /// Removes segments and documents that `manifest` does not name and that nobody wrote or
  /// superseded within kGrace.
  void remove_unnamed(const Manifest& manifest) const;

 private:
  std::string index_dir_;
  int lock_ = -1;  ///< file descriptor
  std::vector<std::string> owned_;
};

}  // namespace kring::indexer
