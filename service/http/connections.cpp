// Which connections are open?
#include "service/http/connections.h"

#include <atomic>
#include <exception>
#include <mutex>
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
        log_(std::move(log)) {}

  void adopt(AcceptedSocket accepted) {
    const bool is_local = accepted.family == AF_UNIX;
    const auto tls = options_.certificate && !is_local ? options_.certificate->context() : nullptr;
    auto connection =
        std::make_shared<Connection>(std::make_unique<Stream>(context_, accepted, tls),
                                     Connection::Shared{application_, options_.times, stopping_});
    const bool has_room = insert(connection);
    asio::co_spawn(
        connection->strand(),
        [connection, has_room] {
          return has_room ? connection->serve()
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
  /// Whether it is within the number allowed.
  bool insert(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    open_.insert(connection);
    return open_.size() <= options_.max_connections;
  }

  void remove(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
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

void Connections::adopt(AcceptedSocket socket) {
  pool_->adopt(socket);
}

void Connections::stop() {
  pool_->stop();
}

}  // namespace kring::service
