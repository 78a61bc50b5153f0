// How do the routes reach the real engine?
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "service/matcher.h"

namespace kring::service {

/// Opens the index that stands in `index_dir` now. Where an answer has a safety notice, the
/// organisation's own `contacts` stand before the national ones. Throws catalog::Error as
/// engine::Engine::open does.
std::shared_ptr<const Matcher> open_engine_matcher(
    const std::string& index_dir,
    const std::vector<engine::CrisisContact>& contacts = {});

}  // namespace kring::service
