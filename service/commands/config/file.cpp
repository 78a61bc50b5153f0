#include "service/commands/config/file.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace kring::service::config {
namespace {

using catalog::Problem;

constexpr unsigned char kFirstBeyondAscii = 0x80;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  ///< editors put it first

Problem make_unreadable(const std::string& path) {
  return {"unreadable_config",
          "",
          {fmt::format("{} kan niet worden gelezen. Controleer het pad en de rechten.", path),
           fmt::format("{} cannot be read. Check the path and its access rights.", path)}};
}

Problem make_too_large(const std::string& path) {
  return {"config_too_large",
          "",
          {fmt::format("{} is te groot. Houd het bestand onder {} bytes en {} punten.", path,
                       kMaxBytes, kMaxDots),
           fmt::format("{} is too large. Keep the file below {} bytes and {} dots.", path,
                       kMaxBytes, kMaxDots)}};
}

Problem make_no_toml(const std::string& name, const toml::parse_error& error) {
  const auto place = error.source().begin;
  return {"bad_config",
          "",
          {fmt::format("{} regel {} kolom {}: dit is geen TOML. Zet teksten tussen "
                       "aanhalingstekens en elke sleutel op een eigen regel ({}).",
                       name, place.line, place.column, error.description()),
           fmt::format("{} line {} column {}: this is no TOML. Put texts between quotes and each "
                       "key on a line of its own ({}).",
                       name, place.line, place.column, error.description())}};
}

/// Behind the string whose first quote stands at `at`; one that does not end goes to the end of its
/// line, where the library refuses it, or of the text.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string long_mark(3, quote);
  const bool is_long = text.substr(at).starts_with(long_mark);
  const std::string mark = is_long ? long_mark : std::string(1, quote);
  at += mark.size();
  while (at < text.size() && !text.substr(at).starts_with(mark) && (is_long || text[at] != '\n')) {
    const bool is_escape = quote == '"' && text[at] == '\\';
    at += is_escape ? std::size_t{2} : std::size_t{1};
  }
  at += mark.size();
  // A long string may itself end with two quotes.
  while (is_long && at < text.size() && text[at] == quote)
    ++at;
  return std::min(at, text.size());
}

/// Where a letter beyond ASCII stands outside strings and comments, where TOML has none. The
/// library does not look for that safely: its test for blanks has no answer for U+00A1 to U+0499.
std::optional<std::size_t> find_bare_letter(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= kFirstBeyondAscii) return at;
    if (byte == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (byte == '"' || byte == '\'') {
      at = skip_string(text, at);
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

Problem make_bare_letter(const File& file, std::size_t at) {
  const auto begin = file.text.begin();
  const auto line = 1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n');
  return {"bad_config",
          "",
          {fmt::format("{} regel {}: zet letters als é tussen aanhalingstekens.", file.name, line),
           fmt::format("{} line {}: put letters such as é between quotes.", file.name, line)}};
}

Value to_value(const toml::node& node) {
  Value value;
  value.line = node.source().begin.line;
  if (const auto* text = node.as_string()) {
    value.kind = Kind::kText;
    value.text = text->get();
  } else if (const auto* list = node.as_array()) {
    value.kind = Kind::kList;
    for (const toml::node& item : *list) {
      value.items.push_back(to_value(item));
    }
  } else if (const auto* table = node.as_table()) {
    value.kind = Kind::kTable;
    for (const auto& [key, entry] : *table) {
      value.items.push_back(to_value(entry));
      value.items.back().key = key.str();
      value.items.back().line = key.source().begin.line;
    }
  }
  return value;
}

}  // namespace

catalog::Result<File> load_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text(kMaxBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  // A folder opens but gives no bytes.
  if (!stream.eof() && stream.gcount() == 0) return make_unreadable(path);
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kMaxBytes) return make_too_large(path);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return File{path, std::move(text)};
}

catalog::Result<Value> parse_file(const File& file) {
  const auto dots = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '.'));
  if (file.text.size() > kMaxBytes || dots > kMaxDots) return make_too_large(file.name);
  if (const auto at = find_bare_letter(file.text)) return make_bare_letter(file, *at);
  const auto parsed = toml::parse(std::string_view(file.text));
  if (parsed.failed()) return make_no_toml(file.name, parsed.error());
  return to_value(parsed.table());
}

}  // namespace kring::service::config
