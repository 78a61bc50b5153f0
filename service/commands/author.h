// Who changes the catalogue when a command does?
#pragma once

#include <string>

#include "catalog/store/store.h"

namespace kring::service {

/// The command `who`, at this moment of the system's clock.
catalog::Author make_author(const std::string& who, const std::string& why);

}  // namespace kring::service
