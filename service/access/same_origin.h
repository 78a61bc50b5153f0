// Does a page of this service itself send the request?
//
// A cookie goes along with whatever the browser is told to send. So a request that changes or asks
// something by a cookie must tell that no other site made it.
#pragma once

#include <string_view>

#include "service/message.h"

namespace kring::service::access {

/// By Sec-Fetch-Site, or by Origin where the browser does not send that. False where neither says.
/// `origin` is "https://kring.example.org".
bool is_same_origin(const Headers& headers, std::string_view origin);

}  // namespace kring::service::access
