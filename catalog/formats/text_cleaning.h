// How does text of a feed become plain text?
#pragma once

#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// Plain text: HTML reduced to its words (blocks and breaks become line ends), character references
/// decoded, a written-out
/// "\n" and CRLF made line ends, padding blanks cut.
std::string clean_text(std::string_view raw);

/// As clean_text, on one line: for names and addresses.
std::string clean_line(std::string_view raw);

/// ASCII letters made small; other bytes stay.
std::string lower_case(std::string_view text);

/// Without blanks, tabs and line ends around it.
std::string_view trim(std::string_view text);

}  // namespace kring::catalog::formats
