// How is text put into a page, and how does a policy name the page's own style?
#pragma once

#include <string>
#include <string_view>

namespace kring::service {

/// `text` for use between tags and in attributes in double quotes.
std::string escape_html(std::string_view text);

/// The SHA-256 of a style, in hexadecimal digits, as a Content-Security-Policy names it:
/// "'sha256-…'".
std::string style_source(std::string_view sha256);

}  // namespace kring::service
