// Does a client have these bytes already?
#pragma once

#include <string>
#include <string_view>

#include "service/message.h"

namespace kring::service {

/// The same bytes have the same tag on every machine.
std::string make_entity_tag(std::string_view bytes);

/// Whether If-None-Match names `tag`, weak or strong, or any.
bool has_already(const Headers& headers, std::string_view tag);

/// Tags the answer to a GET or HEAD that may be kept, and makes it 304 where the client has it.
/// What has a tag, is no 200 or may not be stored goes on as it is.
Response tag_answer(const Request& request, Response response);

}  // namespace kring::service
