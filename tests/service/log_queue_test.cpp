// Does a log that nobody reads hold anyone up, and is one that is read whole?
#include "service/log_queue.h"

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock;

/// A pipe, both ends of which are open until they are closed.
class Pipe {
 public:
  Pipe() { REQUIRE(::pipe2(ends_, O_CLOEXEC) == 0); }
  ~Pipe() {
    close_reader();
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  Pipe(Pipe&&) = delete;
  Pipe& operator=(Pipe&&) = delete;

  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_reader() { close(ends_[0]); }
  void close_writer() { close(ends_[1]); }

  /// Everything until the writer closes.
  std::string read_all() {
    std::string all;
    char buffer[4'096];
    ssize_t count = 0;
    while ((count = ::read(ends_[0], buffer, sizeof buffer)) > 0)
      all.append(buffer, static_cast<std::size_t>(count));
    return all;
  }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }

  int ends_[2] = {-1, -1};
};

std::string describe(std::uint64_t lines) {
  return "lost " + std::to_string(lines) + "\n";
}

std::string make_line(int number) {
  return std::to_string(number) + std::string(100, '.') + "\n";
}

}  // namespace

TEST_CASE("whoever says a line does not wait for who reads it") {
  Pipe pipe;
  LogQueue queue(pipe.writer(), describe);
  const auto start = SteadyTime::now();
  for (int number = 0; number < 50'000; ++number)
    queue.add(make_line(number));
  CHECK(SteadyTime::now() - start < 5s);
  CHECK(queue.lost() > 0);
}

TEST_CASE("lost lines are told in their place, and those before them are there in their order") {
  static constexpr int kLines = 30'000;
  Pipe pipe;
  std::string text;
  std::string said;
  std::thread reader;
  {
    LogQueue queue(pipe.writer(), describe);
    for (int number = 0; number < kLines && queue.lost() == 0; ++number) {
      queue.add(make_line(number));
      if (queue.lost() == 0) said += make_line(number);
    }
    REQUIRE(queue.lost() == 1);
    reader = std::thread([&] { text = pipe.read_all(); });
  }
  pipe.close_writer();
  reader.join();
  CHECK(said.size() > kMaxQueuedLogBytes / 2);
  CHECK(text == said + describe(1));
}

TEST_CASE("what waits at the end is written where someone reads") {
  Pipe pipe;
  std::string text;
  std::string said;
  std::thread reader([&] { text = pipe.read_all(); });
  {
    LogQueue queue(pipe.writer(), describe);
    for (int number = 0; number < 5'000; ++number) {
      queue.add(make_line(number));
      said += make_line(number);
    }
  }
  pipe.close_writer();
  reader.join();
  CHECK(text == said);
}

TEST_CASE("the end does not wait for ever for someone who reads") {
  Pipe pipe;
  const auto start = SteadyTime::now();
  {
    LogQueue queue(pipe.writer(), describe);
    for (int number = 0; number < 5'000; ++number)
      queue.add(make_line(number));
  }
  CHECK(SteadyTime::now() - start < kLastLogWait + 3s);
}

TEST_CASE("a reader that went away ends nothing") {
  Pipe pipe;
  pipe.close_reader();
  LogQueue queue(pipe.writer(), describe);
  queue.add("a\n");
  for (int tries = 0; tries < 500 && queue.lost() == 0; ++tries)
    std::this_thread::sleep_for(10ms);
  CHECK(queue.lost() == 1);
}

}  // namespace kring::service::tests
