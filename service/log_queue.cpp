#include "service/log_queue.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>

#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kring::service {
namespace {

constexpr std::size_t kBatchBytes = 65'536;  ///< taken out of the queue at once, about

constexpr int kLookMs = 50;  ///< how often a file that takes nothing is looked at again

/// A reader that went away must not end the program.
void ignore_broken_pipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

bool is_socket(int file) {
  struct stat status {};
  return ::fstat(file, &status) == 0 && S_ISSOCK(status.st_mode);
}

}  // namespace

LogQueue::LogQueue(int file, DescribeLoss describe_loss)
    : file_(file),
      is_socket_(is_socket(file)),
      describe_loss_(std::move(describe_loss)),
      thread_([this](const std::stop_token& stop) { drain(stop); }) {}

LogQueue::~LogQueue() {
  end_ = std::chrono::steady_clock::now() + kLastLogWait;
  thread_.request_stop();
  thread_.join();
}

void LogQueue::add(std::string line) {
  {
    const std::lock_guard lock(mutex_);
    const bool has_room = entries_.empty() || bytes_ + line.size() <= kMaxQueuedLogBytes;
    if (!has_room) {
      ++entries_.back().lost_after;
      ++lost_;
      return;
    }
    bytes_ += line.size();
    entries_.push_back({std::move(line)});
  }
  has_lines_.notify_one();
}

bool LogQueue::wait_until_ready() {
  pollfd wanted{file_, POLLOUT, 0};
  while (std::chrono::steady_clock::now() < end_.load()) {
    const int ready = ::poll(&wanted, 1, kLookMs);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
  return false;
}

/// As much as goes without waiting: a pipe that is ready has room for PIPE_BUF, and a socket is
/// told not to wait.
std::int64_t LogQueue::write_some(std::string_view text) const {
  const std::size_t size = std::min<std::size_t>(text.size(), PIPE_BUF);
  if (is_socket_) return ::send(file_, text.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
  return ::write(file_, text.data(), size);
}

bool LogQueue::write_whole(std::string_view text) {
  while (!text.empty()) {
    if (!wait_until_ready()) return false;
    const std::int64_t written = write_some(text);
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    const bool may_pass = errno == EAGAIN || errno == EINTR;
    if (written < 0 && !may_pass) return false;
    if (written <= 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

LogQueue::Batch LogQueue::take_batch() {
  Batch batch;
  while (!entries_.empty() && batch.text.size() < kBatchBytes && batch.lost_after == 0) {
    batch.text += entries_.front().line;
    batch.lost_after = entries_.front().lost_after;
    ++batch.lines;
    entries_.pop_front();
  }
  return batch;
}

void LogQueue::drain(const std::stop_token& stop) {
  ignore_broken_pipes();
  std::unique_lock lock(mutex_);
  while (has_lines_.wait(lock, stop, [this] { return !entries_.empty(); })) {
    const Batch batch = take_batch();
    lock.unlock();
    if (!write_whole(batch.text)) lost_ += batch.lines;
    if (batch.lost_after > 0) write_whole(describe_loss_(batch.lost_after));
    lock.lock();
    bytes_ -= batch.text.size();
  }
}

}  // namespace kring::service
