// How does a task run beside the requests?
#include "service/background.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "catalog/result.h"

namespace kring::service {
namespace {

/// What went wrong, for the operator; "" where nothing did.
std::string run_once(const BackgroundTask::Work& work, const std::stop_token& stop) {
  try {
    work(stop);
    return "";
  } catch (const catalog::Error& error) {
    return error.what();
  } catch (const std::exception&) {
    return "unexpected exception";
  }
}

void wait(std::chrono::milliseconds period, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never_told;
  std::unique_lock lock(mutex);
  never_told.wait_for(lock, stop, period, [] { return false; });
}

}  // namespace

BackgroundTask::BackgroundTask(std::string name,
                               std::chrono::milliseconds period,
                               Work work,
                               Log log)
    : thread_([name = std::move(name), period, work = std::move(work), log = std::move(log)](
                  const std::stop_token& stop) {
        std::string last;
        while (!stop.stop_requested()) {
          std::string failure = run_once(work, stop);
          if (!failure.empty() && failure != last && !stop.stop_requested())
            log.error(fmt::format("{}: {}", name, failure));
          last = std::move(failure);
          wait(period, stop);
        }
      }) {}

}  // namespace kring::service
