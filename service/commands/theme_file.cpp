#include "service/commands/theme_file.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "catalog/plain_text.h"
#include "service/commands/theme_css.h"
#include "service/site/small_file.h"

namespace kring::service {
namespace {

namespace fs = std::filesystem;

using catalog::Problem;
using catalog::Problems;

/// A kind of picture that a logo may be.
struct LogoKind {
  const char* file;
  const char* content_type;
};
constexpr std::array<LogoKind, 2> kLogos = {
    {{"logo.svg", "image/svg+xml"}, {"logo.png", "image/png"}}};

Problem make_problem(const std::string& code, const std::string& nl, const std::string& en) {
  return {code, "", {nl, en}};
}

/// The bytes of a file, of which there are at most `limit`; else a fault goes to `problems`.
std::optional<std::string> read_bytes(const fs::path& path, std::size_t limit, Problems& problems) {
  std::string bytes = read_small_file(path, limit);
  const std::string name = path.string();
  if (bytes.empty()) {
    problems.push_back(make_problem(
        "unreadable_theme", name + " is er niet, is leeg of is niet te lezen. Controleer het pad.",
        name + " is not there, is empty or cannot be read. Check the path."));
    return std::nullopt;
  }
  if (bytes.size() > limit) {
    problems.push_back(
        make_problem("theme_too_large",
                     fmt::format("{} is te groot. Houd het bestand onder {} bytes.", name, limit),
                     fmt::format("{} is too large. Keep the file below {} bytes.", name, limit)));
    return std::nullopt;
  }
  return bytes;
}

void read_css(const fs::path& path, Theme& theme, Problems& problems) {
  auto css = read_bytes(path, kMaxThemeBytes, problems);
  if (!css) return;
  if (!catalog::is_utf8(*css)) {
    problems.push_back(make_problem("unreadable_theme",
                                    path.string() + " is geen UTF-8. Bewaar het zo.",
                                    path.string() + " is not UTF-8. Save it so."));
    return;
  }
  auto name = find_theme_class(*css, path.string());
  if (!name) {
    problems.insert(problems.end(), name.error().begin(), name.error().end());
    return;
  }
  theme.css = *std::move(css);
  theme.class_name = *std::move(name);
}

void read_name(const fs::path& path, Theme& theme, Problems& problems) {
  auto name = read_bytes(path, kMaxThemeName + 2, problems);
  if (!name) return;
  while (name->ends_with('\n') || name->ends_with('\r'))
    name->pop_back();
  if (name->empty() || name->size() > kMaxThemeName || !catalog::is_plain_text(*name)) {
    problems.push_back(make_problem(
        "bad_theme_name",
        fmt::format("{}: schrijf de naam op één regel van hoogstens {} bytes, in UTF-8.",
                    path.string(), kMaxThemeName),
        fmt::format("{}: write the name on one line of {} bytes at most, in UTF-8.", path.string(),
                    kMaxThemeName)));
    return;
  }
  theme.name = *std::move(name);
}

/// Whether the picture is what its name says, and nothing more.
bool check_logo(const fs::path& path, std::string_view bytes, Problems& problems) {
  const std::string name = path.string();
  const bool is_svg = path.extension() == ".svg";
  const bool is_picture =
      is_svg ? catalog::is_utf8(bytes) && bytes.find("<svg") != std::string_view::npos
             : is_png(bytes);
  if (!is_picture) {
    problems.push_back(make_problem("bad_logo",
                                    name + " is geen plaatje van die soort. Bewaar het opnieuw.",
                                    name + " is no picture of that kind. Save it anew."));
    return false;
  }
  const std::size_t line = is_svg ? find_outside_line(bytes) : 0;
  if (line == 0) return true;
  problems.push_back(make_problem(
      "bad_logo",
      fmt::format("{} regel {}: een logo heeft geen script en leidt nergens heen. Bewaar het als "
                  "eenvoudige SVG.",
                  name, line),
      fmt::format("{} line {}: a logo has no script and leads nowhere. Save it as plain SVG.", name,
                  line)));
  return false;
}

void read_logo(const fs::path& folder, Theme& theme, Problems& problems) {
  for (const LogoKind& kind : kLogos) {
    const fs::path path = folder / kind.file;
    std::error_code ignored;
    if (!fs::exists(path, ignored) || theme.logo) continue;
    auto bytes = read_bytes(path, kMaxLogoBytes, problems);
    if (!bytes || !check_logo(path, *bytes, problems)) return;
    theme.logo = {std::string("/assets/") + kind.file, kind.content_type, *std::move(bytes)};
  }
}

void read_folder(const fs::path& folder, Theme& theme, Problems& problems) {
  const fs::path name = folder / "name.txt";
  std::error_code ignored;
  const bool is_named = fs::exists(name, ignored);
  read_css(folder / "theme.css", theme, problems);
  if (is_named) read_name(name, theme, problems);
  read_logo(folder, theme, problems);
  if (theme.logo && !is_named) {
    problems.push_back(make_problem(
        "nameless_logo",
        folder.string() + ": schrijf de naam bij het logo in name.txt; wie niet ziet hoort die.",
        folder.string() + ": write the logo's name in name.txt; who cannot see hears that."));
  }
}

}  // namespace

catalog::Result<Theme> load_theme(const std::string& path) {
  Theme theme;
  Problems problems;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    read_folder(path, theme, problems);
  } else {
    read_css(path, theme, problems);
  }
  if (!problems.empty()) return problems;
  return theme;
}

}  // namespace kring::service
