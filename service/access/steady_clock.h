// How is time measured that only passes?
#pragma once

#include <chrono>
#include <functional>

namespace kring::service::access {

using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

}  // namespace kring::service::access
