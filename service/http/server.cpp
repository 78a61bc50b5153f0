// How does the service stand on the network?
#include "service/http/server.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <exception>
#include <filesystem>
#include <thread>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_signal_set.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "catalog/result.h"
#include "service/http/connections.h"
#include "service/http/work_queue.h"

namespace kring::service {
namespace {

namespace asio = boost::asio;
using Strand = asio::strand<asio::io_context::executor_type>;
using UnixProtocol = asio::local::stream_protocol;
using TcpAcceptor = asio::basic_socket_acceptor<asio::ip::tcp, Strand>;
using TcpSocket = asio::basic_stream_socket<asio::ip::tcp, Strand>;
using UnixAcceptor = asio::basic_socket_acceptor<UnixProtocol, Strand>;
using UnixSocket = asio::basic_stream_socket<UnixProtocol, Strand>;
using SignalSet = asio::basic_signal_set<Strand>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>,
                                         Strand>;
using boost::system::error_code;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAcceptPause{
    100};                                 ///< after a failed accept, out of descriptors say
constexpr mode_t kUnixSocketMode = 0660;  ///< the service and its group: a proxy on this machine

[[noreturn]] void throw_listen_error(const ListenAddress& address, const error_code& error) {
  const std::string where = format_listen(address);
  std::string remedy = "Choose another address with --listen HOST:PORT or --listen unix:PATH.";
  if (error == asio::error::address_in_use) {
    remedy =
        "Another program listens there, or another file stands there. Stop it, or choose "
        "another address with --listen.";
  } else if (error == asio::error::access_denied) {
    remedy = "Ports below 1024 and some folders need more rights. " + remedy;
  }
  throw catalog::Error("Could not listen on " + where + ": " + error.message() + ". " + remedy);
}

/// The first address of the host that can be bound.
TcpAcceptor bind_tcp(const Strand& strand, const TcpAddress& address) {
  error_code error;
  asio::ip::basic_resolver<asio::ip::tcp, Strand> resolver(strand);
  const auto found = resolver.resolve(
      address.host, std::to_string(address.port),
      asio::ip::resolver_base::passive | asio::ip::resolver_base::numeric_service, error);
  if (error || found.empty()) throw_listen_error(address, error);
  const asio::ip::tcp::endpoint endpoint = found.begin()->endpoint();
  TcpAcceptor acceptor(strand);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(kAcceptBacklog, error);
  if (error) throw_listen_error(address, error);
  return acceptor;
}

/// A socket file that nobody listens on is left from a killed service and goes; anything else
/// stays.
void remove_stale_socket(const Strand& strand, const UnixAddress& address) {
  std::error_code failure;
  const auto status = std::filesystem::symlink_status(address.path, failure);
  if (!std::filesystem::exists(status)) return;
  if (!std::filesystem::is_socket(status)) throw_listen_error(address, asio::error::address_in_use);
  UnixSocket probe(strand);
  error_code error;
  probe.connect(UnixProtocol::endpoint(address.path), error);
  if (error != asio::error::connection_refused)
    throw_listen_error(address, asio::error::address_in_use);
  std::filesystem::remove(address.path, failure);
}

UnixAcceptor bind_unix(const Strand& strand, const UnixAddress& address) {
  remove_stale_socket(strand, address);
  error_code error;
  UnixAcceptor acceptor(strand);
  acceptor.open(UnixProtocol(), error);
  if (!error) acceptor.bind(UnixProtocol::endpoint(address.path), error);
  if (!error && ::chmod(address.path.c_str(), kUnixSocketMode) != 0) {
    error.assign(errno, boost::system::system_category());
  }
  if (!error) acceptor.listen(kAcceptBacklog, error);
  if (error) throw_listen_error(address, error);
  return acceptor;
}

AcceptedSocket take(TcpSocket socket) {
  error_code ignored;
  const std::string peer = socket.remote_endpoint(ignored).address().to_string();
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  const int family = socket.local_endpoint(ignored).protocol().family();
  return {socket.release(ignored), family, peer};
}

AcceptedSocket take(UnixSocket socket) {
  error_code ignored;
  return {socket.release(ignored), AF_UNIX, ""};
}

template <class Acceptor>
asio::awaitable<void> accept_all(Acceptor& acceptor, Connections& connections, Log log) {
  Timer pause(acceptor.get_executor());
  while (true) {
    auto [error, socket] = co_await acceptor.async_accept(kAwait);
    if (error == asio::error::operation_aborted || !acceptor.is_open()) co_return;
    if (!error) {
      connections.adopt(take(std::move(socket)));
      continue;
    }
    log.error("connection not accepted: " + error.message());
    pause.expires_after(kAcceptPause);
    co_await pause.async_wait(kAwait);
  }
}

}  // namespace

class Server::Core {
 public:
  Core(const ServerOptions& options, Application application, Log log)
      : times_(options.times),
        thread_count_(options.threads),
        context_(static_cast<int>(options.threads)),
        control_(asio::make_strand(context_)),
        signals_(control_),
        hangups_(control_),
        stop_timer_(control_),
        alive_timer_(control_),
        signs_(options.signs),
        log_(std::move(log)),
        work_(options.threads, options.patient_threads, options.max_requests),
        connections_(context_,
                     {options.max_connections, options.times, options.rate, options.proxies, &work_,
                      options.certificate, [this] { context_.stop(); }},
                     std::move(application),
                     log_) {
    for (const ListenAddress& address : options.listen)
      bind(address);
  }

  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;
  Core(Core&&) = delete;
  Core& operator=(Core&&) = delete;

  ~Core() { remove_socket_files(); }

  [[nodiscard]] const std::vector<ListenAddress>& addresses() const { return addresses_; }

  void run() {
    for (auto& acceptor : tcp_acceptors_) {
      asio::co_spawn(control_, accept_all(acceptor, connections_, log_), asio::detached);
    }
    for (auto& acceptor : unix_acceptors_) {
      asio::co_spawn(control_, accept_all(acceptor, connections_, log_), asio::detached);
    }
    if (signs_.period) show_signs_of_life();
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < thread_count_; ++i) {
      workers.emplace_back([this] { work(); });
    }
    work();
  }

  void stop() {
    if (stopping_.exchange(true)) return;
    signs_.on_stop();
    asio::post(control_, [this] {
      stop_timer_.expires_after(times_.stop);
      stop_timer_.async_wait([this](const error_code& error) {
        if (error) return;
        log_.warn("stopped with requests still in flight");
        context_.stop();
      });
      error_code ignored;
      for (auto& acceptor : tcp_acceptors_)
        acceptor.close(ignored);
      for (auto& acceptor : unix_acceptors_)
        acceptor.close(ignored);
      remove_socket_files();
      connections_.stop();
    });
  }

  void stop_on_signals() {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](const error_code& error, int) {
      if (!error) stop();
    });
    hangups_.add(SIGHUP);
    wait_for_hangup();
  }

  bool take_hangup() { return hung_up_.exchange(false); }

 private:
  void bind(const ListenAddress& address) {
    if (const auto* local = std::get_if<UnixAddress>(&address)) {
      unix_acceptors_.push_back(bind_unix(control_, *local));
      socket_files_.push_back(local->path);
      addresses_.push_back(address);
      return;
    }
    TcpAddress real = std::get<TcpAddress>(address);
    tcp_acceptors_.push_back(bind_tcp(control_, real));
    real.port = tcp_acceptors_.back().local_endpoint().port();
    addresses_.emplace_back(std::move(real));
  }

  /// One worker: goes on after an exception, so that one broken connection never stops the service.
  void work() {
    while (!context_.stopped()) {
      try {
        context_.run();
      } catch (const std::exception&) {
        log_.error("a worker met an exception and goes on");
      }
    }
  }

  /// A network or threads for answers that stand still show none.
  void show_signs_of_life() {
    work_.post(signs_.on_alive);
    alive_timer_.expires_after(*signs_.period);
    alive_timer_.async_wait([this](const error_code& error) {
      if (!error) show_signs_of_life();
    });
  }

  void wait_for_hangup() {
    hangups_.async_wait([this](const error_code& error, int) {
      if (error) return;
      hung_up_ = true;
      wait_for_hangup();
    });
  }

  void remove_socket_files() {
    for (const std::string& path : std::exchange(socket_files_, {}))
      ::unlink(path.c_str());
  }

  const Times times_;
  const std::size_t thread_count_;
  std::atomic<bool> stopping_ = false;
  asio::io_context context_;
  Strand control_;     ///< acceptors, signals and the stop run in it alone
  SignalSet signals_;  ///< that stop
  SignalSet hangups_;
  std::atomic<bool> hung_up_ = false;
  Timer stop_timer_;
  Timer alive_timer_;
  const Signs signs_;
  Log log_;
  WorkQueue work_;
  Connections connections_;
  std::vector<TcpAcceptor> tcp_acceptors_;
  std::vector<UnixAcceptor> unix_acceptors_;
  std::vector<std::string> socket_files_;
  std::vector<ListenAddress> addresses_;
};

Server::Server(const ServerOptions& options, Application application, Log log)
    : core_(std::make_unique<Core>(options, std::move(application), std::move(log))) {}

Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

std::vector<ListenAddress> Server::addresses() const {
  return core_->addresses();
}

void Server::run() {
  core_->run();
}

void Server::stop() {
  core_->stop();
}

void Server::stop_on_signals() {
  core_->stop_on_signals();
}

bool Server::take_hangup() {
  return core_->take_hangup();
}

}  // namespace kring::service
