// Which files of the pages travel inside the program?
#include "service/web/assets.h"

// NOLINTBEGIN(readability-identifier-naming): names of kring_embed()
extern "C" {
extern const char kring_index_html_begin[];
extern const char kring_index_html_end[];
extern const char kring_style_css_begin[];
extern const char kring_style_css_end[];
extern const char kring_app_js_begin[];
extern const char kring_app_js_end[];
extern const char kring_answer_js_begin[];
extern const char kring_answer_js_end[];
extern const char kring_form_js_begin[];
extern const char kring_form_js_end[];
extern const char kring_texts_js_begin[];
extern const char kring_texts_js_end[];
extern const char kring_icon_svg_begin[];
extern const char kring_icon_svg_end[];
extern const char kring_example_json_begin[];
extern const char kring_example_json_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace kring::service {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kSvg = "image/svg+xml";
constexpr std::string_view kJson = "application/json";

}  // namespace

std::vector<Asset> web_assets() {
  return {
      {"/", kHtml, {kring_index_html_begin, kring_index_html_end}},
      {"/assets/style.css", kCss, {kring_style_css_begin, kring_style_css_end}},
      {"/assets/app.js", kScript, {kring_app_js_begin, kring_app_js_end}},
      {"/assets/answer.js", kScript, {kring_answer_js_begin, kring_answer_js_end}},
      {"/assets/form.js", kScript, {kring_form_js_begin, kring_form_js_end}},
      {"/assets/texts.js", kScript, {kring_texts_js_begin, kring_texts_js_end}},
      {"/assets/icon.svg", kSvg, {kring_icon_svg_begin, kring_icon_svg_end}},
      {"/assets/example.json", kJson, {kring_example_json_begin, kring_example_json_end}},
  };
}

}  // namespace kring::service
