#include "catalog/formats/scratch_folder.h"

#include <string>
#include <system_error>

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX

#include "catalog/result.h"

namespace kring::catalog::formats {

ScratchFolder::ScratchFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "kring-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw Error("Er kan geen tijdelijke map worden gemaakt (" + pattern
                + "). Maak ruimte, of zet TMPDIR op een andere map.\nNo temporary folder can be "
                  "made (" + pattern + "). Free some space, or set TMPDIR to another folder.");
  }
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace kring::catalog::formats
