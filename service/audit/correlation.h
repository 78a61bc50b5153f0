// By which id do the logs of two systems find the same request?
#pragma once

#include <string>

#include "service/message.h"

namespace kring::service::audit {

inline constexpr const char* kCorrelationHeader = "X-Correlation-Id";

/// The header's id where it is a UUID, for other text might tell of a person; else a new one.
std::string read_correlation(const Headers& headers);

}  // namespace kring::service::audit
