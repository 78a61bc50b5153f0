#include "service/site/theme.h"

#include <cstddef>
#include <string_view>

#include "service/html.h"

namespace kring::service {
namespace {

constexpr std::string_view kStyle = "/assets/theme.css";
constexpr std::string_view kNeutralClasses = "utrecht-theme voorbeeld-theme";

std::string write_attribute(std::string_view name, const std::string& value) {
  return " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

/// The page with the theme's body; anything else stays as it is.
void dress_page(std::string& html, const Theme& theme) {
  static const std::string kPlain = write_body_start(nullptr);
  const std::size_t at = html.find(kPlain);
  if (at != std::string::npos) html.replace(at, kPlain.size(), write_body_start(&theme));
}

}  // namespace

std::string write_body_start(const Theme* theme) {
  std::string classes(kNeutralClasses);
  if (theme == nullptr) return "<body" + write_attribute("class", classes) + ">";
  classes += " own-theme " + theme->class_name;
  std::string html = "<body" + write_attribute("class", classes);
  if (!theme->name.empty()) html += write_attribute("data-organization", theme->name);
  if (theme->logo) html += write_attribute("data-logo", theme->logo->path);
  return html + ">";
}

std::vector<Asset> dress_assets(const Theme* theme) {
  std::vector<Asset> assets = web_assets();
  if (theme == nullptr) return assets;
  for (Asset& asset : assets) {
    if (asset.path == kStyle) asset.content += "\n" + theme->css;
    if (asset.content_type.starts_with("text/html")) dress_page(asset.content, *theme);
  }
  if (theme->logo) assets.push_back(*theme->logo);
  return assets;
}

}  // namespace kring::service
