// In whose time are requests answered, and when are there too many?
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

#include "service/http/application.h"
#include "service/http/stream.h"
#include "service/http/turns.h"
#include "service/message.h"

namespace kring::service {

/// Threads beside those of the network, so that a long answer holds up no other client's bytes. The
/// clients' requests are answered in turn, so that many of one hold up none of another.
/// Thread-safe.
class WorkQueue {
 public:
  using Job = std::function<Response()>;

  /// At most `max_requests` wait or are answered at once. `patient` threads, at least one, answer
  /// what is patient, one what is urgent, and `threads` all else.
  WorkQueue(std::size_t threads, std::size_t patient, std::size_t max_requests);
  ~WorkQueue();  ///< waits for what is being answered; what waits is dropped

  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;
  WorkQueue(WorkQueue&&) = delete;
  WorkQueue& operator=(WorkQueue&&) = delete;

  /// The job's answer; absent at once where too many are there, or too many of the client.
  /// requires: `job` throws nothing.
  Task<std::optional<Response>> run(Job job, Urgency urgency, Turns::ClientId client);

  /// Does `work` once a thread is free that answers what is usual.
  void post(std::function<void()> work);

 private:
  class Threads;

  bool take_place(Urgency urgency, Turns::ClientId client);
  Threads& threads_for(Urgency urgency);
  Task<Response> wait_for(Job job, Threads& threads, Turns::ClientId client);

  const std::size_t max_requests_;
  std::atomic<std::size_t> requests_ = 0;
  std::unique_ptr<Threads> threads_;
  std::unique_ptr<Threads> patient_;
  std::unique_ptr<Threads> urgent_;
};

}  // namespace kring::service
