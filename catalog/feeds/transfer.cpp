#include "catalog/feeds/transfer.h"

#include <array>
#include <memory>
#include <utility>

#include <curl/curl.h>
#include <sys/socket.h>

#include "catalog/feeds/unpack.h"

namespace kring::catalog::feeds {

namespace {

constexpr const char* kUserAgent = "Kring/1 (feed harvester)";
constexpr const char* kAccept =
    "Accept: application/json, application/ld+json, application/x-ndjson, text/calendar, text/csv,"
    " */*;q=0.5";

/// What the library's callbacks see of one transfer.
struct Exchange {
  HttpAnswer answer;
  std::size_t body_limit = 0;
  bool takes_private = false;
  std::stop_token stop;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const std::size_t length = size * count;
  if (length > exchange.body_limit - exchange.answer.body.size()) {
    exchange.answer.fault = TransferFault::kTooLarge;
    return 0;  // ends the transfer
  }
  exchange.answer.body.append(data, length);
  return length;
}

/// Called with the address that the name turned out to have, right before it is connected to.
curl_socket_t open_socket(void* user, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (!exchange.takes_private && !is_public(address->addr)) {
    exchange.answer.fault = TransferFault::kPrivateAddress;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int leave_if_asked(void* user,
                   curl_off_t /*down_total*/,
                   curl_off_t /*down*/,
                   curl_off_t /*up_total*/,
                   curl_off_t /*up*/) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (!exchange.stop.stop_requested()) return 0;
  exchange.answer.fault = TransferFault::kStopped;
  return 1;
}

TransferFault fault_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return TransferFault::kNone;
    case CURLE_OPERATION_TIMEDOUT:
      return TransferFault::kTimeout;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return TransferFault::kUnreachable;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return TransferFault::kCut;
    case CURLE_FILESIZE_EXCEEDED:
      return TransferFault::kTooLarge;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
      return TransferFault::kCertificate;
    default:
      return TransferFault::kOther;
  }
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// The library is set up once, whichever thread comes first.
Handle make_handle() {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  return {kReady == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup};
}

void add_header(HeaderList& list, const std::string& line) {
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) return;
  static_cast<void>(list.release());
  list.reset(longer);
}

HeaderList make_headers(const Question& question) {
  HeaderList headers(nullptr, curl_slist_free_all);
  add_header(headers, kAccept);
  add_header(headers, "Accept-Encoding: gzip");  // unpacked here, see unpack.h
  if (!question.etag.empty()) add_header(headers, "If-None-Match: " + question.etag);
  if (!question.last_modified.empty())
    add_header(headers, "If-Modified-Since: " + question.last_modified);
  return headers;
}

// The library's options are variadic by design.
// NOLINTBEGIN(cppcoreguidelines-pro-type-vararg, hicpp-vararg)
void set_limits(CURL* handle, const FetchLimits& limits) {
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(kStallBytes));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stall.count()));
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.body_bytes));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);  // a stop does not wait for a name
}

void set_rules(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, kUserAgent);
}

/// requires: `question` outlives the transfer.
void set_question(CURL* handle, const Question& question) {
  curl_easy_setopt(handle, CURLOPT_URL, question.address.text.c_str());
  if (!question.form.empty()) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, question.form.c_str());
  }
  if (question.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  curl_easy_setopt(handle, CURLOPT_USERNAME, question.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, question.password.c_str());
}

void set_callbacks(CURL* handle, Exchange& exchange) {
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &exchange);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &exchange);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, leave_if_asked);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &exchange);
}

void read_answer(CURL* handle, HttpAnswer& answer) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  char* location = nullptr;
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &location);
  if (location != nullptr) answer.location = location;
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
  if (seconds > 0) answer.retry_after = std::chrono::seconds(seconds);
}
// NOLINTEND(cppcoreguidelines-pro-type-vararg, hicpp-vararg)

std::string header_of(CURL* handle, const char* name) {
  curl_header* header = nullptr;
  const bool is_there = curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK;
  return is_there ? std::string(header->value) : std::string();
}

/// Leaves the text of the body; a packing that nobody asked for is none that can be read.
void unpack(HttpAnswer& answer, const std::string& encoding, std::size_t limit) {
  if (answer.fault != TransferFault::kNone || encoding.empty() || encoding == "identity") return;
  if (encoding != "gzip" && encoding != "x-gzip") {
    answer.fault = TransferFault::kOther;
    return;
  }
  Unpacked unpacked = unpack_gzip(answer.body, limit);
  if (unpacked.outcome == Unpacking::kCut && !answer.body.empty())
    answer.fault = TransferFault::kCut;
  if (unpacked.outcome == Unpacking::kTooLarge) answer.fault = TransferFault::kTooLarge;
  answer.body = std::move(unpacked.text);
}

}  // namespace

HttpAnswer ask(const Question& question,
               const FetchLimits& limits,
               const HostRules& rules,
               const std::stop_token& stop) {
  Exchange exchange{{}, limits.body_bytes, may_be_private(rules, question.address), stop};
  const Handle handle = make_handle();
  if (handle == nullptr) {
    exchange.answer.fault = TransferFault::kOther;
    return std::move(exchange.answer);
  }
  const HeaderList headers = make_headers(question);
  set_limits(handle.get(), limits);
  set_rules(handle.get());
  set_question(handle.get(), question);
  set_callbacks(handle.get(), exchange);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg, hicpp-vararg): as above
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  const TransferFault fault = fault_of(curl_easy_perform(handle.get()));
  HttpAnswer& answer = exchange.answer;
  if (answer.fault == TransferFault::kNone) answer.fault = fault;
  read_answer(handle.get(), answer);
  answer.etag = header_of(handle.get(), "ETag");
  answer.last_modified = header_of(handle.get(), "Last-Modified");
  unpack(answer, header_of(handle.get(), "Content-Encoding"), limits.body_bytes);
  return std::move(answer);
}

}  // namespace kring::catalog::feeds
