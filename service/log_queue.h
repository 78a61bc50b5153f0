// How do lines get out of the program without holding up who says them?
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace kring::service {

inline constexpr std::size_t kMaxQueuedLogBytes = 1'048'576;     ///< 1 MiB, some ten thousand lines
inline constexpr std::chrono::milliseconds kLastLogWait{2'000};  ///< at the end of the program

/// Lines on their way to an open file, which a thread writes in their order. Where nobody reads
/// them, as of a pipe that is full, they wait, and those that find no room are lost and counted.
/// Thread-safe.
class LogQueue {
 public:
  /// The line that says, in the place of lost ones, how many there were.
  using DescribeLoss = std::function<std::string(std::uint64_t lines)>;

  /// requires: `file` stays open.
  LogQueue(int file, DescribeLoss describe_loss);
  /// Writes what waits, for kLastLogWait at most.
  ~LogQueue();
  LogQueue(const LogQueue&) = delete;
  LogQueue& operator=(const LogQueue&) = delete;
  LogQueue(LogQueue&&) = delete;
  LogQueue& operator=(LogQueue&&) = delete;

  void add(std::string line);

  /// Since the beginning.
  [[nodiscard]] std::uint64_t lost() const { return lost_; }

 private:
  struct Entry {
    std::string line;
    std::uint64_t lost_after = 0;  ///< lines that found no room behind this one
  };
  using Moment = std::chrono::steady_clock::time_point;

  /// Whole lines that go out together.
  struct Batch {
    std::string text;
    std::uint64_t lines = 0;
    std::uint64_t lost_after = 0;
  };

  /// requires: mutex_ is held.
  Batch take_batch();
  void drain(const std::stop_token& stop);
  /// False where the end of the program does not wait for it any longer, or nobody can read it.
  bool write_whole(std::string_view text);
  [[nodiscard]] std::int64_t write_some(std::string_view text) const;
  /// Whether the file takes bytes now; false once kLastLogWait after the end began has passed.
  bool wait_until_ready();

  const int file_;
  const bool is_socket_;
  const DescribeLoss describe_loss_;
  std::atomic<std::uint64_t> lost_ = 0;
  std::mutex mutex_;
  std::condition_variable_any has_lines_;
  std::deque<Entry> entries_;
  std::size_t bytes_ = 0;  ///< of all entries, and of the batch that is being written
  std::atomic<Moment> end_ = Moment::max();
  std::jthread thread_;  ///< last, as it uses the rest
};

}  // namespace kring::service
