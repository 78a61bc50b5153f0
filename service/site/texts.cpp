#include "service/site/texts.h"

#include <algorithm>
#include <cassert>

#include "service/problem_response.h"
#include "service/web/assets.h"

namespace kring::service {
namespace {

PageTexts read_texts(catalog::Language language) {
  const Asset* const asset = find_asset("/assets/texts/" + std::string(tag_of(language)) + ".json");
  assert(asset != nullptr && "the pages have every language");
  return {language, catalog::parse_json(asset->content).value()};
}

std::string fill(std::string_view text, std::initializer_list<TextFilling> fillings) {
  std::string filled(text);
  for (const auto& [name, value] : fillings) {
    const std::string mark = "{" + std::string(name) + "}";
    const std::size_t at = filled.find(mark);
    if (at != std::string::npos) filled.replace(at, mark.size(), value);
  }
  return filled;
}

}  // namespace

std::string PageTexts::say(std::string_view path,
                           std::initializer_list<TextFilling> fillings) const {
  const catalog::Json* at = &sentences_;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    at = &(*at)[rest.substr(0, dot)];
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  const auto text = at->string();
  return text ? fill(*text, fillings) : std::string(path);
}

const PageTexts& page_texts(catalog::Language language) {
  static const PageTexts kDutch = read_texts(catalog::Language::kDutch);
  static const PageTexts kEnglish = read_texts(catalog::Language::kEnglish);
  return language == catalog::Language::kEnglish ? kEnglish : kDutch;
}

}  // namespace kring::service
