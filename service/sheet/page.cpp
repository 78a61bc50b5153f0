#include "service/sheet/page.h"

#include <array>
#include <string_view>

#include "service/html.h"
#include "service/sheet/sheet.h"

namespace kring::service {

std::string_view sheet_css();  // service/web/sheet.css, compiled in

namespace {

/// Of the style's bytes, worked out where they are compiled in.
constexpr std::string_view kStyleHash = KRING_SHEET_STYLE_SHA256;

/// An element with one text in it; `tag` may have attributes.
std::string element(const std::string& tag, std::string_view text) {
  return "<" + tag + ">" + escape_html(text) + "</" + tag.substr(0, tag.find(' ')) + ">\n";
}

/// The same around a name from outside, which keeps its own direction.
std::string element_of_name(const std::string& tag, std::string_view name) {
  return "<" + tag + "><bdi>" + escape_html(name) + "</bdi></" + tag + ">\n";
}

std::string write_reach(const SheetReach& reach) {
  const std::string value = "<bdi dir=\"ltr\">" + escape_html(reach.value) + "</bdi>";
  const bool is_phone = reach.link.starts_with("tel:");
  std::string html = is_phone ? "<p class=\"reach\">" : "<p class=\"reach long\">";
  html += escape_html(reach.label) + " ";
  html +=
      reach.link.empty() ? value : "<a href=\"" + escape_html(reach.link) + "\">" + value + "</a>";
  if (!reach.note.empty())
    html += " <span class=\"note\" lang=\"nl\"><bdi>(" + escape_html(reach.note) + ")</bdi></span>";
  if (!reach.hours.empty())
    html += " <span class=\"note\">(" + escape_html(reach.hours) + ")</span>";
  return html + "</p>\n";
}

std::string write_list(const SheetList& list) {
  std::string html;
  if (!list.heading.empty()) html += element("h4", list.heading);
  html += "<ul>\n";
  for (const std::string& item : list.items)
    html += element("li", item);
  return html + "</ul>\n";
}

std::string write_card(const SheetCard& card) {
  std::string html;
  if (card.reach) html += write_reach(*card.reach);
  if (!card.next.empty()) html += element("p class=\"next\"", card.next);
  for (const std::string& line : card.lines)
    html += element_of_name("p", line);
  if (!card.paragraph.empty()) html += element("p", card.paragraph);
  for (const SheetList& list : card.lists)
    html += write_list(list);
  return html;
}

std::string write_priority(const SheetPriority& priority) {
  std::string html = "<li>\n" + element("span class=\"number\"", priority.card.number);
  html += element_of_name("h3", priority.card.title) + write_card(priority.card);
  if (priority.fallback) {
    html += "<div class=\"fallback\">\n" + element("h4", priority.fallback_heading);
    html += element_of_name("h5", priority.fallback->title) + write_card(*priority.fallback);
    html += "</div>\n";
  }
  return html + "</li>\n";
}

std::string write_row(const SheetRow& row) {
  std::string html = "<tr>\n" + element("th scope=\"row\"", row.label);
  html += row.has_room ? "<td class=\"room\">\n" : "<td>\n";
  for (const std::string& text : row.texts)
    html += element("p", text);
  return html + "</td>\n</tr>\n";
}

std::string write_section(const SheetSection& section) {
  const bool is_brief = section.priorities.empty() && section.rows.empty();
  std::string html = is_brief ? "<section class=\"brief\">\n" : "<section>\n";
  html += element("h2", section.heading);
  if (is_brief) html += "<div>\n";
  for (const std::string& paragraph : section.paragraphs)
    html += element("p", paragraph);
  if (is_brief) html += "</div>\n";
  if (!section.priorities.empty()) {
    html += "<ol class=\"priorities\">\n";
    for (const SheetPriority& priority : section.priorities)
      html += write_priority(priority);
    html += "</ol>\n";
  }
  if (!section.rows.empty()) {
    html += "<table>\n";
    for (const SheetRow& row : section.rows)
      html += write_row(row);
    html += "</table>\n";
  }
  return html + "</section>\n";
}

std::string write_notice(const SheetNotice& notice) {
  std::string html = "<div class=\"safety\">\n" + element("p", notice.text);
  for (const SheetReach& contact : notice.contacts)
    html += write_reach(contact);
  return html + "</div>\n";
}

std::string write_head(const Sheet& sheet) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"" + sheet.language + "\" dir=\"";
  html += sheet.is_right_to_left ? "rtl" : "ltr";
  html += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += element("title", sheet.title);
  return html.append("<style>").append(sheet_css()).append("</style>\n</head>\n");
}

}  // namespace

std::string write_page_plan(const engine::Plan& plan) {
  const Sheet sheet = make_sheet(plan);
  std::string html = write_head(sheet) + "<body>\n<main>\n" + element("h1", sheet.title);
  if (sheet.notice) html += write_notice(*sheet.notice);
  html += "<section class=\"goal\">\n" + element("h2", sheet.goal_heading);
  html += element("p", sheet.goal) + "</section>\n";
  for (const SheetSection& section : sheet.sections)
    html += write_section(section);
  html += "</main>\n<footer>\n";
  for (const std::string& line : sheet.foot)
    html += element("p", line);
  return html + "</footer>\n</body>\n</html>\n";
}

const std::string& page_policy() {
  static const std::string kPolicy = "default-src 'none'; style-src "
                                     + style_source(kStyleHash)
                                     + "; base-uri 'none'; form-action 'none'; "
                                       "frame-ancestors 'none'";
  return kPolicy;
}

}  // namespace kring::service
