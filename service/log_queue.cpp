#include "service/log_queue.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>

#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kring::service {
namespace {

constexpr int kLookMs = 50;  ///< how often a file that takes nothing is looked at again

/// A reader that went away must not end the program.
void ignore_broken_pipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// As much as goes without waiting: a pipe that is ready has room for PIPE_BUF, and a socket is
/// told not to wait.
ssize_t write_some(int file, std::string_view text) {
  const std::size_t size = std::min<std::size_t>(text.size(), PIPE_BUF);
  const ssize_t sent = ::send(file, text.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent >= 0 || errno != ENOTSOCK) return sent;
  return ::write(file, text.data(), size);
}

}  // namespace

LogQueue::LogQueue(int file, DescribeLoss describe_loss)
    : file_(file),
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

bool LogQueue::wait_until_ready(const std::stop_token& stop) {
  pollfd wanted{file_, POLLOUT, 0};
  while (std::chrono::steady_clock::now() < end_.load()) {
    const int ready = ::poll(&wanted, 1, kLookMs);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
  return !stop.stop_requested();
}

bool LogQueue::write_whole(std::string_view text, const std::stop_token& stop) {
  while (!text.empty()) {
    if (!wait_until_ready(stop)) return false;
    const ssize_t written = write_some(file_, text);
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    const bool may_pass = errno == EAGAIN || errno == EINTR;
    if (written < 0 && !may_pass) return false;
    if (written <= 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

void LogQueue::drain(const std::stop_token& stop) {
  ignore_broken_pipes();
  std::unique_lock lock(mutex_);
  while (has_lines_.wait(lock, stop, [this] { return !entries_.empty(); })) {
    const std::string line = std::move(entries_.front().line);
    lock.unlock();
    if (!write_whole(line, stop)) ++lost_;
    lock.lock();
    bytes_ -= line.size();
    const std::uint64_t lost_after = entries_.front().lost_after;
    entries_.pop_front();
    if (lost_after == 0) continue;
    lock.unlock();
    write_whole(describe_loss_(lost_after), stop);
    lock.lock();
  }
}

}  // namespace kring::service
