// In which encoding is a text written, and how are words compared that people spell in many ways?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "catalog/formats/feed_bytes.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

/// `bytes` as valid UTF-8 with LF line ends: told by a byte order mark, by the zero bytes of
/// UTF-16, by being valid UTF-8; where it is none of these, each line by itself is UTF-8 or else
/// Windows-1252, for tables are put together of rows of both. Control characters other than tabs
/// and line ends are left out. requires: bytes.size() < 2^31, as for clean_utf8 and
/// fold_words
std::string decode_text(std::string_view bytes);

/// What decode_text makes of a text that is UTF-8 without a byte order mark: LF line ends, no
/// control characters.
std::string clean_utf8(std::string_view text);

inline constexpr std::size_t kMaxConvertedBytes = 4'294'967'296;  ///< one text in UTF-8, 4 GiB

/// A file's bytes as UTF-8.
struct Utf8Bytes {
  FeedBytes bytes;             ///< those of the file where it is UTF-8 itself
  bool was_converted = false;  ///< of another encoding, told as decode_text does
};

/// Read and converted piece by piece, so that memory does not grow with the bytes: the text of a
/// large file that is no UTF-8 stands in a temporary file for as long as it is used. Nothing is
/// cleaned. A problem where it takes more than kMaxConvertedBytes. Throws Error where there is no
/// room for that file.
Result<Utf8Bytes> as_utf8(const FeedBytes& bytes);

/// Words in small letters without accents, one blank between them, other signs left out:
/// "Leeftijd (vanaf):" and "leeftijd vanaf" are the same.
std::string fold_words(std::string_view text);

}  // namespace kring::catalog::formats
