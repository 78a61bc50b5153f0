// What is systemd told of the service's life?
#include "service/service_manager.h"

#include <cstdint>

#include <systemd/sd-daemon.h>

namespace kring::service {
namespace {

/// For this process and those that it starts later, so that each may tell.
constexpr int kKeepEnvironment = 0;

}  // namespace

void tell_ready() {
  ::sd_notify(kKeepEnvironment, "READY=1");
}

void tell_stopping() {
  ::sd_notify(kKeepEnvironment, "STOPPING=1");
}

void tell_alive() {
  ::sd_notify(kKeepEnvironment, "WATCHDOG=1");
}

std::optional<std::chrono::microseconds> find_alive_period() {
  std::uint64_t allowed = 0;
  if (::sd_watchdog_enabled(kKeepEnvironment, &allowed) <= 0) return std::nullopt;
  return std::chrono::microseconds(allowed / 2);
}

}  // namespace kring::service
