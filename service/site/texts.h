// In which words does a page speak that the service itself writes?
//
// The pages' own texts (web/texts/): one file a language, one section an area. Whatever file stands
// there is a language of the pages.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/json.h"
#include "catalog/result.h"
#include "engine/plan/sentences.h"
#include "service/web/assets.h"

namespace kring::service {

/// What stands for "{name}" in a text.
using TextFilling = std::pair<std::string_view, std::string>;

class PageTexts {
 public:
  /// requires: `sentences` is one of the files, which is called after `tag`.
  PageTexts(std::string tag, catalog::Json sentences)
      : tag_(std::move(tag)), sentences_(std::move(sentences)) {}

  /// Of the language, BCP 47: "nl".
  [[nodiscard]] const std::string& tag() const { return tag_; }
  /// Of what the service says beside these texts: Dutch beside Dutch, English beside any other.
  [[nodiscard]] catalog::Language language() const;
  /// In which the days and months beside these texts are said.
  [[nodiscard]] const engine::Sentences& dates() const;

  /// The text at `path` ("activity.where.title") with its braces filled; the path itself where
  /// there is none.
  [[nodiscard]] std::string say(std::string_view path,
                                std::initializer_list<TextFilling> fillings = {}) const;

 private:
  std::string tag_;
  catalog::Json sentences_;
};

/// Those among `assets`, Dutch first and then by their tags.
std::vector<PageTexts> read_page_texts(const std::vector<Asset>& assets);

/// Of every language of the pages, in that order.
const std::vector<PageTexts>& all_page_texts();

/// Null where the pages do not speak the language.
const PageTexts* find_page_texts(std::string_view tag);

const PageTexts& page_texts(catalog::Language language);

}  // namespace kring::service
