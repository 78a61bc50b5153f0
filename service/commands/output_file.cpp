#include "service/commands/output_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::service {
namespace {

/// Beside the target first, then renamed: who reads it sees the old file or the new one, whole.
void write_file(const Write& write, const std::string& path) {
  const std::string draft = path + ".new." + std::to_string(::getpid());
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  if (!out) throw_unwritten(path, errno);
  write(out);
  out.close();
  if (!out) {
    const int cause = errno;
    ::unlink(draft.c_str());
    throw_unwritten(path, cause);
  }
  flush_to_disk(draft);
  if (::rename(draft.c_str(), path.c_str()) != 0) {
    const int cause = errno;
    ::unlink(draft.c_str());
    throw_unwritten(path, cause);
  }
}

}  // namespace

bool write_output(const Write& write, const std::string& path) {
  if (!path.empty()) {
    write_file(write, path);
    return true;
  }
  write(std::cout);
  std::cout.flush();
  return static_cast<bool>(std::cout);
}

void throw_unwritten(const std::string& path, int cause) {
  const std::string reason =
      std::strerror(cause);  // NOLINT(concurrency-mt-unsafe): this command has one thread
  throw catalog::Error("Het bestand " + path + " is niet geschreven (" + reason
                       + "). Maak ruimte, of kies een andere plaats.\nThe file " + path
                       + " was not written (" + reason
                       + "). Free some space, or choose another place.");
}

void flush_to_disk(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_flushed = file >= 0 && ::fsync(file) == 0;
  const int cause = errno;
  if (file >= 0) ::close(file);
  if (!is_flushed) throw_unwritten(path, cause);
}

}  // namespace kring::service
