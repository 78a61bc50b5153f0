// Where does an exporter keep files until they are one?
#pragma once

#include <filesystem>

namespace kring::catalog::formats {

/// A new folder among the temporary files, removed with all that is in it. Throws Error where there
/// is no room for one.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace kring::catalog::formats
