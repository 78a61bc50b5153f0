#include "indexer/format/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::indexer {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  const char* remedy = error == ENOSPC
                           ? "Make room on the disk and run the command again."
                           : "Check the folder and its rights, and run the command again.";
  throw catalog::Error(
      fmt::format("Could not write {}: {}. {}", path, std::strerror(error), remedy));
}

}  // namespace

void write_file_durably(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(path, errno);
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int error = errno;
      ::close(descriptor);
      fail(path, error);
    }
    written += static_cast<std::size_t>(count);
  }
  const bool is_synced = ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!is_synced) fail(path, error);
}

void replace_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  write_file_durably(beside, bytes);
  if (std::rename(beside.c_str(), path.c_str()) != 0) fail(path, errno);
  sync_folder(std::filesystem::path(path).parent_path().string());
}

void sync_folder(const std::string& folder) {
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(folder, errno);
  ::fsync(descriptor);
  ::close(descriptor);
}

std::string read_whole_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    throw catalog::Error(fmt::format("Could not read {}: {}.", path, std::strerror(errno)));
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace kring::indexer
