// How does a table of columns lie on disk?
//
//   offset 0   "KRINGCOL"                         8 bytes
//   offset 8   format version                     u32, kColumnVersion
//   offset 12  number of columns                  u32
//   offset 16  bytes of the whole file            u64
//   offset 24  FNV-1a of all from the directory   u64
//   offset 32  directory, one entry a column:     name[32], u64 element size, u64 offset, u64 count
//   then       the columns, each on a 64-byte boundary, little-endian
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kring::indexer {

inline constexpr std::uint32_t kColumnVersion = 1;
inline constexpr std::size_t kMaxColumnName = 31;

/// One column to write; `bytes` must live until write_columns returns.
struct ColumnData {
  std::string name;  ///< at most kMaxColumnName bytes
  std::size_t element_size = 1;
  std::span<const std::byte> bytes;
};

/// Writes the file and syncs it to disk. Throws catalog::Error.
void write_columns(const std::string& path, const std::vector<ColumnData>& columns);

/// Whether a reader recomputes the checksum over the whole file, or trusts sizes and header.
enum class Verify {
  kHeader,
  kWholeFile,
};

/// A column file mapped into memory, read-only. Immutable and thread-safe.
class ColumnFile {
 public:
  /// Throws catalog::Error: missing, another version, cut off, damaged.
  static ColumnFile open(const std::string& path, Verify verify);

  ColumnFile(ColumnFile&&) noexcept;
  ColumnFile& operator=(ColumnFile&&) noexcept;
  ColumnFile(const ColumnFile&) = delete;
  ColumnFile& operator=(const ColumnFile&) = delete;
  ~ColumnFile();

  /// The bytes of the column called `name`, aligned to 64. Throws catalog::Error where it is
  /// missing or its elements have another size. Valid as long as this lives.
  [[nodiscard]] std::span<const std::byte> column(std::string_view name,
                                                  std::size_t element_size) const;

 private:
  struct Mapping;
  explicit ColumnFile(std::unique_ptr<Mapping> mapping);
  std::unique_ptr<Mapping> mapping_;
};

}  // namespace kring::indexer
