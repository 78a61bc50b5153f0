// What does the transport ask of the service behind it?
#pragma once

#include <cstdint>
#include <functional>

#include "service/message.h"

namespace kring::service {

/// Why a connection refuses what it was sent, before any handler sees it. The connection closes
/// after it.
enum class Rejection : std::uint8_t {
  kMalformed,      ///< breaks RFC 9112, or could be read in two ways
  kTargetTooLong,  ///< more than kMaxTargetBytes
  kHeadTooLarge,   ///< more than kMaxHeadBytes or kMaxHeaders
  kBodyTooLarge,   ///< more than kMaxBodyBytes
  kUnknownMethod,
  kUnknownExpectation,
  kTooSlow,  ///< Times::head or Times::body passed
  kTooManyConnections,
};

/// Both are called from several threads at once, and must not throw.
struct Application {
  std::function<Response(const Request&)> handle;
  std::function<Response(Rejection)> reject;
};

}  // namespace kring::service
