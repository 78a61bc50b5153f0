// What does a person see in a browser where something is wrong?
#pragma once

#include <optional>

#include "service/message.h"
#include "service/site/frame.h"

namespace kring::service {

/// The problem as a page, where a browser asks for a page of the site; absent where a program asks,
/// which takes the problem as it is, and where `problem` is none.
std::optional<Response> make_problem_page(const Request& request,
                                          const Response& problem,
                                          const SiteFrame& frame);

}  // namespace kring::service
