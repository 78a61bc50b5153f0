// Where do the bytes of a feed's file stand, and how much memory do they take?
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace kring::catalog {

/// Files of fewer bytes are read whole; larger ones are mapped, 16 MiB.
inline constexpr std::size_t kMappedFrom = 16'777'216;
/// After so many bytes, what was read of a mapped file is let go of, 8 MiB.
inline constexpr std::size_t kReleaseEvery = 8'388'608;

/// Bytes that never change: held in memory, or mapped from a file. Copies share them. A mapped file
/// must stay as it is while it is read: who makes it shorter ends the program, and the catalogue
/// stays as it was.
class FeedBytes {
 public:
  FeedBytes() = default;
  // NOLINTBEGIN(google-explicit-constructor): a file in memory is written down as its text
  FeedBytes(std::string bytes);
  FeedBytes(const char* bytes) : FeedBytes(std::string(bytes)) {}
  operator std::string_view() const { return view_; }
  // NOLINTEND(google-explicit-constructor)

  /// The file at `path`: mapped where it is large, else read. Throws Error where it cannot be read.
  static FeedBytes load(const std::string& path);

  /// The `size` bytes of an open file, which may be closed then. `name` stands in the Error that is
  /// thrown where they cannot be read.
  static FeedBytes map(int file, std::size_t size, const std::string& name);

  [[nodiscard]] std::string_view view() const { return view_; }
  [[nodiscard]] std::size_t size() const { return view_.size(); }
  /// The same bytes less the first `count`.
  [[nodiscard]] FeedBytes without_first(std::size_t count) const;

  /// Lets go of the memory that `part` of these bytes takes; they can still be read. Does nothing
  /// for bytes that are held.
  void release(std::string_view part) const;

 private:
  struct Mapping;
  std::shared_ptr<const std::string> held_;
  std::shared_ptr<const Mapping> mapping_;
  std::string_view view_;
};

/// Reads on through bytes and lets go of what lies behind. The bytes outlive it.
class ReleasedReading {
 public:
  ReleasedReading() = default;  ///< of bytes that nobody lets go of
  explicit ReleasedReading(const FeedBytes& bytes) : bytes_(&bytes) {}

  /// Everything before `position` (an offset) was read; every kReleaseEvery bytes it is let go of.
  void pass(std::size_t position);

 private:
  const FeedBytes* bytes_ = nullptr;
  std::size_t released_ = 0;  ///< offset up to which memory was let go of
};

}  // namespace kring::catalog
