#include "service/commands/config/file.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "catalog/plain_text.h"

namespace kring::service::config {
namespace {

using catalog::Problem;

constexpr unsigned char kFirstBeyondAscii = 0x80;
constexpr char kMark = '~';
constexpr std::size_t kMarkedSize = 3;
constexpr int kHexadecimal = 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  ///< editors put it first

/// The text in ASCII: a byte beyond it, and the mark itself, becomes the mark and two digits. What
/// the library takes for letters or blanks is not defined for every character beyond ASCII.
std::string to_ascii(std::string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < kFirstBeyondAscii && letter != kMark) {
      ascii += letter;
    } else {
      fmt::format_to(std::back_inserter(ascii), "{}{:02X}", kMark, byte);
    }
  }
  return ascii;
}

/// What `to_ascii` was given.
std::string from_ascii(std::string_view ascii) {
  std::string text;
  while (!ascii.empty()) {
    unsigned char byte = 0;
    const bool is_marked = ascii.front() == kMark && ascii.size() >= kMarkedSize;
    if (is_marked
        && std::from_chars(&ascii[1], &ascii[1] + 2, byte, kHexadecimal).ec == std::errc{}) {
      text += static_cast<char>(byte);
      ascii.remove_prefix(kMarkedSize);
    } else {
      text += ascii.front();
      ascii.remove_prefix(1);
    }
  }
  return text;
}

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

Problem make_no_utf8(const std::string& name) {
  return {"bad_config",
          "",
          {fmt::format("{} is geen UTF-8. Bewaar het bestand als UTF-8.", name),
           fmt::format("{} is not UTF-8. Save the file as UTF-8.", name)}};
}

Problem make_no_toml(const std::string& name, const toml::parse_error& error) {
  const auto line = error.source().begin.line;
  const std::string reason = from_ascii(error.description());
  return {"bad_config",
          "",
          {fmt::format("{} regel {}: dit is geen TOML. Zet teksten tussen aanhalingstekens en elke "
                       "sleutel op een eigen regel ({}).",
                       name, line, reason),
           fmt::format("{} line {}: this is no TOML. Put texts between quotes and each key on a "
                       "line of its own ({}).",
                       name, line, reason)}};
}

Value to_value(const toml::node& node) {
  Value value;
  value.line = node.source().begin.line;
  if (const auto* text = node.as_string()) {
    value.kind = Kind::kText;
    value.text = from_ascii(text->get());
  } else if (const auto* list = node.as_array()) {
    value.kind = Kind::kList;
    for (const toml::node& item : *list) {
      value.items.push_back(to_value(item));
    }
  } else if (const auto* table = node.as_table()) {
    value.kind = Kind::kTable;
    for (const auto& [key, entry] : *table) {
      value.items.push_back(to_value(entry));
      value.items.back().key = from_ascii(key.str());
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
  if (!catalog::is_utf8(file.text)) return make_no_utf8(file.name);
  const auto parsed = toml::parse(to_ascii(file.text));
  if (parsed.failed()) return make_no_toml(file.name, parsed.error());
  return to_value(parsed.table());
}

}  // namespace kring::service::config
