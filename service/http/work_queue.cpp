// In whose time are requests answered, and when are there too many?
#include "service/http/work_queue.h"

#include <memory>
#include <type_traits>
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
  [[nodiscard]] const Turns& turns() const { return turns_; }

  void do_in_turn(Turns::ClientId client, Turns::Work work) {
    turns_.add(client, std::move(work));
    asio::post(pool_, [this] { turns_.take()(); });
  }

 private:
  Turns turns_;
  asio::thread_pool pool_;  ///< its destructor stops and joins
};

WorkQueue::WorkQueue(std::size_t threads, std::size_t patient, std::size_t max_requests)
    : max_requests_(max_requests),
      threads_(std::make_unique<Threads>(threads)),
      patient_(std::make_unique<Threads>(patient)),
      urgent_(std::make_unique<Threads>(1)) {}

WorkQueue::~WorkQueue() = default;

bool WorkQueue::take_place(Urgency urgency, Turns::ClientId client) {
  const bool is_urgent = urgency == Urgency::kUrgent;
  const Turns& turns = threads_for(urgency).turns();
  if (!is_urgent && turns.is_behind(client, kMaxRequestsOfClient, kLongestWait)) return false;
  const std::size_t room = is_urgent ? max_requests_ + kUrgentRequests : max_requests_;
  if (requests_.fetch_add(1) < room) return true;
  --requests_;
  return false;
}

WorkQueue::Threads& WorkQueue::threads_for(Urgency urgency) {
  switch (urgency) {
    case Urgency::kUrgent:
      return *urgent_;
    case Urgency::kPatient:
      return *patient_;
    default:
      return *threads_;
  }
}

Task<std::optional<Response>> WorkQueue::run(Job job, Urgency urgency, Turns::ClientId client) {
  if (!take_place(urgency, client)) co_return std::nullopt;
  co_return co_await wait_for(std::move(job), threads_for(urgency), client);
}

Task<Response> WorkQueue::wait_for(Job job, Threads& threads, Turns::ClientId client) {
  const auto begin = [this, &threads, client](auto&& handler, Job work) {
    using Handler = std::decay_t<decltype(handler)>;
    // Turns keeps what can be copied; a handler cannot.
    auto kept = std::make_shared<Handler>(std::forward<decltype(handler)>(handler));
    threads.do_in_turn(client, [this, kept = std::move(kept), work = std::move(work)] {
      Response response = work();
      --requests_;
      deliver(std::move(*kept), std::move(response));
    });
  };
  return asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
      begin, asio::use_awaitable, std::move(job));
}

void WorkQueue::post(std::function<void()> work) {
  asio::post(threads_->pool(), std::move(work));
}

}  // namespace kring::service
