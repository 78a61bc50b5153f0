#include "catalog/formats/text_cleaning.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMaxReferenceLength = 12;  ///< characters between & and ;
constexpr std::size_t kMaxTagLength = 2'000;     ///< characters between < and >

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

std::string encode_utf8(std::uint32_t code) {
  std::string bytes;
  const auto tail = [&](unsigned shift) {
    bytes.push_back(static_cast<char>(0x80U | ((code >> shift) & 0x3fU)));
  };
  if (code < 0x80) {
    bytes.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    bytes.push_back(static_cast<char>(0xc0U | (code >> 6U)));
    tail(0);
  } else if (code < 0x10000) {
    bytes.push_back(static_cast<char>(0xe0U | (code >> 12U)));
    tail(6);
    tail(0);
  } else {
    bytes.push_back(static_cast<char>(0xf0U | (code >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
  return bytes;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kReferences = {{
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"euro", "€"},   {"pound", "£"},  {"hellip", "…"}, {"ndash", "–"},
    {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
    {"bull", "•"},   {"deg", "°"},    {"eacute", "é"}, {"egrave", "è"}, {"euml", "ë"},
    {"ecirc", "ê"},  {"iuml", "ï"},   {"ouml", "ö"},   {"uuml", "ü"},   {"auml", "ä"},
    {"aacute", "á"}, {"agrave", "à"}, {"ccedil", "ç"},
}};

std::optional<std::string> decode_number(std::string_view digits) {
  const bool is_hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
  digits.remove_prefix(is_hex ? 1 : 0);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
  if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10ffff
      || is_surrogate) {
    return std::nullopt;
  }
  return encode_utf8(code);
}

/// What the reference called `name` (between & and ;) stands for.
std::optional<std::string> decode_reference(std::string_view name) {
  if (name.starts_with("#")) {
    return decode_number(name.substr(1));
  }
  for (const auto& [known, text] : kReferences) {
    if (known == name) {
      return std::string(text);
    }
  }
  return std::nullopt;
}

/// Length of the tag at the start of `text`; 0 where "<" is just a sign, as in "a < b".
std::size_t tag_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') {
    return 0;
  }
  const bool is_tag =
      is_letter(text[1]) || (text[1] == '/' && is_letter(text[2])) || text.starts_with("<!--");
  const std::size_t end = is_tag ? text.substr(0, kMaxTagLength).find('>') : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string tag_name(std::string_view tag) {
  std::size_t at = tag.find_first_not_of("</");
  std::string name;
  while (at < tag.size() && (is_letter(tag[at]) || (tag[at] >= '0' && tag[at] <= '9'))) {
    name.push_back(tag[at++]);
  }
  return lower_case(name);
}

constexpr std::array kBlocks = {"br", "p",  "div", "li", "ul", "ol", "tr",
                                "h1", "h2", "h3",  "h4", "h5", "h6"};

bool breaks_line(std::string_view name) {
  return std::any_of(kBlocks.begin(), kBlocks.end(),
                     [&](const char* block) { return name == block; });
}

/// One step of the reading: how much was read, and what stands there instead.
struct Piece {
  std::size_t length = 1;
  std::string text;
};

Piece read_tag(std::string_view rest, std::size_t length) {
  const std::string name = tag_name(rest.substr(0, length));
  if ((name == "script" || name == "style") && rest[1] != '/') {
    const std::size_t end = rest.find("</" + name, length);
    return {end == std::string_view::npos ? rest.size() : end, ""};
  }
  return {length, breaks_line(name) ? "\n" : ""};
}

Piece read_piece(std::string_view rest) {
  if (rest.starts_with("\\r\\n")) {
    return {4, "\n"};
  }
  if (rest.starts_with("\\n")) {
    return {2, "\n"};
  }
  if (rest.starts_with("\r\n")) {
    return {2, "\n"};
  }
  if (rest.starts_with("\u00a0")) {
    return {2, " "};
  }
  if (rest[0] == '&') {
    const std::size_t end = rest.substr(0, kMaxReferenceLength).find(';');
    const auto decoded =
        end == std::string_view::npos ? std::nullopt : decode_reference(rest.substr(1, end - 1));
    return decoded ? Piece{end + 1, *decoded} : Piece{1, "&"};
  }
  const std::size_t tag = tag_length(rest);
  if (tag > 0) {
    return read_tag(rest, tag);
  }
  return {1, std::string(1, rest[0] == '\r' ? '\n' : rest[0])};
}

/// Cuts blanks at the ends of lines and empty lines beyond one.
std::string tidy_lines(std::string_view text) {
  std::string tidy;
  std::size_t empty_lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) {
      ++empty_lines;
      continue;
    }
    if (!tidy.empty()) {
      tidy += empty_lines > 0 ? "\n\n" : "\n";
    }
    tidy += line;
    empty_lines = 0;
  }
  return tidy;
}

}  // namespace

std::string clean_text(std::string_view raw) {
  std::string plain;
  plain.reserve(raw.size());
  while (!raw.empty()) {
    const Piece piece = read_piece(raw);
    plain += piece.text;
    raw.remove_prefix(std::max<std::size_t>(piece.length, 1));
  }
  return tidy_lines(plain);
}

std::string clean_line(std::string_view raw) {
  std::string line;
  for (const char letter : clean_text(raw)) {
    if (!is_blank(letter)) {
      line.push_back(letter);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return lower;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace kring::catalog::formats
