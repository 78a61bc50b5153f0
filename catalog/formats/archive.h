// What stands in a zip file?
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/feed_bytes.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxArchiveEntries = 10'000;  ///< files in one archive
inline constexpr std::size_t kMaxHeldBytes = 268'435'456;  ///< one file unpacked in memory, 256 MiB
/// All files of one archive that are held in memory, 256 MiB; those beyond stand in temporary ones.
inline constexpr std::size_t kMaxHeldTogether = 268'435'456;
inline constexpr std::size_t kMaxEntryBytes = 4'294'967'296;     ///< one file unpacked, 4 GiB
inline constexpr std::size_t kMaxUnpackedBytes = 8'589'934'592;  ///< all files unpacked, 8 GiB
inline constexpr std::size_t kMaxUnpackedRatio =
    200;  ///< unpacked bytes for each byte of the archive
inline constexpr std::size_t kFreeUnpackedBytes =
    1'048'576;  ///< below this the ratio does not count
inline constexpr std::size_t kMaxEntryNameBytes = 1'024;

/// A zip file, nothing of it unpacked until it is read. One thread at a time.
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

  /// The bytes of one file, at most kMaxHeldBytes; a problem where it is larger, not there,
  /// damaged, or longer than the archive says.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;
  /// As read(), of any size: a large file, and any that comes after kMaxHeldTogether bytes of
  /// unpacked ones, stands in a temporary one for as long as it is used.
  /// Throws Error where there is no room for that.
  [[nodiscard]] Result<FeedBytes> unpack(std::string_view name) const;

 private:
  friend Result<Archive> parse_archive(const FeedBytes& bytes);
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Whether `bytes` begin as a zip file.
bool is_archive(std::string_view bytes);

/// A problem where they are no zip, where a file is
/// encrypted, stands there twice or has a name that leads out of the archive, and where a limit
/// above is passed.
Result<Archive> parse_archive(const FeedBytes& bytes);

}  // namespace kring::catalog::formats
