// What stands in a zip file?
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxArchiveEntries = 10'000;      ///< files in one archive
inline constexpr std::size_t kMaxEntryBytes = 268'435'456;     ///< one file unpacked, 256 MiB
inline constexpr std::size_t kMaxUnpackedBytes = 536'870'912;  ///< all files unpacked, 512 MiB
inline constexpr std::size_t kMaxUnpackedRatio =
    200;  ///< unpacked bytes for each byte of the archive
inline constexpr std::size_t kFreeUnpackedBytes =
    1'048'576;  ///< below this the ratio does not count
inline constexpr std::size_t kMaxEntryNameBytes = 1'024;

/// A zip file in memory, nothing of it unpacked until it is read. One thread at a time.
class Archive {
 public:
  Archive(Archive&& other) noexcept;
  Archive& operator=(Archive&& other) noexcept;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  /// The files in it, with "/" between folders, in the order of the archive; folders themselves
  /// are passed over.
  [[nodiscard]] const std::vector<std::string>& names() const;
  [[nodiscard]] bool has(std::string_view name) const;

  /// The bytes of one file, at most kMaxEntryBytes; a problem where it is not there, damaged, or
  /// longer than the archive says.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  friend Result<Archive> parse_archive(std::string_view bytes);
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Whether `bytes` begin as a zip file.
bool is_archive(std::string_view bytes);

/// Opens `bytes`, which outlive the archive. A problem where they are no zip, where a file is
/// encrypted, stands there twice or has a name that leads out of the archive, and where a limit
/// above is passed.
Result<Archive> parse_archive(std::string_view bytes);

}  // namespace kring::catalog::formats
