// What is systemd told of the service's life?
//
// Where systemd did not start the service nobody is told anything, and nothing fails.
#pragma once

#include <chrono>
#include <optional>

namespace kring::service {

/// It answers from now on.
void tell_ready();

/// It takes no new connection any more.
void tell_stopping();

/// It is alive.
void tell_alive();

/// How often that must be told, half of what the unit's WatchdogSec allows; absent where it has
/// none.
std::optional<std::chrono::microseconds> find_alive_period();

}  // namespace kring::service
