// Which connections are open, and how does each speak HTTP/1.1?
#include "service/http/connections.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "service/http/client_address.h"
#include "service/http/date_header.h"
#include "service/http/head.h"

namespace kring::service {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using Strand = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Strand>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>,
                                         Strand>;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kReadBytes = 8'192;  ///< asked of the socket at once
constexpr std::chrono::milliseconds kCancelAgain{
    50};  ///< a cancel between two steps of a read is lost
constexpr std::size_t kMaxLeadingEmptyLines =
    2;  ///< RFC 9112 2.2: some clients send one after a body

std::string_view text_of(const beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.data().size()};
}

/// Nothing to answer: the client is gone, or the idle time has passed.
struct Gone {};

enum class ReadOutcome : std::uint8_t {
  kData,
  kTooSlow,
  kClosed,
};

/// What a failed read of a body means; absent where the client is gone.
std::optional<Rejection> find_rejection(const beast::error_code& error) {
  if (error == http::error::body_limit) return Rejection::kBodyTooLarge;
  const bool is_cut_off =
      error == http::error::partial_message || error == http::error::end_of_stream;
  const beast::error_code of_parser = http::error::bad_chunk;
  if (is_cut_off || error.category() != of_parser.category()) return std::nullopt;
  return Rejection::kMalformed;
}

}  // namespace

/// One client. Its coroutine and close_if_idle() run in its strand only.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket,
             const Application& application,
             const Times& times,
             const std::atomic<bool>& stopping)
      : socket_(std::move(socket)),
        application_(application),
        times_(times),
        stopping_(stopping),
        client_(find_client(socket_.native_handle())),
        timer_(socket_.get_executor()),
        buffer_(kMaxHeadBytes) {}

  Strand strand() { return socket_.get_executor(); }

  void close_if_idle() {
    if (is_idle_) cancel();
  }

  /// Answers requests until one side ends it.
  asio::awaitable<void> serve() {
    while (!stopping_) {
      auto received = co_await read_request();
      if (std::holds_alternative<Gone>(received)) co_return;
      if (const auto* rejection = std::get_if<Rejection>(&received)) {
        co_await refuse(*rejection);
        co_return;
      }
      const Exchange& exchange = std::get<Exchange>(received);
      Response response = application_.handle(exchange.request);
      const bool keeps = exchange.wants_more && !stopping_;
      const bool written = co_await write(std::move(response), {exchange.request.method, keeps});
      if (!written) co_return;
      if (!keeps) break;
    }
    co_await linger();
  }

  /// Tells why, and closes.
  asio::awaitable<void> refuse(Rejection rejection) {
    const bool written = co_await write(application_.reject(rejection), {Method::kGet, false});
    if (written) {
      co_await linger();
    }
  }

 private:
  /// From now on `time` is left: what is under way then ends with an error, and is_late_ says why.
  void set_deadline(std::chrono::milliseconds time) {
    is_late_ = false;
    timer_.expires_after(time);
    wait_for_deadline();
  }

  void wait_for_deadline() {
    timer_.async_wait([weak = weak_from_this()](const beast::error_code& error) {
      const auto self = error ? nullptr : weak.lock();
      if (self && self->timer_.expiry() <= std::chrono::steady_clock::now()) self->be_late();
    });
  }

  void be_late() {
    is_late_ = true;
    cancel();
    timer_.expires_after(kCancelAgain);
    wait_for_deadline();
  }

  void cancel() {
    beast::error_code ignored;
    socket_.cancel(ignored);
  }

  struct Exchange {
    Request request;
    bool wants_more = false;  ///< the client keeps the connection open
  };
  using Received = std::variant<Exchange, Rejection, Gone>;

  /// How an answer goes out.
  struct Delivery {
    Method method;
    bool keeps_open;
  };

  asio::awaitable<Received> read_request() {
    const auto head_size = co_await read_head();
    if (const auto* rejection = std::get_if<Rejection>(&head_size)) co_return *rejection;
    if (std::holds_alternative<Gone>(head_size)) co_return Gone{};

    auto parsed = parse_head(text_of(buffer_).substr(0, std::get<std::size_t>(head_size)));
    if (const auto* rejection = std::get_if<Rejection>(&parsed)) co_return *rejection;
    co_return co_await read_body(std::get<Head>(std::move(parsed)));
  }

  /// Fills the buffer up to the end of a head, and gives its size.
  asio::awaitable<std::variant<std::size_t, Rejection, Gone>> read_head() {
    drop_empty_lines();
    if (buffer_.size() == 0) {
      is_idle_ = true;
      set_deadline(times_.idle);
      const ReadOutcome outcome = co_await read_some();
      is_idle_ = false;
      if (outcome != ReadOutcome::kData) co_return Gone{};
    }
    set_deadline(times_.head);
    while (true) {
      drop_empty_lines();
      if (const auto end = find_head_end(text_of(buffer_))) co_return *end;
      if (buffer_.size() >= kMaxHeadBytes) {
        const bool has_line = text_of(buffer_).find('\n') != std::string_view::npos;
        co_return has_line ? Rejection::kHeadTooLarge : Rejection::kTargetTooLong;
      }
      const ReadOutcome outcome = co_await read_some();
      if (outcome == ReadOutcome::kTooSlow) co_return Rejection::kTooSlow;
      if (outcome == ReadOutcome::kClosed) co_return Gone{};
    }
  }

  void drop_empty_lines() {
    while (empty_lines_ < kMaxLeadingEmptyLines && text_of(buffer_).substr(0, 2) == "\r\n") {
      buffer_.consume(2);
      ++empty_lines_;
    }
  }

  asio::awaitable<ReadOutcome> read_some() {
    const auto space = buffer_.prepare(std::min(kReadBytes, kMaxHeadBytes - buffer_.size()));
    const auto [error, size] = co_await socket_.async_read_some(space, kAwait);
    if (error) co_return is_late_ ? ReadOutcome::kTooSlow : ReadOutcome::kClosed;
    buffer_.commit(size);
    co_return ReadOutcome::kData;
  }

  /// The library reads the head once more, for its framing alone, and then the body.
  asio::awaitable<Received> read_body(Head head) {
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(kMaxHeadBytes));
    parser.body_limit(kMaxBodyBytes);
    set_deadline(times_.body);
    if (head.framing != Framing::kNoBody && head.continuation == Continue::kAsked) {
      static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
      const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(kGoOn), kAwait);
      if (error || size != kGoOn.size()) co_return Gone{};
    }
    const auto [error, size] = co_await http::async_read(socket_, buffer_, parser, kAwait);
    if (error && is_late_) co_return Rejection::kTooSlow;
    if (const auto rejection = find_rejection(error)) co_return *rejection;
    if (error) co_return Gone{};
    empty_lines_ = 0;
    const bool wants_more = parser.get().version() == 11 && parser.get().keep_alive();
    Exchange exchange{std::move(head.request), wants_more};
    exchange.request.body = std::move(parser.get().body());
    exchange.request.client = client_;
    co_return exchange;
  }

  asio::awaitable<bool> write(Response response, Delivery delivery) {
    http::response<http::string_body> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    for (const Header& header : response.headers)
      message.insert(header.name, header.value);
    message.set(http::field::date, make_date_header(std::chrono::system_clock::now()));
    message.keep_alive(delivery.keeps_open);
    if (response.status != 204 && response.status != 304)
      message.content_length(response.body.size());
    if (delivery.method != Method::kHead) message.body() = std::move(response.body);

    set_deadline(times_.write);
    http::response_serializer<http::string_body> serializer(message);
    const auto [error, size] = co_await http::async_write(socket_, serializer, kAwait);
    co_return !error;
  }

  /// Closes without a reset: what the client still sends is read and dropped, for a while.
  asio::awaitable<void> linger() {
    boost::system::error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_send, ignored);
    set_deadline(times_.linger);
    for (std::size_t dropped = 0; dropped < kLingerBytes;) {
      buffer_.clear();
      const auto [error, size] =
          co_await socket_.async_read_some(buffer_.prepare(kReadBytes), kAwait);
      if (error) co_return;
      dropped += size;
    }
  }

  Socket socket_;
  const Application& application_;
  const Times times_;
  const std::atomic<bool>& stopping_;
  const Client client_;
  Timer timer_;
  beast::flat_buffer buffer_;
  std::size_t empty_lines_ = 0;
  bool is_idle_ = false;
  bool is_late_ = false;  ///< the deadline has passed
};

/// The set of open connections; kept alive by each of them.
class Connections::Pool : public std::enable_shared_from_this<Pool> {
 public:
  Pool(asio::io_context& context, Options options, Application application, Log log)
      : context_(context),
        options_(std::move(options)),
        application_(std::move(application)),
        log_(std::move(log)) {}

  void adopt(AcceptedSocket accepted) {
    Socket socket(asio::make_strand(context_));
    boost::system::error_code error;
    socket.assign(asio::generic::stream_protocol(accepted.family, 0), accepted.descriptor, error);
    if (error) return log_.error("connection not taken: " + error.message());
    auto connection =
        std::make_shared<Connection>(std::move(socket), application_, options_.times, stopping_);
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
