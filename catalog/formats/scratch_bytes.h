// Where do the bytes of a feed stand that were made of other bytes, and are too many to hold?
#pragma once

#include <fstream>
#include <string>
#include <string_view>

#include "catalog/formats/feed_bytes.h"
#include "catalog/formats/scratch_folder.h"

namespace kring::catalog::formats {

/// A temporary file that is written piece by piece and then read. It is gone from its folder at
/// once, and from the disk with the last that reads it.
class ScratchBytes {
 public:
  /// Throws Error where there is no room for a folder.
  ScratchBytes();

  void write(std::string_view piece) { file_ << piece; }
  /// What was written. Throws Error where there was no room for it.
  FeedBytes finish();

 private:
  ScratchFolder folder_;
  std::string path_;
  std::ofstream file_;
};

}  // namespace kring::catalog::formats
