// From where does a connection come?
#pragma once

#include "service/message.h"

namespace kring::service {

/// The client at the other end of a connected socket; from elsewhere where the system cannot tell.
Client find_client(int descriptor);

}  // namespace kring::service
