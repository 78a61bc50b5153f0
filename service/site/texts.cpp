#include "service/site/texts.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "service/problem_response.h"

namespace kring::service {
namespace {

constexpr std::string_view kFolder = "/assets/texts/";
constexpr std::string_view kEnding = ".json";

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

catalog::Language PageTexts::language() const {
  return tag_ == tag_of(catalog::Language::kDutch) ? catalog::Language::kDutch
                                                   : catalog::Language::kEnglish;
}

const engine::Sentences& PageTexts::dates() const {
  const auto languages = engine::sheet_languages();
  const bool is_known = std::find(languages.begin(), languages.end(), tag_) != languages.end();
  return engine::sentences_in(is_known ? std::string_view(tag_) : tag_of(language()));
}

std::vector<PageTexts> read_page_texts(const std::vector<Asset>& assets) {
  std::vector<PageTexts> all;
  for (const Asset& asset : assets) {
    if (!asset.path.starts_with(kFolder)) continue;
    const std::size_t length = asset.path.size() - kFolder.size() - kEnding.size();
    all.emplace_back(asset.path.substr(kFolder.size(), length),
                     catalog::parse_json(asset.content).value());
  }
  const auto is_dutch = [](const PageTexts& texts) {
    return texts.tag() == tag_of(catalog::Language::kDutch);
  };
  std::sort(all.begin(), all.end(), [&](const PageTexts& one, const PageTexts& other) {
    if (is_dutch(one) != is_dutch(other)) return is_dutch(one);
    return one.tag() < other.tag();
  });
  return all;
}

const std::vector<PageTexts>& all_page_texts() {
  static const std::vector<PageTexts> kAll = read_page_texts(web_assets());
  return kAll;
}

const PageTexts* find_page_texts(std::string_view tag) {
  const auto& all = all_page_texts();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [tag](const PageTexts& texts) { return texts.tag() == tag; });
  return found == all.end() ? nullptr : &*found;
}

const PageTexts& page_texts(catalog::Language language) {
  const PageTexts* const texts = find_page_texts(tag_of(language));
  assert(texts != nullptr && "the pages speak the languages of the service");
  return *texts;
}

}  // namespace kring::service
