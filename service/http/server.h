// How does the service stand on the network?
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/http/application.h"
#include "service/http/certificate.h"
#include "service/http/limits.h"
#include "service/http/listen.h"
#include "service/log.h"

namespace kring::service {

/// What others are told of the server's life. Called from its threads; must not throw.
struct Signs {
  std::function<void()> on_stop = [] {};            ///< once, as the stop begins
  std::optional<std::chrono::microseconds> period;  ///< absent: nobody asks for signs of life
  std::function<void()> on_alive = [] {};  ///< every period, by a thread that answers requests
};

struct ServerOptions {
  std::vector<ListenAddress> listen;  ///< at least one
  std::size_t threads = 1;  ///< for the network, and as many that answer; one per core serves best
  std::size_t patient_threads = 1;  ///< more that answer what waits for other machines, >= 1
  std::size_t max_connections = kMaxConnections;
  std::size_t max_requests = kMaxRequests;
  RequestRate rate = kAddressRate;
  std::vector<std::string> proxies;  ///< addresses of those believed in X-Forwarded-For
  Times times;
  std::shared_ptr<const Certificate> certificate = nullptr;  ///< null: without TLS
  Signs signs;
};

/// HTTP/1.1 on TCP, in TLS where there is a certificate, and on Unix sockets without. Accepts once
/// constructed, answers once run.
class Server {
 public:
  /// Binds every address. Throws catalog::Error: in use, no such host, no right to.
  Server(const ServerOptions& options, Application application, Log log);
  ~Server();  ///< removes the Unix sockets' files

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Where it listens, in the order of the options, with the real ports.
  [[nodiscard]] std::vector<ListenAddress> addresses() const;

  /// Answers until stopped; returns when the last connection is closed, at most Times::stop after
  /// the stop. Called once.
  void run();

  /// No new connection; idle ones close; requests in flight get their answer. Thread-safe, may be
  /// called again.
  void stop();

  /// SIGTERM and SIGINT stop the server from now on; SIGHUP is noted.
  void stop_on_signals();

  /// Whether a SIGHUP came since the last time this was asked. Thread-safe.
  bool take_hangup();

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace kring::service
