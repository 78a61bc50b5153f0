// Which id does an activity get?
//
// The feed's own id where that is a uuid; else the uuid v5 (RFC 4122, SHA-1) of "source\nkey" in
// kIdNamespace, so that the same record of the same source has the same id in every catalogue.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kring::catalog::store {

/// The namespace of all ids that Kring makes. Never changes: ids in the world depend on it.
inline constexpr std::string_view kIdNamespace = "5b0e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604";

/// `text` as a uuid in lower case (8-4-4-4-12, any letter case); absent for anything else.
std::optional<std::string> parse_uuid(std::string_view text);

/// The uuid v5 of `name` in kIdNamespace.
std::string make_named_uuid(std::string_view name);

std::string make_random_uuid();

}  // namespace kring::catalog::store
