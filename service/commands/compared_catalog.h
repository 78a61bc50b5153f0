// How does a command open a catalogue in which records are added or compared?
#pragma once

#include <string>

#include "catalog/store/store.h"

namespace kring::service {

/// As ActivityStore::open; its duplicates are found by what records are about too.
catalog::ActivityStore open_compared(const std::string& path, catalog::OpenMode mode);

}  // namespace kring::service
