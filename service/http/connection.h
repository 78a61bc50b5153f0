// How does one client speak HTTP/1.1 with the service?
#pragma once

#include <atomic>
#include <memory>

#include "service/http/application.h"
#include "service/http/limits.h"
#include "service/http/stream.h"

namespace kring::service {

/// One client, until one side ends it. Its coroutines and close_if_idle() run in its strand only.
class Connection {
 public:
  /// What all connections of a server share; outlives them.
  struct Shared {
    const Application& application;
    const Times& times;
    const std::atomic<bool>& stopping;
  };

  Connection(std::unique_ptr<Stream> stream, const Shared& shared);
  ~Connection();

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  [[nodiscard]] boost::asio::any_io_executor strand() const;

  void close_if_idle();

  /// Answers requests until one side ends it.
  Task<void> serve();

  /// Tells why, and closes.
  Task<void> refuse(Rejection rejection);

 private:
  class Conversation;
  std::shared_ptr<Conversation> conversation_;
};

}  // namespace kring::service
