// How do the files of a folder become one zip?
#pragma once

#include <filesystem>
#include <iosfwd>

namespace kring::catalog::formats {

/// Writes the files of `folder`, in the order of their names, as a zip: the same files give the
/// same bytes. Uses room beside the folder for as long as it takes. Throws Error where the disk
/// fails.
void write_archive(const std::filesystem::path& folder, std::ostream& out);

}  // namespace kring::catalog::formats
