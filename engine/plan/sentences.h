// How are a plan's fixed sentences said in the language of the sheet?
//
// The sentences are data: one file a language in engine/plan/sentences/, called after its code, the
// same keys in each. Whatever file stands there is a language of sheets.
// What stands in braces is filled in. Where a file speaks in other manners too ("je"), those
// sentences stand under its "variants" that are other.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/quantity.h"
#include "engine/profile.h"

namespace kring::engine {

/// What stands for "{key}" in a sentence.
using Filling = std::pair<std::string_view, std::string>;

class Sentences {
 public:
  /// In the manner `variant` where the document has it. requires: `document` is the file of
  /// sentences that is called after `language`.
  Sentences(std::string_view language, std::string_view document, std::string_view variant = "");

  [[nodiscard]] const std::string& language() const { return language_; }  ///< BCP 47
  [[nodiscard]] bool is_right_to_left() const { return is_right_to_left_; }
  /// Whether somebody who speaks the language has read them; else they are a machine's.
  [[nodiscard]] bool is_checked() const { return is_checked_; }

  /// The sentence with its braces filled. In a language from right to left each filling is
  /// isolated (U+2068, U+2069), so that names and numbers keep their own direction.
  /// requires: has(key)
  [[nodiscard]] std::string say(std::string_view key,
                                std::initializer_list<Filling> fillings = {}) const;
  /// What a concept that is a wish is called; absent in Dutch and English, which the vocabulary
  /// speaks itself, and for a concept that the file does not know.
  [[nodiscard]] std::optional<std::string> find_wish(std::string_view concept_id) const;
  [[nodiscard]] bool has(std::string_view key) const { return sentences_.contains(key); }
  [[nodiscard]] std::vector<std::string> keys() const;  ///< ascending

  [[nodiscard]] std::string day(catalog::Date date) const;           ///< "woensdag 25 november"
  [[nodiscard]] std::string day_and_year(catalog::Date date) const;  ///< "25 november 2026"

 private:
  [[nodiscard]] std::string fill(std::string_view pattern, std::span<const Filling> fillings) const;

  std::string language_;
  bool is_right_to_left_ = false;
  bool is_checked_ = false;
  std::vector<std::string> weekdays_;  ///< from Monday on
  std::vector<std::string> months_;    ///< from January on
  std::string day_;
  std::string day_and_year_;
  std::map<std::string, std::string, std::less<>> sentences_;
  std::map<std::string, std::string, std::less<>> wishes_;  ///< by id of their concept
};

/// The languages of a sheet, as the profile's sheet_language names them: Dutch first, then by code.
std::span<const std::string_view> sheet_languages();

/// requires: `language` is one of sheet_languages().
const Sentences& sentences_in(std::string_view language, FormOfAddress form = FormOfAddress::kU);

}  // namespace kring::engine
