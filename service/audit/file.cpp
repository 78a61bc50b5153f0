#include "service/audit/file.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::service::audit {
namespace {

constexpr mode_t kOwnerAndGroup = 0640;  ///< auditors may be of the group

}  // namespace

File::File(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerAndGroup)) {
  if (descriptor_ < 0) fail("opened");
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

File::File(File&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

File& File::operator=(File&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void File::fail(const char* attempt) const {
  throw catalog::Error(fmt::format(
      "The audit trail's file {} could not be {} ({}). Check the folder, its access rights and the "
      "free space.",
      path_, attempt, std::generic_category().message(errno)));
}

void File::lock() const {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  if (errno != EWOULDBLOCK) fail("locked");
  throw catalog::Error("Another program writes the audit trail with " + path_
                       + ". Stop it, or choose another file with --audit.");
}

std::uint64_t File::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) fail("read");
  return static_cast<std::uint64_t>(status.st_size);
}

std::string File::read(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t done = 0;
  while (done < count) {
    const ssize_t taken =
        ::pread(descriptor_, bytes.data() + done, count - done, static_cast<off_t>(offset + done));
    if (taken == 0) break;
    if (taken < 0 && errno != EINTR) fail("read");
    done += taken < 0 ? 0 : static_cast<std::size_t>(taken);
  }
  bytes.resize(done);
  return bytes;
}

void File::write(std::uint64_t offset, std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno != EINTR) fail("written");
    const auto done = written < 0 ? 0 : static_cast<std::size_t>(written);
    offset += done;
    bytes.remove_prefix(done);
  }
}

void File::cut(std::uint64_t size) const {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) fail("cut");
}

void File::flush() const {
  if (::fdatasync(descriptor_) != 0) fail("flushed to the disk");
}

void File::rename(const std::string& path) {
  if (::rename(path_.c_str(), path.c_str()) != 0) fail("renamed");
  path_ = path;
  const auto folder = std::filesystem::absolute(path).parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool is_flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!is_flushed) fail("flushed to the disk");
}

}  // namespace kring::service::audit
