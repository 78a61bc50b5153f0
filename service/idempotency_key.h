// By which key does a client mark that it asks the same again?
//
// As draft-ietf-httpapi-idempotency-key-header has it: a client that got no answer sends its
// request again with the same key, and gets what it would have got.
#pragma once

#include <cstddef>
#include <string>

#include "catalog/result.h"
#include "service/message.h"

namespace kring::service {

inline constexpr std::size_t kMaxIdempotencyKey = 255;  ///< characters

/// The header's key, without the quotes that it may have around it; "" where there is no header. A
/// problem where it is sent twice, is empty or too long, or has other than visible ASCII, a quote
/// or a backslash in it; the problem does not repeat it.
catalog::Result<std::string> read_idempotency_key(const Headers& headers);

}  // namespace kring::service
