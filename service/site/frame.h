// What does a page that the service itself writes have around it?
//
// The same as what the browser's own pages have (web/source/shared/frame.ts).
#pragma once

#include <optional>
#include <string>

#include "service/site/texts.h"
#include "service/site/theme.h"

namespace kring::service {

/// What the operator has in common around all pages.
struct SiteFrame {
  const Theme* theme = nullptr;           ///< null: the neutral one
  std::optional<std::string> login = {};  ///< where one logs in and out; absent: nobody can
};

struct SitePage {
  std::string title;
  std::string address;  ///< its path, without a query; "" where it has one language alone
  std::string head;     ///< HTML more for the head, or ""
  std::string main;     ///< HTML
  SiteFrame frame = {};
};

/// The whole document.
std::string write_site_page(const SitePage& page, const PageTexts& texts);

/// The address of a page of the site in the language of `texts`.
std::string in_language(const std::string& address, const PageTexts& texts);

/// An element with one text in it; `tag` may have attributes.
std::string write_element(const std::string& tag, std::string_view text);

/// The same of a record's own words, whatever the page's language: they are in `language`, BCP 47,
/// "" where that is not known.
std::string write_words(const std::string& tag, std::string_view language, std::string_view words);

/// A link with one text in it.
std::string write_link(const std::string& address, std::string_view text);

}  // namespace kring::service
