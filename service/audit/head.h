// Which line is the last, so that a cut-off tail is missed?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/audit/chain.h"

namespace kring::service::audit {

/// Stands beside the trail's file.
std::string head_path(const std::string& trail);

/// "00000000000000000042 <hash>\n"; always as long, so that it is written over in one piece.
std::string write_head(const Link& last);
std::optional<Link> parse_head(std::string_view text);

}  // namespace kring::service::audit
