#include "catalog/formats/scratch_bytes.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemp is POSIX
#include <unistd.h>

#include "catalog/result.h"

namespace kring::catalog::formats {
namespace {

[[noreturn]] void throw_too_many_files() {
  throw Error(
      "Er mogen niet meer bestanden tegelijk open zijn. Verhoog de grens: \"ulimit -n 65536\", of "
      "LimitNOFILE van de dienst.\nNo more files may be open at a time. Raise the limit: "
      "\"ulimit -n 65536\", or LimitNOFILE of the service.");
}

[[noreturn]] void throw_no_room(const std::string& folder, int fault) {
  if (fault == EMFILE || fault == ENFILE) throw_too_many_files();
  const std::string reason = std::generic_category().message(fault);
  throw Error("In de tijdelijke map " + folder + " kan niet worden geschreven (" + reason
              + "). Maak ruimte, of zet TMPDIR op een andere map.\nThe temporary folder " + folder
              + " cannot be written to (" + reason
              + "). Free some space, or set TMPDIR to another folder.");
}

[[noreturn]] void throw_unreadable(const std::string& folder) {
  throw Error("Een tijdelijk bestand in " + folder
              + " is niet te lezen. Controleer de schijf, of zet TMPDIR op een andere map.\n"
                "A temporary file in " + folder
              + " cannot be read. Check the disk, or set TMPDIR to another folder.");
}

/// Not every file system makes files without a name; there it is taken away at once.
int open_nameless(const std::string& folder) {
  static constexpr mode_t kOwnerOnly = 0600;
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kOwnerOnly);
  if (file >= 0) return file;
  std::string pattern = (std::filesystem::path(folder) / "kring-XXXXXX").string();
  const int named = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (named < 0) throw_no_room(folder, errno);
  ::unlink(pattern.c_str());
  return named;
}

std::string temporary_folder() {
  std::error_code fault;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(fault);
  if (fault) throw_no_room(folder.string(), fault.value());
  return folder.string();
}

}  // namespace

ScratchBytes::ScratchBytes() : folder_(temporary_folder()), file_(open_nameless(folder_)) {}

ScratchBytes::~ScratchBytes() {
  ::close(file_);
}

void ScratchBytes::write(std::string_view piece) {
  while (!piece.empty()) {
    const ssize_t written = ::write(file_, piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_no_room(folder_, errno);
    piece.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::size_t>(written);
  }
}

void ScratchBytes::read(std::size_t position, std::span<char> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::pread(file_, bytes.data(), bytes.size(), static_cast<off_t>(position));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw_unreadable(folder_);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
    position += static_cast<std::size_t>(count);
  }
}

FeedBytes ScratchBytes::finish() const {
  return FeedBytes::map(file_, size_, folder_);
}

}  // namespace kring::catalog::formats
