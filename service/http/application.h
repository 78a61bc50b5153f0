// What does the transport ask of the service behind it?
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "service/message.h"

namespace kring::service {

/// Why a connection refuses what it was sent, before any handler sees it. The connection closes
/// after it, but where it says otherwise.
enum class Rejection : std::uint8_t {
  kMalformed,      ///< breaks RFC 9112, or could be read in two ways
  kTargetTooLong,  ///< more than kMaxTargetBytes
  kHeadTooLarge,   ///< more than kMaxHeadBytes or kMaxHeaders
  kBodyTooLarge,   ///< more than kMaxBodyBytes
  kUnknownMethod,
  kUnknownExpectation,
  kTooSlow,  ///< Times::head or Times::body passed
  kTooManyConnections,
  kTooManyRequests,  ///< of this client, by RequestRate; its connection stays open
  kOverloaded,       ///< kMaxRequests or kMaxBodiesBytes are there
};

/// A request that is refused, or a connection before its first.
struct Refused {
  Rejection reason;
  Headers headers = {};            ///< Accept-Language at least, as far as the head was read
  std::chrono::seconds wait = {};  ///< of kTooManyRequests
};

enum class Urgency : std::uint8_t {
  kUsual,
  kUrgent,   ///< whether the service lives: answered even when it is overloaded
  kPatient,  ///< may wait for another machine: answered by threads that only do that
};

/// All are called from several threads at once, and must not throw.
struct Application {
  std::function<Response(const Request&)> handle;
  std::function<Response(const Refused&)> reject;
  std::function<Urgency(const Request&)> urgency_of = [](const Request&) {
    return Urgency::kUsual;
  };
};

}  // namespace kring::service
