// How does one question over HTTP go, without redirects and without a second try?
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "catalog/feeds/host_rules.h"
#include "catalog/feeds/web_address.h"

namespace kring::catalog::feeds {

/// How long and how much one page may take.
struct FetchLimits {
  std::size_t body_bytes = 67'108'864;  ///< unpacked, 64 MiB as kMaxDocumentBytes
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds whole{120'000};  ///< one question with its answer
  std::chrono::seconds stall{20};            ///< with less than kStallBytes a second
  int redirects = 5;
  int attempts = 4;                             ///< of one address, the first among them
  std::chrono::milliseconds first_wait{1'000};  ///< before the second attempt; then doubled
  std::chrono::milliseconds longest_wait{60'000};
};
inline constexpr std::int64_t kStallBytes = 64;

struct Question {
  WebAddress address;
  std::string etag;           ///< as the server gave it; "" asks without
  std::string last_modified;  ///< likewise
  std::string form = {};      ///< sent by POST, as application/x-www-form-urlencoded; "": GET
  std::string user = {};      ///< of HTTP's Basic; "": without
  std::string password = {};
};

enum class TransferFault : std::uint8_t {
  kNone,
  kTimeout,         ///< no connection, or the answer took too long
  kUnreachable,     ///< the name is not known, or nobody answers there
  kCut,             ///< the connection or the packing ended before the body did
  kTooLarge,        ///< the body passes its limit
  kPrivateAddress,  ///< the host has an address that may not be connected to
  kCertificate,     ///< TLS fails
  kStopped,         ///< the program ends
  kOther,
};

struct HttpAnswer {
  TransferFault fault = TransferFault::kNone;
  int status = 0;
  std::string body;  ///< unpacked
  std::string etag;
  std::string last_modified;
  std::string location;  ///< whole address; "" where it does not redirect
  std::optional<std::chrono::seconds> retry_after;
};

/// Asks once. Never throws; what goes wrong is the answer's fault. Proxies of the environment are
/// not used: the address that is connected to is checked. Thread-safe.
HttpAnswer ask(const Question& question,
               const FetchLimits& limits,
               const HostRules& rules,
               const std::stop_token& stop);

}  // namespace kring::catalog::feeds
