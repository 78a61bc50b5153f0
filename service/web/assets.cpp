// Which files of the pages travel inside the program?
#include "service/web/assets.h"

namespace kring::service {

// Of kring_embed().
std::string_view index_html();
std::string_view style_css();
std::string_view app_js();
std::string_view answer_js();
std::string_view form_js();
std::string_view texts_js();
std::string_view icon_svg();
std::string_view example_json();

namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kSvg = "image/svg+xml";
constexpr std::string_view kJson = "application/json";

}  // namespace

std::vector<Asset> web_assets() {
  return {
      {"/", kHtml, index_html()},
      {"/assets/style.css", kCss, style_css()},
      {"/assets/app.js", kScript, app_js()},
      {"/assets/answer.js", kScript, answer_js()},
      {"/assets/form.js", kScript, form_js()},
      {"/assets/texts.js", kScript, texts_js()},
      {"/assets/icon.svg", kSvg, icon_svg()},
      {"/assets/example.json", kJson, example_json()},
  };
}

}  // namespace kring::service
