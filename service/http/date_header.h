// How does a Date header write a moment?
#pragma once

#include <chrono>
#include <string>

namespace kring::service {

/// RFC 9110 IMF-fixdate: "Sun, 06 Nov 1994 08:49:37 GMT". Needs no locale.
std::string make_date_header(std::chrono::system_clock::time_point now);

}  // namespace kring::service
