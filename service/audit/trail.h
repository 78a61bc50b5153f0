// How is an entry written so that it stays?
#pragma once

#include <cstdint>
#include <mutex>
#include <string>

#include "service/audit/chain.h"
#include "service/audit/entry.h"
#include "service/audit/file.h"

namespace kring::service::audit {

inline constexpr std::uint64_t kRotateBytes = 67'108'864;  ///< 64 MiB, some 150,000 entries

/// The end of one trail: the file FILE, its head record FILE.head, and the full files
/// FILE.<last sequence> beside it. One process writes it. Thread-safe.
///
/// An entry is on the disk (fdatasync) before append returns, and so before its answer leaves;
/// entries that come together share one flush. A line cut off by a crash was never confirmed: it is
/// cut away when the trail is opened again. The head follows after the flush: it never knows more
/// than the file.
class Trail {
 public:
  /// Throws catalog::Error where it cannot be written, or does not go with its head record.
  explicit Trail(std::string path, std::uint64_t rotate_bytes = kRotateBytes);

  /// Throws catalog::Error where the entry is not known to be on the disk.
  void append(const Entry& entry);

 private:
  void recover();
  void take_last_line();
  void rotate();
  void flush_up_to(std::uint64_t sequence);

  const std::string path_;
  const std::uint64_t rotate_bytes_;
  std::mutex write_mutex_;  ///< taken after flush_mutex_ where both are
  File file_;
  std::uint64_t size_ = 0;  ///< of file_
  Link last_;               ///< written
  std::mutex flush_mutex_;
  File head_;
  std::uint64_t flushed_ = 0;  ///< sequence of the last line on the disk
};

}  // namespace kring::service::audit
