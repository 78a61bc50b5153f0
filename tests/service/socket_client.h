// How does a test speak to a server, byte by byte?
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "service/http/listen.h"

namespace kring::service::tests {

inline constexpr std::chrono::milliseconds kPatience{5'000};

/// A connected socket. Throws std::runtime_error where it cannot connect.
class SocketClient {
 public:
  explicit SocketClient(const ListenAddress& address);
  ~SocketClient();

  SocketClient(const SocketClient&) = delete;
  SocketClient& operator=(const SocketClient&) = delete;
  SocketClient(SocketClient&&) = delete;
  SocketClient& operator=(SocketClient&&) = delete;

  void send(std::string_view bytes) const;
  void finish_sending() const;

  /// What comes until the server closes or `patience` ends; absent where it never closed.
  std::optional<std::string> read_to_end(std::chrono::milliseconds patience = kPatience);

  /// The next whole response with its head, by its Content-Length; "" where the server closed first
  /// or was silent.
  std::string read_response(std::chrono::milliseconds patience = kPatience);

  /// Whether the server closes within `patience`, with nothing more to read.
  bool is_closed_within(std::chrono::milliseconds patience);

 private:
  enum class Received {
    kData,
    kEnd,
    kNothing,
  };
  std::string take_response();  ///< a whole one of the buffer; "" where there is none yet
  Received receive(std::chrono::milliseconds patience);

  int descriptor_ = -1;
  std::string buffer_;
};

/// The status of a response; 0 where it is none.
int status_of(std::string_view response);

/// What follows the head.
std::string_view body_of(std::string_view response);

/// How many status lines stand in the bytes.
std::size_t count_responses(std::string_view bytes);

/// A GET, or a POST with a JSON body where one is given.
std::string make_request_text(std::string_view path, std::string_view json = {});

}  // namespace kring::service::tests
