// How does one client speak HTTP/1.1 with the service?
#include "service/http/connection.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "service/http/client.h"
#include "service/http/head.h"
#include "service/http/response_head.h"

namespace kring::service {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using Moment = std::chrono::steady_clock::time_point;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock>;

constexpr std::size_t kReadBytes = 8'192;  ///< asked of the socket at once
constexpr std::chrono::milliseconds kCancelAgain{
    50};  ///< a cancel between two steps of a read is lost
constexpr std::int64_t kNotWaiting = std::numeric_limits<std::int64_t>::max();
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

/// The part that one body has of the bytes of all bodies.
class BodyShare {
 public:
  explicit BodyShare(std::atomic<std::size_t>& total) : total_(total) {}
  ~BodyShare() { total_ -= own_; }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;
  BodyShare(BodyShare&&) = delete;
  BodyShare& operator=(BodyShare&&) = delete;

  /// Whether all bodies together stay within their limit. requires: `size` never shrinks.
  bool grow_to(std::size_t size) {
    const std::size_t more = size - std::exchange(own_, size);
    return total_.fetch_add(more) + more <= kMaxBodiesBytes;
  }

 private:
  std::atomic<std::size_t>& total_;
  std::size_t own_ = 0;
};

using BodyParser = http::request_parser<http::string_body>;

/// Reads on in what has come. Absent where nothing is wrong with it, be it the whole or not.
std::optional<Rejection> parse_on(BodyParser& parser, beast::flat_buffer& buffer) {
  beast::error_code error;
  while (!parser.is_done() && buffer.size() > 0) {
    buffer.consume(parser.put(buffer.data(), error));
    if (error == http::error::need_more) break;
    if (error == http::error::body_limit) return Rejection::kBodyTooLarge;
    if (error) return Rejection::kMalformed;
  }
  const bool is_stuck = !parser.is_done() && buffer.size() == buffer.max_size();
  return is_stuck ? std::optional(Rejection::kMalformed) : std::nullopt;
}

}  // namespace

/// Lives as long as its Connection; a deadline that comes later finds it gone.
class Connection::Conversation : public std::enable_shared_from_this<Conversation> {
 public:
  Conversation(std::unique_ptr<Stream> stream, std::string peer, const Shared& shared)
      : stream_(std::move(stream)),
        peer_(std::move(peer)),
        shared_(shared),
        times_(shared.times),
        timer_(stream_->strand()),
        buffer_(kMaxHeadBytes) {}

  [[nodiscard]] asio::any_io_executor strand() const { return stream_->strand(); }

  void close_if_idle() {
    if (is_idle_) stream_->cancel();
  }

  void close_if_waiting() {
    if (!waiting_since()) return;
    is_given_up_ = true;
    stream_->cancel();
  }

  [[nodiscard]] std::optional<Moment> waiting_since() const {
    const auto since = waiting_since_.load();
    if (since == kNotWaiting) return std::nullopt;
    return Moment(Moment::duration(since));
  }

  /// Answers requests until one side ends it.
  Task<void> serve() {
    const bool may_speak = co_await shake_hands();
    if (!may_speak) co_return;
    while (!shared_.stopping) {
      auto received = co_await read_request();
      if (std::holds_alternative<Gone>(received)) co_return;
      if (const auto* refused = std::get_if<Refused>(&received)) {
        co_await refuse(*refused);
        co_return;
      }
      const Exchange& exchange = std::get<Exchange>(received);
      const Response response = co_await answer(exchange.request);
      const auto after =
          exchange.wants_more && !shared_.stopping ? AfterAnswer::kKeep : AfterAnswer::kClose;
      const bool written = co_await write(response, {exchange.request.method, after});
      if (!written) co_return;
      if (after == AfterAnswer::kClose) break;
    }
    co_await linger();
  }

  /// Tells why, and closes.
  Task<void> refuse_at_once(Refused refused) {
    const bool may_speak = co_await shake_hands();
    if (may_speak) {
      co_await refuse(refused);
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
    stream_->cancel();
    timer_.expires_after(kCancelAgain);
    wait_for_deadline();
  }

  Task<bool> shake_hands() {
    waiting_since_ = now();
    set_deadline(times_.head);
    const bool succeeded = co_await stream_->shake_hands();
    co_return succeeded && !is_given_up_;
  }

  /// By the application, in its own threads; by none where there are too many requests.
  Task<Response> answer(const Request& request) {
    if (const auto wait = take_turn(request))
      co_return reject({Rejection::kTooManyRequests, request.headers, *wait});
    WorkQueue::Job job = [this, &request] { return shared_.application.handle(request); };
    const Urgency urgency = shared_.application.urgency_of(request);
    auto response = co_await shared_.work.run(std::move(job), urgency, line_of(request));
    if (!response) co_return reject({Rejection::kOverloaded, request.headers});
    co_return *std::move(response);
  }

  /// How long the client must wait; absent where it may ask now, as it may where nobody says who it
  /// is.
  std::optional<std::chrono::seconds> take_turn(const Request& request) {
    const std::string& network = request.client.network;
    if (network.empty()) return std::nullopt;
    return shared_.rates.take(network, std::chrono::steady_clock::now());
  }

  [[nodiscard]] Response reject(const Refused& refused) const {
    return shared_.application.reject(refused);
  }

  static std::int64_t now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

  Task<void> refuse(const Refused& refused) {
    const Response response = reject(refused);
    const bool written = co_await write(response, {Method::kGet, AfterAnswer::kClose});
    if (written) {
      co_await linger();
    }
  }

  struct Exchange {
    Request request;
    bool wants_more = false;  ///< the client keeps the connection open
    std::unique_ptr<BodyShare> share;
  };
  using Received = std::variant<Exchange, Refused, Gone>;

  /// How an answer goes out.
  struct Delivery {
    Method method;
    AfterAnswer after;
  };

  Task<Received> read_request() {
    waiting_since_ = now();
    const auto head_size = co_await read_head();
    waiting_since_ = kNotWaiting;
    if (const auto* rejection = std::get_if<Rejection>(&head_size))
      co_return refuse_head(*rejection, text_of(buffer_));
    if (std::holds_alternative<Gone>(head_size)) co_return Gone{};

    const std::string_view head = text_of(buffer_).substr(0, std::get<std::size_t>(head_size));
    auto parsed = parse_head(head);
    if (const auto* rejection = std::get_if<Rejection>(&parsed))
      co_return refuse_head(*rejection, head);
    co_return co_await read_body(std::get<Head>(std::move(parsed)));
  }

  static Refused refuse_head(Rejection reason, std::string_view head) {
    return {reason, find_languages(head)};
  }

  /// Fills the buffer up to the end of a head, and gives its size.
  Task<std::variant<std::size_t, Rejection, Gone>> read_head() {
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

  Task<ReadOutcome> read_some() {
    const auto space = buffer_.prepare(std::min(kReadBytes, kMaxHeadBytes - buffer_.size()));
    const auto size = co_await stream_->read_some({static_cast<char*>(space.data()), space.size()});
    if (is_given_up_) co_return ReadOutcome::kClosed;
    if (!size) co_return is_late_ ? ReadOutcome::kTooSlow : ReadOutcome::kClosed;
    buffer_.commit(*size);
    co_return ReadOutcome::kData;
  }

  /// Where the client waits for that before it sends its body; whether it is still there.
  Task<bool> ask_to_go_on(const Head& head) {
    if (head.framing == Framing::kNoBody || head.continuation == Continue::kNotAsked)
      co_return true;
    const bool written = co_await stream_->write("HTTP/1.1 100 Continue\r\n\r\n", "");
    co_return written;
  }

  /// The library reads the head once more, for its framing alone, and then the body.
  Task<Received> read_body(Head head) {
    auto share = std::make_unique<BodyShare>(shared_.body_bytes);
    BodyParser parser;
    parser.eager(true);
    parser.header_limit(static_cast<std::uint32_t>(kMaxHeadBytes));
    parser.body_limit(kMaxBodyBytes);
    set_deadline(times_.body);
    const bool goes_on = co_await ask_to_go_on(head);
    if (!goes_on) co_return Gone{};
    while (true) {
      if (const auto rejection = parse_on(parser, buffer_))
        co_return refuse_body(*rejection, std::move(head));
      if (!share->grow_to(parser.get().body().size()))
        co_return refuse_body(Rejection::kOverloaded, std::move(head));
      if (parser.is_done()) break;
      const ReadOutcome outcome = co_await read_some();
      if (outcome == ReadOutcome::kTooSlow)
        co_return refuse_body(Rejection::kTooSlow, std::move(head));
      if (outcome == ReadOutcome::kClosed) co_return Gone{};
    }
    empty_lines_ = 0;
    const bool wants_more = parser.get().version() == 11 && parser.get().keep_alive();
    Exchange exchange{std::move(head.request), wants_more, std::move(share)};
    exchange.request.body = std::move(parser.get().body());
    exchange.request.security = stream_->is_secure() ? Security::kTls : Security::kPlain;
    exchange.request.client = find_client(peer_, exchange.request.headers, shared_.proxies);
    co_return exchange;
  }

  static Refused refuse_body(Rejection reason, Head head) {
    return {reason, std::move(head.request.headers)};
  }

  Task<bool> write(const Response& response, Delivery delivery) {
    const std::string head =
        write_response_head(response, delivery.after, std::chrono::system_clock::now());
    set_deadline(times_.write);
    co_return co_await stream_->write(
        head, delivery.method == Method::kHead ? std::string_view() : response.body);
  }

  /// Closes without a reset: what the client still sends is read and dropped, for a while.
  Task<void> linger() {
    set_deadline(times_.linger);
    co_await stream_->finish_writing();
    for (std::size_t dropped = 0; dropped < kLingerBytes && !is_late_;) {
      buffer_.clear();
      const auto space = buffer_.prepare(kReadBytes);
      const auto size =
          co_await stream_->drop_some({static_cast<char*>(space.data()), space.size()});
      if (!size || *size == 0) co_return;
      dropped += *size;
    }
  }

  const std::unique_ptr<Stream> stream_;
  const std::string peer_;
  const Shared shared_;
  const Times& times_;
  Timer timer_;
  beast::flat_buffer buffer_;
  std::size_t empty_lines_ = 0;
  bool is_idle_ = false;
  bool is_given_up_ = false;                               ///< another client has its place
  std::atomic<std::int64_t> waiting_since_ = kNotWaiting;  ///< ticks of the steady clock
  bool is_late_ = false;                                   ///< the deadline has passed
};

Connection::Connection(std::unique_ptr<Stream> stream, std::string peer, const Shared& shared)
    : conversation_(std::make_shared<Conversation>(std::move(stream), std::move(peer), shared)) {}

Connection::~Connection() = default;

asio::any_io_executor Connection::strand() const {
  return conversation_->strand();
}

void Connection::close_if_idle() {
  conversation_->close_if_idle();
}

void Connection::close_if_waiting() {
  conversation_->close_if_waiting();
}

std::optional<Moment> Connection::waiting_since() const {
  return conversation_->waiting_since();
}

Task<void> Connection::serve() {
  return conversation_->serve();
}

Task<void> Connection::refuse(Rejection rejection) {
  return conversation_->refuse_at_once({rejection});
}

}  // namespace kring::service
