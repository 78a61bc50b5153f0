// How do a client's bytes come and go, in TLS or without?
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace boost::asio {
class any_io_executor;
class io_context;
template <typename T, typename Executor>
class awaitable;
namespace ssl {
class context;
}
}  // namespace boost::asio

namespace kring::service {

/// A coroutine of the network.
template <typename T>
using Task = boost::asio::awaitable<T, boost::asio::any_io_executor>;

/// An accepted socket that its taker owns.
struct AcceptedSocket {
  int descriptor = -1;
  int family = 0;         ///< AF_INET, AF_INET6 or AF_UNIX
  std::string peer = {};  ///< the address at its other end, "" of a Unix socket
};

/// One client's connection. It has a strand of its own, and is used in that strand only.
class Stream {
 public:
  /// Speaks TLS where `tls` is given. requires: `context` outlives the stream.
  Stream(boost::asio::io_context& context,
         const AcceptedSocket& socket,
         const std::shared_ptr<boost::asio::ssl::context>& tls);
  ~Stream();

  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  Stream(Stream&&) = delete;
  Stream& operator=(Stream&&) = delete;

  [[nodiscard]] boost::asio::any_io_executor strand() const;
  [[nodiscard]] bool is_secure() const;

  /// Whether the two may speak; true at once without TLS.
  Task<bool> shake_hands();

  /// How many bytes came; absent where the client is gone or cancel() was called.
  Task<std::optional<std::size_t>> read_some(std::span<char> space);

  /// Whether all of both went out.
  Task<bool> write(std::string_view head, std::string_view body);

  /// Tells the client that nothing more comes.
  Task<void> finish_writing();

  /// As read_some, after finish_writing(): bytes that nobody reads, as they travel.
  Task<std::optional<std::size_t>> drop_some(std::span<char> space);

  /// Ends what is under way. Lost on what has not begun.
  void cancel();

 private:
  class Sockets;
  std::unique_ptr<Sockets> sockets_;
};

}  // namespace kring::service
