#include "service/site/activity_page.h"

#include <algorithm>

#include "catalog/formats/schema_org_json.h"
#include "engine/plan/sentences.h"
#include "service/html.h"
#include "service/problem_response.h"
#include "service/site/frame.h"
#include "service/site/schedule_words.h"

namespace kring::service {
namespace {

using catalog::Activity;

/// For a part of an address (RFC 3986): all but letters, digits and "-._~" as %XX.
std::string escape_address(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                          || c == '-' || c == '.' || c == '_' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain) {
      escaped += c;
    } else {
      escaped.append({'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]});
    }
  }
  return escaped;
}

/// The facts for search engines, as far as they may be passed on; no text in it can end the
/// element.
std::string write_linked_data(const ActivityView& view) {
  if (!catalog::may_pass_on(view.terms)) return {};
  const std::string json =
      catalog::write_json(catalog::formats::schema_org_document(view.planned, view.terms));
  std::string safe;
  for (const char c : json)
    safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return "<script type=\"application/ld+json\">" + safe + "</script>\n";
}

std::string write_head(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const std::string path = "/v1/activities/" + escape_address(activity.id.value);
  return write_linked_data(view) + "<link rel=\"canonical\" href=\"" + activity_address(activity.id)
         + "\">\n<link rel=\"alternate\" type=\"application/json\" href=\"" + path
         + "\">\n<script type=\"module\" src=\"/assets/activity.js\"></script>\n";
}

std::string write_notice(const std::string& paragraph) {
  return "<div class=\"notice\">" + paragraph + "</div>\n";
}

std::string write_notices(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  std::string html;
  if (activity.status != catalog::Status::kActive) {
    std::string name(catalog::name_of(activity.status));
    std::replace(name.begin(), name.end(), ' ', '_');
    html += write_notice(write_element("p", view.texts.say("activity.status." + name)));
  }
  if (!activity.alert.empty()) {
    html += write_notice(write_words("p", view.found.written_in, activity.alert));
  }
  if (view.found.represented_by) {
    html += "<p>" + escape_html(view.texts.say("activity.same")) + " "
            + write_link(in_language(activity_address(*view.found.represented_by), view.texts),
                         view.texts.say("activity.same_link"))
            + "</p>\n";
  }
  return html;
}

/// Each line of the record as a paragraph of its own.
std::string write_description(std::string_view text, std::string_view written_in) {
  std::string html;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) html += write_words("p dir=\"auto\"", written_in, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return html;
}

std::string write_concepts(const ActivityView& view) {
  if (view.concepts.empty()) return {};
  std::string html = "<ul class=\"chips\" aria-label=\"";
  html += escape_html(view.texts.say("activity.kinds")) + "\">\n";
  for (const catalog::Concept* entry : view.concepts) {
    html += "<li><a class=\"chip\" href=\""
            + escape_html(in_language("/zoeken?concept=" + entry->id, view.texts)) + "\">"
            + escape_html(catalog::in(view.texts.language(), entry->plain)) + "</a></li>\n";
  }
  return html + "</ul>\n";
}

std::string tell_check(const ActivityView& view) {
  const auto& checked = view.found.activity.verified_on;
  if (!checked) return view.texts.say("activity.never_checked");
  return view.texts.say("activity.checked", {{"date", view.texts.dates().day_and_year(*checked)}});
}

/// From whom the facts come, and on what terms.
std::string write_terms(const ActivityView& view) {
  std::string html;
  if (!view.terms.attribution.empty()) {
    html += write_element("p class=\"hint\" dir=\"auto\"", view.terms.attribution);
  }
  if (!view.terms.licence.empty()) {
    html += "<p class=\"hint\">" + escape_html(view.texts.say("activity.licence")) + " "
            + write_web_address(view.terms.licence) + "</p>\n";
  }
  return html;
}

std::string write_intro(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  std::string html = "<p><a class=\"utrecht-link\" id=\"search-on\" href=\""
                     + in_language("/zoeken", view.texts) + "\">"
                     + escape_html(view.texts.say("activity.back")) + "</a></p>\n";
  const std::string& written_in = view.found.written_in;
  html += write_words("h1 class=\"utrecht-heading-1\" dir=\"auto\"", written_in, activity.name);
  if (!activity.organization.name.empty()) {
    html += write_element("p class=\"activity-by\"",
                          view.texts.say("activity.by", {{"name", activity.organization.name}}));
  }
  html += write_notices(view) + "<div class=\"activity-text\">\n";
  html += write_description(activity.description, written_in) + "</div>\n" + write_concepts(view);
  return html + write_element("p class=\"hint\"", tell_check(view)) + write_terms(view);
}

/// Where records of one activity say different things, each with its source.
std::string write_conflicts(const ActivityView& view) {
  const auto& conflicts = view.found.conflicts.array();
  if (conflicts.empty()) return {};
  std::string html = "<section class=\"card facts\">\n";
  html += write_element("h2", view.texts.say("activity.conflict.title"));
  html += write_element("p", view.texts.say("activity.conflict.text")) + "<dl>\n";
  for (const catalog::Json& conflict : conflicts) {
    const std::string field(conflict["field"].string().value_or(""));
    const std::string path = "activity.conflict.field." + field;
    const std::string name = view.texts.say(path);
    html += "<div>\n" + write_element("dt", name == path ? field : name);
    for (const catalog::Json& value : conflict["values"].array()) {
      html += write_element(
          "dd", view.texts.say("activity.conflict.says",
                               {{"source", std::string(value["source"].string().value_or(""))},
                                {"value", std::string(value["value"].string().value_or(""))}}));
    }
    html += "</div>\n";
  }
  return html + "</dl>\n</section>\n";
}

std::string write_taking(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  const std::string id = escape_address(activity.id.value);
  std::string html = "<section class=\"card facts\">\n";
  html += write_element("h2", texts.say("activity.take.title")) + "<ul class=\"ways\">\n";
  if (!tell_sessions(view.planned, view.today, texts).empty()) {
    html += "<li>"
            + write_link("/activiteiten/" + id + "/agenda.ics", texts.say("activity.take.calendar"))
            + "</li>\n";
  }
  html += "<li>" + write_link("/v1/activities/" + id, texts.say("activity.take.json")) + "</li>\n";
  html += "</ul>\n<div id=\"share\"";
  for (const char* const name : {"share", "copied", "copy"}) {
    html += std::string(" data-") + name + "=\""
            + escape_html(texts.say(std::string("activity.take.") + name)) + "\"";
  }
  return html + "></div>\n</section>\n";
}

/// How whoever knows better tells the owner; the subject names the activity and nothing else.
std::string write_correction(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  const std::string& email = activity.email.empty() ? activity.organization.email : activity.email;
  std::string html = "<section class=\"card facts\">\n";
  html += write_element("h2", texts.say("activity.wrong.title"));
  html += write_element("p", texts.say("activity.wrong.text")) + "<ul class=\"ways\">\n";
  if (!email.empty()) {
    const std::string subject =
        texts.say("activity.wrong.subject", {{"name", activity.name}, {"id", activity.id.value}});
    html += "<li>"
            + write_link("mailto:" + email + "?subject=" + escape_address(subject),
                         texts.say("activity.wrong.mail"))
            + "</li>\n";
  }
  if (!activity.phones.empty()) {
    const std::string& number = activity.phones.front().number;
    html +=
        "<li>"
        + write_link(phone_address(number), texts.say("activity.wrong.call", {{"phone", number}}))
        + "</li>\n";
  }
  html += "</ul>\n";
  if (email.empty() && activity.phones.empty())
    html += write_element("p", texts.say("activity.wrong.unknown"));
  return html + "</section>\n";
}

}  // namespace

std::string write_activity_page(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  SitePage page;
  page.title = activity.name;
  page.address = activity_address(activity.id);
  page.head = write_head(view);
  page.frame = view.frame;
  page.main = write_intro(view) + "<div class=\"facts-all\">\n" + write_activity_facts(view)
              + write_conflicts(view) + write_taking(view) + write_correction(view) + "</div>\n";
  return write_site_page(page, view.texts);
}

std::string write_gone_page(const PageTexts& texts, const SiteFrame& frame) {
  SitePage page;
  page.frame = frame;
  page.title = texts.say("activity.gone.title");
  page.address = "/zoeken";
  page.main = write_element("h1 class=\"utrecht-heading-1\"", page.title)
              + write_element("p", texts.say("activity.gone.text")) + "<p>"
              + write_link(in_language("/zoeken", texts), texts.say("activity.gone.search"))
              + "</p>\n";
  return write_site_page(page, texts);
}

std::string activity_address(const catalog::ActivityId& id) {
  return "/activiteiten/" + escape_address(id.value);
}

}  // namespace kring::service
