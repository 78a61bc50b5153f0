// How does a task run beside the requests?
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

#include "service/log.h"

namespace kring::service {

/// Runs `work` every `period`, the first time at once, in a thread of its own. What it throws is
/// logged (the same text once in a row), and it goes on. Destroyed: asks `work` to stop through its
/// token and waits for it.
class BackgroundTask {
 public:
  using Work = std::function<void(std::stop_token)>;

  BackgroundTask(std::string name, std::chrono::milliseconds period, Work work, Log log);

 private:
  std::jthread thread_;
};

}  // namespace kring::service
