// In whose time are requests answered, and when are there too many?
#include "service/http/work_queue.h"

#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "service/http/limits.h"

namespace kring::service {
namespace {

/// Hands the answer over where the one who waits for it runs.
template <typename Handler>
void deliver(Handler handler, Response response) {
  const auto executor = boost::asio::get_associated_executor(handler);
  boost::asio::post(executor,
                    [handler = std::move(handler), response = std::move(response)]() mutable {
                      std::move(handler)(std::move(response));
                    });
}

}  // namespace

namespace asio = boost::asio;

class WorkQueue::Threads {
 public:
  explicit Threads(std::size_t count) : pool_(count) {}
  asio::thread_pool& pool() { return pool_; }

 private:
  asio::thread_pool pool_;  ///< its destructor stops and joins
};

WorkQueue::WorkQueue(std::size_t threads, std::size_t patient, std::size_t max_requests)
    : max_requests_(max_requests),
      threads_(std::make_unique<Threads>(threads)),
      patient_(std::make_unique<Threads>(patient)) {}

WorkQueue::~WorkQueue() = default;

bool WorkQueue::take_place(Urgency urgency) {
  const std::size_t room =
      urgency == Urgency::kUrgent ? max_requests_ + kUrgentRequests : max_requests_;
  if (requests_.fetch_add(1) < room) return true;
  --requests_;
  return false;
}

Task<std::optional<Response>> WorkQueue::run(Job job, Urgency urgency) {
  if (!take_place(urgency)) co_return std::nullopt;
  Threads& threads = urgency == Urgency::kPatient ? *patient_ : *threads_;
  co_return co_await wait_for(std::move(job), threads);
}

Task<Response> WorkQueue::wait_for(Job job, Threads& threads) {
  const auto begin = [this, &threads](auto&& handler, Job work) {
    asio::post(threads.pool(), [this, handler = std::forward<decltype(handler)>(handler),
                                work = std::move(work)]() mutable {
      Response response = work();
      --requests_;
      deliver(std::move(handler), std::move(response));
    });
  };
  return asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
      begin, asio::use_awaitable, std::move(job));
}

void WorkQueue::post(std::function<void()> work) {
  asio::post(threads_->pool(), std::move(work));
}

}  // namespace kring::service
