// How does one client speak HTTP/1.1 with the service?
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/http/application.h"
#include "service/http/client_rates.h"
#include "service/http/limits.h"
#include "service/http/stream.h"
#include "service/http/work_queue.h"

namespace kring::service {

/// One client, until one side ends it. Its coroutines and what closes it run in its strand only.
class Connection {
 public:
  /// What all connections of a server share; outlives them.
  struct Shared {
    const Application& application;
    const Times& times;
    const std::atomic<bool>& stopping;
    WorkQueue& work;
    ClientRates& rates;
    const std::vector<std::string>& proxies;  ///< as find_client takes them
    std::atomic<std::size_t>& body_bytes;     ///< of the bodies of all requests that are there
  };

  /// `peer` as AcceptedSocket has it.
  Connection(std::unique_ptr<Stream> stream, std::string peer, const Shared& shared);
  ~Connection();

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  [[nodiscard]] boost::asio::any_io_executor strand() const;

  /// Between two requests.
  void close_if_idle();

  /// Before or within the head of a request.
  void close_if_waiting();

  /// Since when it waits for the end of a head; absent while it does not. Thread-safe.
  [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> waiting_since() const;

  /// Answers requests until one side ends it.
  Task<void> serve();

  /// Tells why, and closes.
  Task<void> refuse(Rejection rejection);

 private:
  class Conversation;
  std::shared_ptr<Conversation> conversation_;
};

}  // namespace kring::service
