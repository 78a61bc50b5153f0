#include "service/site/frame.h"

#include <utility>
#include <vector>

#include "service/html.h"
#include "service/problem_response.h"

namespace kring::service {
namespace {

using NamedAddress = std::pair<const char*, std::string>;

std::string write_links(const std::vector<NamedAddress>& links, const PageTexts& texts) {
  std::string html = "<ul class=\"links\">\n";
  for (const auto& [name, address] : links)
    html += "<li>" + write_link(in_language(address, texts), texts.say(name)) + "</li>\n";
  return html + "</ul>\n";
}

std::string write_languages(const std::string& address, const PageTexts& texts) {
  if (address.empty()) return "";
  std::string html = "<nav class=\"languages\" aria-label=\"";
  html += escape_html(texts.say("frame.language")) + "\">\n";
  for (const PageTexts& other : all_page_texts()) {
    const std::string& tag = other.tag();
    html.append("<a class=\"language\" hreflang=\"").append(tag).append("\" lang=\"");
    html.append(tag).append("\"");
    if (tag == texts.tag()) html += " aria-current=\"true\"";
    html += " href=\"" + escape_html(address) + "?taal=" + tag + "\">";
    html += escape_html(other.say("language.name")) + "</a>\n";
  }
  return html + "</nav>\n";
}

/// The organisation's logo and name before Kring's own.
std::string write_brand(const Theme* theme) {
  std::string html;
  if (theme != nullptr && theme->logo)
    html += "<img class=\"brand-logo\" src=\"" + theme->logo->path + "\" alt=\"\"> ";
  if (theme != nullptr && !theme->name.empty())
    html += "<span class=\"brand-name\">" + escape_html(theme->name) + "</span> ";
  return html + "<span>Kring</span>";
}

std::string write_header(const SitePage& page, const PageTexts& texts) {
  std::string html =
      "<header class=\"page-header\">\n<div class=\"bar\">\n<a class=\"brand\" href=\"";
  html +=
      in_language("/", texts) + "\">" + write_brand(page.frame.theme) + "</a>\n<nav aria-label=\"";
  html += escape_html(texts.say("frame.pages")) + "\">\n"
          + write_links({{"frame.conversation", "/gesprek"},
                         {"frame.nurse", "/ontslag"},
                         {"frame.search", "/zoeken"}},
                        texts)
          + "</nav>\n";
  return html + write_languages(page.address, texts) + "</div>\n</header>\n";
}

std::string write_footer(const SiteFrame& frame, const PageTexts& texts) {
  std::vector<NamedAddress> links = {{"frame.accessibility", "/toegankelijkheid"},
                                     {"frame.privacy", "/privacy"}};
  if (frame.login) links.emplace_back("login.door", *frame.login);
  return "<footer class=\"page-footer\">\n<div class=\"bar\">\n"
         + write_element("p", texts.say("frame.keeps_nothing")) + write_links(links, texts)
         + "</div>\n</footer>\n";
}

}  // namespace

std::string write_site_page(const SitePage& page, const PageTexts& texts) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"" + texts.tag() + "\" dir=\"";
  html += texts.say("language.direction");
  html +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += write_element("title", page.title + " – Kring");
  html +=
      "<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\">\n"
      "<link rel=\"stylesheet\" href=\"/assets/theme.css\">\n"
      "<link rel=\"stylesheet\" href=\"/assets/style.css\">\n";
  html += page.head + "</head>\n" + write_body_start(page.frame.theme) + "\n";
  html += "<a class=\"skip utrecht-skip-link utrecht-skip-link--visible-on-focus\" href=\"#main\">";
  html += escape_html(texts.say("frame.skip")) + "</a>\n" + write_header(page, texts);
  html += "<main id=\"main\" tabindex=\"-1\">\n" + page.main + "</main>\n";
  return html + write_footer(page.frame, texts) + "</body>\n</html>\n";
}

std::string in_language(const std::string& address, const PageTexts& texts) {
  if (texts.tag() == tag_of(catalog::Language::kDutch)) return address;
  const char mark = address.find('?') == std::string::npos ? '?' : '&';
  return address + mark + "taal=" + texts.tag();
}

std::string write_element(const std::string& tag, std::string_view text) {
  return "<" + tag + ">" + escape_html(text) + "</" + tag.substr(0, tag.find(' ')) + ">\n";
}

std::string write_words(const std::string& tag, std::string_view language, std::string_view words) {
  return write_element(tag + " lang=\"" + std::string(language) + "\"", words);
}

std::string write_link(const std::string& address, std::string_view text) {
  return "<a class=\"utrecht-link\" href=\"" + escape_html(address) + "\">" + escape_html(text)
         + "</a>";
}

}  // namespace kring::service
