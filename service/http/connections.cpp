// Which connections are open?
#include "service/http/connections.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <utility>

#include <sys/socket.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include "service/http/connection.h"

namespace kring::service {
namespace asio = boost::asio;

/// The set of open connections; kept alive by each of them.
class Connections::Pool : public std::enable_shared_from_this<Pool> {
 public:
  Pool(asio::io_context& context, Options options, Application application, Log log)
      : context_(context),
        options_(std::move(options)),
        application_(std::move(application)),
        log_(std::move(log)),
        rates_(options_.rate, std::random_device()()),
        shared_{application_, options_.times,   stopping_,  *options_.work,
                rates_,       options_.proxies, body_bytes_} {}

  void adopt(const AcceptedSocket& accepted) {
    const bool is_local = accepted.family == AF_UNIX;
    const auto tls = options_.certificate && !is_local ? options_.certificate->context() : nullptr;
    auto connection = std::make_shared<Connection>(
        std::make_unique<Stream>(context_, accepted, tls), accepted.peer, shared_);
    const Place place = insert(connection);
    if (place == Place::kNone) return;
    asio::co_spawn(
        connection->strand(),
        [connection, place] {
          return place == Place::kServed ? connection->serve()
                                         : connection->refuse(Rejection::kTooManyConnections);
        },
        [pool = shared_from_this(), connection](const std::exception_ptr& failure) {
          if (failure) pool->log_.error("connection ended by an exception");
          pool->remove(connection);
        });
  }

  void stop() {
    stopping_ = true;
    const std::lock_guard lock(mutex_);
    for (const auto& connection : open_) {
      asio::post(connection->strand(), [connection] { connection->close_if_idle(); });
    }
    tell_if_all_closed();
  }

 private:
  enum class Place : std::uint8_t {
    kServed,
    kRefused,  ///< with an answer
    kNone,
  };

  Place insert(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    if (open_.size() >= options_.max_connections + kMaxRefusals) return Place::kNone;
    const bool has_room = open_.size() < options_.max_connections || close_longest_waiting();
    open_.insert(connection);
    return has_room ? Place::kServed : Place::kRefused;
  }

  /// Makes room at the cost of who has asked nothing for the longest time; whether there is one.
  /// So nobody keeps others out by connections that do nothing. requires: mutex_ is held.
  bool close_longest_waiting() {
    std::shared_ptr<Connection> longest;
    std::optional<std::chrono::steady_clock::time_point> since;
    for (const auto& connection : open_) {
      const auto waiting = connection->waiting_since();
      if (!waiting || leaving_.contains(connection) || (since && *since <= *waiting)) continue;
      longest = connection;
      since = waiting;
    }
    if (!longest) return false;
    leaving_.insert(longest);
    asio::post(longest->strand(), [longest] { longest->close_if_waiting(); });
    return true;
  }

  void remove(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
    leaving_.erase(connection);
    tell_if_all_closed();
  }

  /// requires: mutex_ is held.
  void tell_if_all_closed() {
    if (stopping_ && open_.empty() && options_.on_all_closed)
      std::exchange(options_.on_all_closed, nullptr)();
  }

  asio::io_context& context_;
  Options options_;
  const Application application_;
  const Log log_;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::set<std::shared_ptr<Connection>> open_;
  std::set<std::shared_ptr<Connection>> leaving_;  ///< of those, who was asked to make room
  ClientRates rates_;
  std::atomic<std::size_t> body_bytes_ = 0;
  const Connection::Shared shared_;
};

Connections::Connections(asio::io_context& context,
                         Options options,
                         Application application,
                         Log log)
    : pool_(std::make_shared<Pool>(context,
                                   std::move(options),
                                   std::move(application),
                                   std::move(log))) {}

Connections::~Connections() = default;

void Connections::adopt(const AcceptedSocket& socket) {
  pool_->adopt(socket);
}

void Connections::stop() {
  pool_->stop();
}

}  // namespace kring::service
