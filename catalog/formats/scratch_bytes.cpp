#include "catalog/formats/scratch_bytes.h"

#include "catalog/result.h"

namespace kring::catalog::formats {

ScratchBytes::ScratchBytes()
    : path_((folder_.path() / "bytes").string()), file_(path_, std::ios::binary) {}

FeedBytes ScratchBytes::finish() {
  file_.close();
  if (file_) return FeedBytes::load(path_);
  const std::string folder = folder_.path().parent_path().string();
  throw Error("De tijdelijke map " + folder
              + " is vol. Maak ruimte, of zet TMPDIR op een andere map.\nThe temporary folder "
              + folder + " is full. Free some space, or set TMPDIR to another folder.");
}

}  // namespace kring::catalog::formats
