// In which encoding is a text written, and how are words compared that people spell in many ways?
#pragma once

#include <string>
#include <string_view>

#include "catalog/formats/feed_bytes.h"

namespace kring::catalog::formats {

/// `bytes` read as Windows-1252, which office programs write; its few unused bytes become control
/// characters. requires: bytes.size() < 2^31, as for all below
std::string from_windows_1252(std::string_view bytes);

/// `bytes` as valid UTF-8 with LF line ends: told by a byte order mark, by the zero bytes of
/// UTF-16, by being valid UTF-8; what is none of these is Windows-1252. Control characters other
/// than tabs and line ends are left out.
std::string decode_text(std::string_view bytes);

/// What decode_text makes of a text that is UTF-8 without a byte order mark: LF line ends, no
/// control characters.
std::string clean_utf8(std::string_view text);

/// Read line by line, so that memory does not grow with the bytes.
bool is_utf8_throughout(const FeedBytes& bytes);

/// Words in small letters without accents, one blank between them, other signs left out:
/// "Leeftijd (vanaf):" and "leeftijd vanaf" are the same.
std::string fold_words(std::string_view text);

}  // namespace kring::catalog::formats
