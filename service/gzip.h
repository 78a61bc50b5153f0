// May an answer travel smaller than it is?
#pragma once

#include <cstddef>
#include <string_view>

#include "service/message.h"

namespace kring::service {

/// Bytes; what is smaller fits a packet as it is.
inline constexpr std::size_t kMinGzipBytes = 1'400;

/// Whether the client likes gzip at least as well as no coding, by Accept-Encoding.
bool prefers_gzip(const Headers& headers);

/// The answer in gzip where the client prefers it, it is large enough and its kind shrinks. Its
/// entity tag is then another ("-gzip" at its end), as its bytes are; Vary tells caches.
Response compress(const Request& request, Response response);

/// The request with entity tags as handlers make them, which know nothing of gzip.
Request with_plain_tags(Request request);

}  // namespace kring::service
