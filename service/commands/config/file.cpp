#include "service/commands/config/file.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace kring::service::config {
namespace {

using catalog::Problem;

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
  return File{path, std::move(text)};
}

catalog::Result<Value> parse_file(const File& file) {
  const auto dots = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '.'));
  if (file.text.size() > kMaxBytes || dots > kMaxDots) return make_too_large(file.name);
  const auto parsed = toml::parse(std::string_view(file.text));
  if (parsed.failed()) return make_no_toml(file.name, parsed.error());
  return to_value(parsed.table());
}

}  // namespace kring::service::config
