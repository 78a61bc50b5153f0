// How do the routes reach the real engine?
#pragma once

#include <memory>
#include <string>

#include "service/matcher.h"

namespace kring::service {

/// Opens the index that stands in `index_dir` now. Throws catalog::Error as engine::Engine::open
/// does.
std::shared_ptr<const Matcher> open_engine_matcher(const std::string& index_dir);

}  // namespace kring::service
