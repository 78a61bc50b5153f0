#include "catalog/formats/archive_writer.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <zip.h>

#include "catalog/formats/scratch_folder.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

namespace {

constexpr zip_int64_t kWholeFile = -1;
constexpr time_t kSameTime = 315'532'800;  ///< 1980-01-01, the first that a zip can hold

[[noreturn]] void throw_unwritten() {
  throw Error(
      "Het zip-bestand is niet geschreven. Maak ruimte op de schijf.\n"
      "The zip file was not written. Free some space on the disk.");
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add_file(zip_t& archive, const std::filesystem::path& file) {
  zip_source_t* source = zip_source_file(&archive, file.c_str(), 0, kWholeFile);
  const zip_int64_t index =
      source == nullptr ? -1
                        : zip_file_add(&archive, file.filename().c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    throw_unwritten();
  }
  zip_file_set_mtime(&archive, static_cast<zip_uint64_t>(index), kSameTime, 0);
}

}  // namespace

void write_archive(const std::filesystem::path& folder, std::ostream& out) {
  const ScratchFolder scratch;
  const std::filesystem::path path = scratch.path() / "package.zip";
  const auto discard = [](zip_t* archive) { zip_discard(archive); };
  std::unique_ptr<zip_t, decltype(discard)> archive(
      zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, nullptr), discard);
  if (!archive) {
    throw_unwritten();
  }
  for (const std::filesystem::path& file : files_of(folder)) {
    add_file(*archive, file);
  }
  if (zip_close(archive.get()) != 0) {
    throw_unwritten();
  }
  static_cast<void>(archive.release());
  out << std::ifstream(path, std::ios::binary).rdbuf();
}

}  // namespace kring::catalog::formats
