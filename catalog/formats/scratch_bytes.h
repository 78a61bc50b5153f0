// Where do the bytes of a feed stand that were made of other bytes, and are too many to hold?
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "catalog/formats/feed_bytes.h"

namespace kring::catalog::formats {

/// A temporary file that is written piece by piece and then read. It has no name, so that it is
/// gone from the disk with the last that uses it, however the program ends. One thread at a time.
class ScratchBytes {
 public:
  /// Throws Error where no temporary file can be made.
  ScratchBytes();
  ScratchBytes(const ScratchBytes&) = delete;
  ScratchBytes& operator=(const ScratchBytes&) = delete;
  ScratchBytes(ScratchBytes&&) = delete;
  ScratchBytes& operator=(ScratchBytes&&) = delete;
  ~ScratchBytes();

  /// Throws Error where there is no room for it.
  void write(std::string_view piece);
  /// How many bytes were written.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Fills `bytes` with what was written at `position` (an offset) and after it. Throws Error where
  /// it cannot be read. requires: position + bytes.size() <= size()
  void read(std::size_t position, std::span<char> bytes) const;
  /// What was written, mapped. Nothing is written after it. Throws Error where it cannot be read.
  [[nodiscard]] FeedBytes finish() const;

 private:
  std::string folder_;
  int file_;
  std::size_t size_ = 0;
};

}  // namespace kring::catalog::formats
