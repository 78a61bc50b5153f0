// How does the head of an answer stand on the wire?
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "service/message.h"

namespace kring::service {

/// What the connection does after the answer.
enum class AfterAnswer : std::uint8_t {
  kKeep,
  kClose,
};

/// Status line, headers and the empty line. A header with a character that would end its line is
/// left out.
std::string write_response_head(const Response& response,
                                AfterAnswer after,
                                std::chrono::system_clock::time_point now);

}  // namespace kring::service
