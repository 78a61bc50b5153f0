#include "service/commands/theme_css.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

namespace kring::service {
namespace {

using catalog::Problems;

constexpr std::string_view kEnding = "-theme";
constexpr std::size_t kEscapeDigits = 6;  ///< at most, CSS Syntax 3 section 4.3.7
constexpr unsigned kLastAscii = 0x7F;
constexpr unsigned kHexadecimal = 16;

/// What makes a browser fetch another file. CSS Values 4 section 4.5, CSS Images 4 section 2.
constexpr auto kFetching = std::to_array<std::string_view>(
    {"@import", "@font-face", "url(", "src(", "image(", "image-set("});
/// What makes a picture more than a picture.
constexpr auto kActive = std::to_array<std::string_view>(
    {"<script", "<foreignobject", "<!entity", "<?xml-stylesheet", "@import", "javascript:"});

bool is_digit(char letter) {
  return std::isxdigit(static_cast<unsigned char>(letter)) != 0;
}

char to_small(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool is_name(char letter) {
  return letter == '-' || letter == '_' || std::isalnum(static_cast<unsigned char>(letter)) != 0;
}

/// The letter of an escape whose backslash stands before `rest`, which then begins behind it.
char take_escape(std::string_view& rest) {
  unsigned code = 0;
  std::size_t digits = 0;
  for (; digits < kEscapeDigits && digits < rest.size() && is_digit(rest[digits]); ++digits) {
    const char digit = to_small(rest[digits]);
    code =
        code * kHexadecimal + static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  }
  const char escaped = rest.empty() ? ' ' : rest.front();
  rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(digits, 1)));
  if (digits == 0) return escaped;
  static constexpr std::string_view kBlanks = " \t\n";
  if (!rest.empty() && kBlanks.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
  return code <= kLastAscii ? static_cast<char>(code) : '?';
}

/// The comment at the start of `rest` as its line ends, which then begins behind it.
std::string take_comment(std::string_view& rest) {
  const std::size_t end = rest.find("*/", 2);
  const std::string_view comment = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
  const auto lines = std::count(comment.begin(), comment.end(), '\n');
  return " " + std::string(static_cast<std::size_t>(lines), '\n');
}

/// With one sign for the end of a line, as CSS Syntax 3.3 has it.
std::string with_plain_lines(std::string_view css) {
  std::string lines;
  for (std::size_t at = 0; at < css.size(); ++at) {
    const bool is_pair = css[at] == '\r' && at + 1 < css.size() && css[at + 1] == '\n';
    if (is_pair) continue;
    lines += css[at] == '\r' || css[at] == '\f' ? '\n' : css[at];
  }
  return lines;
}

/// The sheet as a browser reads it: without comments and escapes, in small letters, with its lines.
std::string to_plain(std::string_view rest) {
  std::string plain;
  char quote = '\0';
  while (!rest.empty()) {
    if (quote == '\0' && rest.starts_with("/*")) {
      plain += take_comment(rest);
      continue;
    }
    const char letter = rest.front();
    rest.remove_prefix(1);
    if (letter == '\\') {
      plain += to_small(take_escape(rest));
      continue;
    }
    if (letter == quote || letter == '\n') {
      quote = '\0';
    } else if (quote == '\0' && (letter == '"' || letter == '\'')) {
      quote = letter;
    }
    plain += to_small(letter);
  }
  return plain;
}

std::size_t line_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

Problems find_fetching(std::string_view plain, const std::string& file) {
  Problems problems;
  for (const std::string_view word : kFetching) {
    const std::size_t at = plain.find(word);
    if (at == std::string_view::npos) continue;
    const std::size_t line = line_of(plain, at);
    problems.push_back(
        {"theme_fetches",
         "",
         {fmt::format("{} regel {}: een thema haalt geen andere bestanden op. Haal {} weg.", file,
                      line, word),
          fmt::format("{} line {}: a theme fetches no other files. Take {} out.", file, line,
                      word)}});
  }
  return problems;
}

bool has_open_braces(std::string_view plain) {
  return std::count(plain.begin(), plain.end(), '{') != std::count(plain.begin(), plain.end(), '}');
}

/// With the letters as the sheet has them: classes tell small letters from capitals.
std::string find_class(std::string_view css) {
  for (std::size_t at = css.find(kEnding); at != std::string_view::npos;
       at = css.find(kEnding, at + 1)) {
    const std::size_t end = at + kEnding.size();
    if (end < css.size() && is_name(css[end])) continue;
    std::size_t begin = at;
    while (begin > 0 && is_name(css[begin - 1]))
      --begin;
    if (begin > 0 && css[begin - 1] == '.') return std::string(css.substr(begin, end - begin));
  }
  return "";
}

/// Where the value of an address begins that leads out of the picture.
bool leads_out(std::string_view value) {
  const std::size_t first = value.find_first_not_of("\"' \t\r\n=(");
  return first != std::string_view::npos && value[first] != '#';
}

}  // namespace

catalog::Result<std::string> find_theme_class(std::string_view css, const std::string& file) {
  const std::string plain = to_plain(with_plain_lines(css));
  Problems problems = find_fetching(plain, file);
  if (has_open_braces(plain)) {
    problems.push_back({"theme_breaks_off",
                        "",
                        {file + ": er zijn meer of minder { dan }. Maak het bestand heel.",
                         file + ": there are more or fewer { than }. Complete the file."}});
  }
  std::string name = find_class(css);
  if (name.empty() || plain.find("--") == std::string::npos) {
    problems.push_back(
        {"no_theme",
         "",
         {file
              + ": zet de tokens onder een klasse die op -theme eindigt, zoals .gemeente-theme { "
                "--basis-color-…: …; }.",
          file
              + ": put the tokens under a class that ends in -theme, as .gemeente-theme { "
                "--basis-color-…: …; }."}});
  }
  if (!problems.empty()) return problems;
  return name;
}

std::size_t find_outside_line(std::string_view svg) {
  std::string plain(svg);
  std::transform(plain.begin(), plain.end(), plain.begin(), to_small);
  for (const std::string_view word : kActive) {
    const std::size_t at = plain.find(word);
    if (at != std::string::npos) return line_of(plain, at);
  }
  for (const std::string_view word : {std::string_view("href"), std::string_view("url(")}) {
    for (std::size_t at = plain.find(word); at != std::string::npos;
         at = plain.find(word, at + 1)) {
      if (leads_out(std::string_view(plain).substr(at + word.size()))) return line_of(plain, at);
    }
  }
  return 0;
}

}  // namespace kring::service
