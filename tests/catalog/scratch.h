// Where may a test write, and where are the shared feeds?
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include <unistd.h>

namespace kring::tests {

/// A folder of its own, removed with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kring-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// The folder KRING_SHARED; absent, and said so, where it is not set.
inline std::optional<std::string> shared_folder(const std::string& needed_for) {
  const char* const folder =
      std::getenv("KRING_SHARED");  // NOLINT(concurrency-mt-unsafe): tests have one thread
  if (folder == nullptr || *folder == '\0') {
    std::cout << "SKIPPED: " << needed_for << " (KRING_SHARED is not set)\n";
    return std::nullopt;
  }
  return std::string(folder);
}

}  // namespace kring::tests
