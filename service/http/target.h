// Which path and query does a request target name?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/message.h"

namespace kring::service {

struct Target {
  std::vector<std::string> segments;
  std::vector<QueryParameter> query;
  std::string authority;  ///< of an absolute target ("http://host:1/x"), else ""
};

/// Reads origin-form ("/a/b?c=d"), absolute-form and "*". Everything is percent-decoded once.
/// Absent where the target has a character RFC 3986 does not allow, a bad percent sign, a dot
/// segment, a control character or bytes that are no UTF-8.
std::optional<Target> parse_target(std::string_view text);

}  // namespace kring::service
