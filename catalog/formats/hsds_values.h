// How is a value of a feed written so that the schemas of HSDS take it?
//
// Each gives what HSDS accepts and means the same; absent where that cannot be had without
// guessing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/json.h"

namespace kring::catalog::formats {

/// A URI of RFC 3986: "toronto.ca/hall" gets "http://" in front, and what may not stand in a URI
/// its percent sign.
std::optional<std::string> write_uri(std::string_view text);

/// The address itself, where it is one that mail can be sent to.
std::optional<std::string> write_email(std::string_view text);

/// RFC 3339 with a zone; a day alone is its midnight UTC.
std::optional<std::string> write_moment(std::string_view text);

/// The number that `value` is or spells.
std::optional<Json> write_number(const Json& value);

/// The text that `value` is, or its spelling where it is a number.
std::optional<std::string> write_text(const Json& value);

/// The one of `words` ("WEEKLY|MONTHLY") that `text` is, in whatever case, or means as a status.
std::optional<std::string> write_word(std::string_view text, std::string_view words);

}  // namespace kring::catalog::formats
