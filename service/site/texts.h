// In which words does a page speak that the service itself writes?
//
// The pages' own texts (web/texts/): one file a language, one section an area.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::service {

/// What stands for "{name}" in a text.
using TextFilling = std::pair<std::string_view, std::string>;

class PageTexts {
 public:
  /// requires: `sentences` is one of the files.
  PageTexts(catalog::Language language, catalog::Json sentences)
      : language_(language), sentences_(std::move(sentences)) {}

  [[nodiscard]] catalog::Language language() const { return language_; }

  /// The text at `path` ("activity.where.title") with its braces filled; the path itself where
  /// there is none.
  [[nodiscard]] std::string say(std::string_view path,
                                std::initializer_list<TextFilling> fillings = {}) const;

 private:
  catalog::Language language_;
  catalog::Json sentences_;
};

const PageTexts& page_texts(catalog::Language language);

}  // namespace kring::service
