// How do a client's bytes come and go, in TLS or without?
#include "service/http/stream.h"

#include <array>
#include <utility>

#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace kring::service {
namespace {

namespace asio = boost::asio;
using Strand = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Strand>;
using boost::system::error_code;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

/// One that cannot be taken is closed, as if its client were gone.
Socket take(asio::io_context& context, const AcceptedSocket& accepted) {
  Socket socket(asio::make_strand(context));
  error_code error;
  socket.assign(asio::generic::stream_protocol(accepted.family, 0), accepted.descriptor, error);
  if (error) ::close(accepted.descriptor);
  return socket;
}

}  // namespace

class Stream::Sockets {
 public:
  Sockets(asio::io_context& context,
          const AcceptedSocket& accepted,
          const std::shared_ptr<asio::ssl::context>& tls)
      : socket_(take(context, accepted)) {
    if (tls) tls_.emplace(socket_, *tls);
  }

  Socket& plain() { return socket_; }
  /// Absent without TLS.
  std::optional<asio::ssl::stream<Socket&>>& tls() { return tls_; }

 private:
  Socket socket_;
  std::optional<asio::ssl::stream<Socket&>> tls_;
};

Stream::Stream(asio::io_context& context,
               const AcceptedSocket& socket,
               const std::shared_ptr<asio::ssl::context>& tls)
    : sockets_(std::make_unique<Sockets>(context, socket, tls)) {}

Stream::~Stream() = default;

asio::any_io_executor Stream::strand() const {
  return sockets_->plain().get_executor();
}

bool Stream::is_secure() const {
  return sockets_->tls().has_value();
}

Task<bool> Stream::shake_hands() {
  if (!is_secure()) co_return true;
  const auto [error] =
      co_await sockets_->tls()->async_handshake(asio::ssl::stream_base::server, kAwait);
  co_return !error;
}

Task<std::optional<std::size_t>> Stream::read_some(std::span<char> space) {
  const asio::mutable_buffer buffer(space.data(), space.size());
  if (is_secure()) {
    const auto [error, size] = co_await sockets_->tls()->async_read_some(buffer, kAwait);
    co_return error ? std::nullopt : std::optional(size);
  }
  const auto [error, size] = co_await sockets_->plain().async_read_some(buffer, kAwait);
  co_return error ? std::nullopt : std::optional(size);
}

Task<bool> Stream::write(std::string_view head, std::string_view body) {
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
  const std::size_t whole = head.size() + body.size();
  if (is_secure()) {
    const auto [error, size] = co_await asio::async_write(*sockets_->tls(), buffers, kAwait);
    co_return !error && size == whole;
  }
  const auto [error, size] = co_await asio::async_write(sockets_->plain(), buffers, kAwait);
  co_return !error && size == whole;
}

Task<void> Stream::finish_writing() {
  if (is_secure()) {
    co_await sockets_->tls()->async_shutdown(kAwait);
  }
  error_code ignored;
  sockets_->plain().shutdown(asio::socket_base::shutdown_send, ignored);
}

Task<std::optional<std::size_t>> Stream::drop_some(std::span<char> space) {
  const asio::mutable_buffer buffer(space.data(), space.size());
  const auto [error, size] = co_await sockets_->plain().async_read_some(buffer, kAwait);
  co_return error ? std::nullopt : std::optional(size);
}

void Stream::cancel() {
  error_code ignored;
  sockets_->plain().cancel(ignored);
}

}  // namespace kring::service
