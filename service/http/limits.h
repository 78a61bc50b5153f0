// How much, how long and how often may a client ask?
//
// Input is hostile: every limit on it stands here. README tells an operator what each means.
#pragma once

#include <chrono>
#include <cstddef>

namespace kring::service {

inline constexpr std::size_t kMaxHeadBytes = 32'768;         ///< request line and headers together
inline constexpr std::size_t kMaxTargetBytes = 8'192;        ///< the path with its query
inline constexpr std::size_t kMaxHeaders = 100;              ///< header lines of one request
inline constexpr std::size_t kMaxQueryParameters = 50;       ///< of one request
inline constexpr std::size_t kMaxBodyBytes = 1'048'576;      ///< a profile is a few KiB
inline constexpr std::size_t kMaxBodiesBytes = 268'435'456;  ///< of all requests at once
inline constexpr std::size_t kMaxConnections =
    1'024;  ///< at once; for a further one the longest that waits must go, or it gets 503
inline constexpr std::size_t kMaxRefusals =
    256;  ///< connections that are told so at once; a further one is closed unanswered
inline constexpr std::size_t kMaxRequests =
    512;  ///< being answered or waiting for it at once; a further one gets 503
inline constexpr std::size_t kMaxRequestsOfClient =
    256;  ///< of those, that one client may have waiting; a further one gets 503
inline constexpr std::chrono::milliseconds kLongestWait{
    2'000};  ///< of a client's request; while one has waited so long its next get 503
inline constexpr std::size_t kUrgentRequests = 16;  ///< beyond those, for /health alone
inline constexpr std::size_t kMaxClients = 65'536;  ///< whose requests are counted
inline constexpr int kAcceptBacklog = 1'024;        ///< connections the kernel keeps waiting

inline constexpr std::chrono::milliseconds kIdleTime{60'000};   ///< between two requests
inline constexpr std::chrono::milliseconds kHeadTime{10'000};   ///< first to last byte of the head
inline constexpr std::chrono::milliseconds kBodyTime{30'000};   ///< first to last byte of the body
inline constexpr std::chrono::milliseconds kWriteTime{30'000};  ///< to take one answer
inline constexpr std::chrono::milliseconds kStopTime{10'000};  ///< for requests in flight at a stop

/// After a refusal the rest of what a client sends is read and dropped, so that it sees the answer
/// and no reset.
inline constexpr std::chrono::milliseconds kLingerTime{2'000};
inline constexpr std::size_t kLingerBytes = 8'388'608;

/// How often one client may ask; then it gets 429.
struct RequestRate {
  double per_second;  ///< > 0
  double burst;       ///< requests at once after a pause, >= 1
};
inline constexpr RequestRate kAddressRate{50, 500};   ///< a whole office may share one address
inline constexpr RequestRate kAnonymousRate{5, 100};  ///< of one address without a key or token
inline constexpr RequestRate kNamedRate{50, 500};     ///< of one key or user, wherever it asks

/// The times of one server; tests shorten them.
struct Times {
  std::chrono::milliseconds idle = kIdleTime;
  std::chrono::milliseconds head = kHeadTime;
  std::chrono::milliseconds body = kBodyTime;
  std::chrono::milliseconds write = kWriteTime;
  std::chrono::milliseconds stop = kStopTime;
  std::chrono::milliseconds linger = kLingerTime;
};

}  // namespace kring::service
