// How is a file written, so that who reads it never sees half of it?
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace kring::service {

/// Writes the whole output.
using Write = std::function<void(std::ostream& out)>;

/// Writes to standard output where `path` is "" (false where that failed); else to a file beside
/// it first, which then takes its place. Throws catalog::Error where it cannot be written.
bool write_output(const Write& write, const std::string& path);

/// Throws the catalog::Error of a file that could not be written; `cause`: errno.
[[noreturn]] void throw_unwritten(const std::string& path, int cause);

/// Waits until the bytes of `path` are on the disk. Throws catalog::Error.
void flush_to_disk(const std::string& path);

}  // namespace kring::service
