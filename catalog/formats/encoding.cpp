#include "catalog/formats/encoding.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "catalog/formats/scratch_bytes.h"
#include "catalog/plain_text.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kSample = 4'096;          ///< bytes in which zero bytes are counted
constexpr std::size_t kPieceBytes = 4'194'304;  ///< converted together, 4 MiB; even
constexpr unsigned char kSurrogateMask = 0xfc;
constexpr unsigned char kLeadingSurrogate = 0xd8;  ///< high byte of U+D800..U+DBFF
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr unsigned char kFirstPrintable = 0x20;
constexpr unsigned char kDelete = 0x7f;
constexpr unsigned char kLatinLead = 0xc2;           ///< of U+0080..U+00BF in UTF-8
constexpr unsigned char kFirstAfterControls = 0xa0;  ///< second byte of U+00A0

std::string to_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::string convert(std::string_view bytes, const char* encoding) {
  return to_utf8({bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding});
}

/// Whether at least a third of every second byte from `first` on is zero, as in Latin letters of
/// UTF-16.
bool has_zeros(std::string_view bytes, std::size_t first) {
  std::size_t zeros = 0;
  const std::size_t end = std::min(bytes.size(), kSample);
  for (std::size_t at = first; at < end; at += 2) {
    zeros += bytes[at] == '\0' ? 1U : 0U;
  }
  return end > 1 && zeros * 6 >= end;
}

bool is_utf8_throughout(const FeedBytes& bytes) {
  const std::string_view text = bytes;
  ReleasedReading reading(bytes);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (!is_utf8(text.substr(at, end - at))) return false;
    at = end;
    reading.pass(at);
  }
  return true;
}

/// Another encoding than UTF-8, by ICU's name, and how many bytes of a mark come before the text.
struct Encoding {
  const char* name;
  std::size_t mark = 0;
};

constexpr Encoding kWindows1252 = {"windows-1252"};

/// Absent where the bytes are not of UTF-16.
std::optional<Encoding> find_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe")) return Encoding{"UTF-16LE", 2};
  if (bytes.starts_with("\xfe\xff")) return Encoding{"UTF-16BE", 2};
  if (has_zeros(bytes, 1)) return Encoding{"UTF-16LE"};
  if (has_zeros(bytes, 0)) return Encoding{"UTF-16BE"};
  return std::nullopt;
}

bool is_windows(const Encoding& encoding) {
  return encoding.name == std::string_view(kWindows1252.name);
}

/// Of Windows-1252, each line by itself: one that is UTF-8 stays.
std::string convert_lines(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(at, end - at);
    text += is_utf8(line) ? std::string(line) : convert(line, kWindows1252.name);
    at = end;
  }
  return text;
}

/// `bytes` without a mark.
std::string convert_from(const Encoding& encoding, std::string_view bytes) {
  return is_windows(encoding) ? convert_lines(bytes) : convert(bytes, encoding.name);
}

std::string to_unicode(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const auto utf16 = find_utf16(bytes);
  if (!utf16 && is_utf8(bytes)) return std::string(bytes);
  const Encoding encoding = utf16.value_or(kWindows1252);
  return convert_from(encoding, bytes.substr(encoding.mark));
}

/// Whether the sign of UTF-16 at `at` is the first half of a pair.
bool begins_pair(std::string_view bytes, std::size_t at, bool is_little) {
  const auto high = static_cast<unsigned char>(bytes[is_little ? at + 1 : at]);
  return (high & kSurrogateMask) == kLeadingSurrogate;
}

/// How many bytes at the front of `bytes` are converted together: no character is cut in two, and
/// no line that is shorter than that.
std::size_t piece_of(std::string_view bytes, const Encoding& encoding) {
  if (bytes.size() <= kPieceBytes) return bytes.size();
  if (is_windows(encoding)) {
    const std::size_t last = bytes.rfind('\n', kPieceBytes - 1);
    return last == std::string_view::npos ? kPieceBytes : last + 1;
  }
  const bool is_little = encoding.name == std::string_view("UTF-16LE");
  return kPieceBytes - (begins_pair(bytes, kPieceBytes - 2, is_little) ? 2 : 0);
}

Problem converted_too_large() {
  const std::string limit = std::to_string(kMaxConvertedBytes / 1'048'576) + " MiB";
  return {"text_too_large",
          "",
          {"omgezet naar UTF-8 is dit bestand groter dan " + limit + ". Splits het.",
           "converted to UTF-8, this file is larger than " + limit + ". Split it."}};
}

/// The fewest bytes of UTF-8 that so many bytes of another encoding become.
std::size_t least_converted(std::size_t bytes, const Encoding& encoding) {
  return is_windows(encoding) ? bytes : bytes / 2;
}

Result<FeedBytes> convert_in_pieces(const FeedBytes& bytes, const Encoding& encoding) {
  ScratchBytes converted;
  ReleasedReading reading(bytes);
  for (std::size_t at = encoding.mark; at < bytes.size();) {
    const std::string_view rest = bytes.view().substr(at);
    if (converted.size() + least_converted(rest.size(), encoding) > kMaxConvertedBytes) {
      return converted_too_large();
    }
    const std::string_view piece = rest.substr(0, piece_of(rest, encoding));
    converted.write(convert_from(encoding, piece));
    at += piece.size();
    reading.pass(at);
  }
  return converted.finish();
}

/// The bytes of the control character at the start of `text` that a table has no use for; 0 where
/// there is none.
std::size_t control_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte == kLatinLead && text.size() > 1
      && static_cast<unsigned char>(text[1]) < kFirstAfterControls) {
    return 2;
  }
  const bool is_control =
      (byte < kFirstPrintable && byte != '\t' && byte != '\n') || byte == kDelete;
  return is_control ? 1 : 0;
}

}  // namespace

std::string decode_text(std::string_view bytes) {
  return clean_utf8(to_unicode(bytes));
}

std::string clean_utf8(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    if (rest[0] == '\r') {
      rest.remove_prefix(rest.starts_with("\r\n") ? 2U : 1U);
      clean.push_back('\n');
      continue;
    }
    const std::size_t control = control_length(rest);
    if (control == 0) {
      clean.push_back(rest[0]);
    }
    rest.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return clean;
}

Result<Utf8Bytes> as_utf8(const FeedBytes& bytes) {
  const auto utf16 = find_utf16(bytes);
  if (!utf16 && is_utf8_throughout(bytes)) return Utf8Bytes{bytes};
  const Encoding encoding = utf16.value_or(kWindows1252);
  if (bytes.size() >= kMappedFrom) {
    Result<FeedBytes> converted = convert_in_pieces(bytes, encoding);
    if (!converted) return converted.error();
    return Utf8Bytes{std::move(converted).value(), true};
  }
  return Utf8Bytes{FeedBytes(convert_from(encoding, bytes.view().substr(encoding.mark))), true};
}

std::string fold_words(std::string_view text) {
  UErrorCode fault = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(fault);
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(fault) != 0) {
    letters = normalizer->normalize(letters, fault);
  }
  letters.foldCase();
  icu::UnicodeString folded;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 letter = letters.char32At(at);
    if (u_isalnum(letter) != 0) {
      folded.append(letter);
    } else if (u_charType(letter) != U_NON_SPACING_MARK && folded.length() > 0
               && folded[folded.length() - 1] != u' ') {
      folded.append(u' ');
    }
  }
  return to_utf8(folded.trim());
}

}  // namespace kring::catalog::formats
