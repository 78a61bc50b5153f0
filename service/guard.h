// How is a caller let in, or refused, over HTTP?
#pragma once

#include <memory>

#include "service/access/gate.h"
#include "service/router.h"

namespace kring::service {

/// Asks the gate. A refusal is a problem with WWW-Authenticate or Retry-After. A purpose that is
/// none of the list is a fault of the input.
Guard make_guard(std::shared_ptr<access::Gate> gate);

}  // namespace kring::service
