// Which connections are open?
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "service/http/application.h"
#include "service/http/certificate.h"
#include "service/http/limits.h"
#include "service/http/stream.h"
#include "service/http/work_queue.h"
#include "service/log.h"

namespace kring::service {

/// All connections of one server. Thread-safe.
class Connections {
 public:
  struct Options {
    std::size_t max_connections = kMaxConnections;
    Times times;
    RequestRate rate = kAddressRate;
    std::vector<std::string> proxies;  ///< addresses, as find_client takes them
    WorkQueue* work = nullptr;         ///< that answers; never null, outlives the connections
    std::shared_ptr<const Certificate> certificate;  ///< null: without TLS; Unix sockets have none
    std::function<void()> on_all_closed;             ///< after stop(), once
  };

  /// requires: `context` outlives the connections.
  Connections(boost::asio::io_context& context, Options options, Application application, Log log);
  ~Connections();

  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;
  Connections(Connections&&) = delete;
  Connections& operator=(Connections&&) = delete;

  /// Serves the socket until it closes.
  void adopt(const AcceptedSocket& socket);

  /// Idle connections close now, busy ones after their answer.
  void stop();

 private:
  class Pool;
  std::shared_ptr<Pool> pool_;
};

}  // namespace kring::service
