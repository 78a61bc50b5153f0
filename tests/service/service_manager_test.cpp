// Is systemd told what its protocol asks?
#include "service/service_manager.h"

#include <array>
#include <cstdlib>
#include <string>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/catalog/scratch.h"

namespace kring::service::tests {
namespace {

constexpr int kPatienceMs = 2'000;

/// Listens as systemd does, and says so to this process.
class Manager {
 public:
  Manager() {
    const std::string path = folder_.file("notify");
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    path.copy(name.sun_path, sizeof name.sun_path - 1);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
    set("NOTIFY_SOCKET", path);
  }
  ~Manager() {
    for (const char* const name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
      ::unsetenv(name);  // NOLINT(concurrency-mt-unsafe): tests have one thread
    ::close(socket_);
  }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;
  Manager(Manager&&) = delete;
  Manager& operator=(Manager&&) = delete;

  static void set(const char* name, const std::string& value) {
    ::setenv(name, value.c_str(), 1);  // NOLINT(concurrency-mt-unsafe): tests have one thread
  }

  /// "" where nothing comes.
  [[nodiscard]] std::string receive() const {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, kPatienceMs) <= 0) return "";
    std::array<char, 256> text{};
    const ssize_t size = ::recv(socket_, text.data(), text.size(), 0);
    return {text.data(), static_cast<std::size_t>(size)};
  }

 private:
  kring::tests::ScratchFolder folder_;
  int socket_ = ::socket(AF_UNIX, SOCK_DGRAM, 0);
};

}  // namespace

TEST_CASE("systemd is told when the service is ready, alive and stopping") {
  const Manager manager;
  tell_ready();
  CHECK(manager.receive() == "READY=1");
  tell_alive();
  CHECK(manager.receive() == "WATCHDOG=1");
  tell_stopping();
  CHECK(manager.receive() == "STOPPING=1");
}

TEST_CASE("signs of life are shown twice as often as the unit's watchdog asks") {
  CHECK_FALSE(find_alive_period());
  const Manager manager;
  Manager::set("WATCHDOG_USEC", "30000000");
  Manager::set("WATCHDOG_PID", std::to_string(::getpid()));
  CHECK(find_alive_period() == std::chrono::seconds(15));
}

}  // namespace kring::service::tests
