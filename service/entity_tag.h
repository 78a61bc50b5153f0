// Has a client an answer already?
#pragma once

#include "service/message.h"

namespace kring::service {

/// The answer with its ETag, equal for equal bytes; 304 without a body where the request reads and
/// its If-None-Match names that tag.
Response with_entity_tag(const Request& request, Response response);

}  // namespace kring::service
