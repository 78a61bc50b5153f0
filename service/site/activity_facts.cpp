#include "service/site/activity_facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/plan/sentences.h"
#include "service/html.h"
#include "service/problem_response.h"
#include "service/site/frame.h"
#include "service/site/schedule_words.h"

namespace kring::service {
namespace {

using catalog::Activity;
using catalog::Site;

/// A name from the record, which keeps its own direction.
std::string write_name(std::string_view name) {
  return "<bdi>" + escape_html(name) + "</bdi>";
}

/// Terms and what stands at them. What has nothing is left out.
class FactList {
 public:
  /// `written_in`: the language of the record's own words, as write_words() has it.
  explicit FactList(std::string_view written_in) : written_in_(written_in) {}

  /// `values` are HTML.
  void add(const std::string& term, const std::vector<std::string>& values) {
    if (values.empty()) return;
    html_ += "<div>\n" + write_element("dt", term);
    for (const std::string& value : values)
      html_ += "<dd>" + value + "</dd>\n";
    html_ += "</div>\n";
  }

  void add_text(const std::string& term, std::string_view text) {
    if (!text.empty()) add(term, {write_name(text)});
  }

  /// What the record says in its own words.
  void add_words(const std::string& term, std::string_view words) {
    if (!words.empty()) add(term, {write_words("bdi", written_in_, words)});
  }

  /// The section under its heading; with `otherwise` where nothing is known.
  [[nodiscard]] std::string write(const std::string& heading, const std::string& otherwise) const {
    std::string html = "<section class=\"card facts\">\n" + write_element("h2", heading);
    html += html_.empty() ? write_element("p", otherwise) : "<dl>\n" + html_ + "</dl>\n";
    return html + "</section>\n";
  }

 private:
  std::string_view written_in_;
  std::string html_;
};

std::vector<std::string> escape_all(const std::vector<std::string>& texts) {
  std::vector<std::string> escaped;
  escaped.reserve(texts.size());
  for (const std::string& text : texts)
    escaped.push_back(write_name(text));
  return escaped;
}

std::vector<std::string> tell_schedules(const std::vector<catalog::Schedule>& schedules,
                                        const PageTexts& texts) {
  std::vector<std::string> told;
  for (const catalog::Schedule& schedule : schedules) {
    std::string text = tell_schedule(schedule, texts);
    const bool is_new = std::find(told.begin(), told.end(), text) == told.end();
    if (!text.empty() && is_new) told.push_back(std::move(text));
  }
  return told;
}

std::string write_when(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  FactList facts(view.found.written_in);
  facts.add(texts.say("activity.when.next"),
            escape_all(tell_sessions(view.planned, view.today, texts)));
  facts.add(texts.say("activity.when.regular"),
            escape_all(tell_schedules(activity.schedules, texts)));
  for (const Site& site : activity.sites) {
    const std::string term = site.name.empty() ? texts.say("activity.when.regular") : site.name;
    facts.add(term, escape_all(tell_schedules(site.schedules, texts)));
  }
  return facts.write(texts.say("activity.when.title"), texts.say("activity.when.unknown"));
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

/// The place on a map of the whole world that anyone may use.
std::string write_map_link(const catalog::Point& point, const PageTexts& texts) {
  const std::string address =
      fmt::format("https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=17/{0:.5f}/{1:.5f}",
                  point.latitude, point.longitude);
  return write_link(address, texts.say("activity.where.map"));
}

std::vector<std::string> write_site(const Site& site, const PageTexts& texts) {
  const std::string town = join({site.postcode, site.city}, " ");
  const std::string address = join({site.street, town}, ", ");
  std::vector<std::string> lines;
  if (!address.empty()) lines.push_back(write_name(address));
  if (!site.url.empty()) lines.push_back(write_web_address(site.url));
  if (site.point && !address.empty()) lines.push_back(write_map_link(*site.point, texts));
  if (!site.transportation.empty()) lines.push_back(write_name(site.transportation));
  if (!site.accessibility.empty()) {
    lines.push_back(escape_html(texts.say("activity.where.access")) + " "
                    + write_name(join(site.accessibility, ", ")));
  }
  if (lines.empty() && !site.name.empty()) lines.push_back(write_name(site.name));
  return lines;
}

std::string write_where(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  FactList facts(view.found.written_in);
  for (const Site& site : activity.sites) {
    facts.add(site.name.empty() ? texts.say("activity.where.place") : site.name,
              write_site(site, texts));
  }
  std::vector<std::string> areas;
  for (const catalog::ServiceArea& area : activity.areas)
    areas.push_back(area.name);
  facts.add_text(texts.say("activity.where.area"), join(areas, ", "));
  return facts.write(texts.say("activity.where.title"), texts.say("activity.where.unknown"));
}

std::string tell_ages(const Activity& activity, const PageTexts& texts) {
  const std::string from = activity.min_age ? std::to_string(*activity.min_age) : "";
  const std::string to = activity.max_age ? std::to_string(*activity.max_age) : "";
  if (from.empty() && to.empty()) return {};
  if (to.empty()) return texts.say("activity.who.from", {{"from", from}});
  if (from.empty()) return texts.say("activity.who.to", {{"to", to}});
  return texts.say("activity.who.between", {{"from", from}, {"to", to}});
}

std::string tell_gender(const engine::FoundActivity& found, const PageTexts& texts) {
  if (!found.only_for) return {};
  return texts.say(found.only_for == engine::Gender::kWoman ? "activity.who.women"
                                                            : "activity.who.men");
}

/// By their names where the pages know them; what the text tells too, where it was read.
std::string tell_languages(const engine::FoundActivity& found, const PageTexts& texts) {
  std::vector<std::string> names;
  for (const std::string& tag : found.spoken.empty() ? found.activity.languages : found.spoken) {
    const std::string path = "activity.languages." + tag.substr(0, tag.find('-'));
    const std::string name = texts.say(path);
    names.push_back(name == path ? tag : name);
  }
  return join(names, ", ");
}

std::string write_who(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  FactList facts(view.found.written_in);
  facts.add_text(texts.say("activity.who.age"), tell_ages(activity, texts));
  facts.add_text(texts.say("activity.who.gender"), tell_gender(view.found, texts));
  facts.add_words(texts.say("activity.who.condition"), activity.eligibility_description);
  facts.add_text(texts.say("activity.who.languages"), tell_languages(view.found, texts));
  return facts.write(texts.say("activity.who.title"), texts.say("activity.who.unknown"));
}

std::string tell_cost(const catalog::CostOption& cost, const PageTexts& texts) {
  if (!cost.amount) return cost.option;
  const std::int64_t cents = cost.amount->value;
  const char* const comma = texts.language() == catalog::Language::kEnglish ? "." : ",";
  std::string amount = fmt::format("€ {}{}{:02}", cents / 100, comma, cents % 100);
  if (cents == 0) amount = texts.say("activity.cost.free");
  return cost.option.empty() ? amount : amount + " (" + cost.option + ")";
}

std::string write_cost(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  std::vector<std::string> costs;
  for (const catalog::CostOption& cost : activity.costs) {
    const std::string told = tell_cost(cost, texts);
    if (!told.empty()) costs.push_back(told);
  }
  if (view.found.told_cost) {
    costs.push_back(
        tell_cost({view.found.told_cost, "EUR", texts.say("activity.cost.told")}, texts));
  }
  FactList facts(view.found.written_in);
  facts.add(texts.say("activity.cost.price"), escape_all(costs));
  facts.add_words(texts.say("activity.cost.more"), activity.fees_description);
  return facts.write(texts.say("activity.cost.title"), texts.say("activity.cost.unknown"));
}

std::string write_join(const ActivityView& view) {
  const PageTexts& texts = view.texts;
  FactList facts(view.found.written_in);
  facts.add_words(texts.say("activity.join.how"), view.found.activity.application_process);
  facts.add_words(texts.say("activity.join.wait"), view.found.activity.wait_time);
  return facts.write(texts.say("activity.join.title"), texts.say("activity.join.unknown"));
}

std::string write_phone(const catalog::Phone& phone) {
  const std::string address = phone_address(phone.number);
  std::string html = address.empty()
                         ? escape_html(phone.number)
                         : "<a class=\"utrecht-link phone\" href=\"" + address
                               + "\"><bdi dir=\"ltr\">" + escape_html(phone.number) + "</bdi></a>";
  if (!phone.description.empty()) html += " (" + write_name(phone.description) + ")";
  return html;
}

std::string write_contact(const ActivityView& view) {
  const Activity& activity = view.found.activity;
  const PageTexts& texts = view.texts;
  FactList facts(view.found.written_in);
  std::vector<std::string> phones;
  for (const catalog::Phone& phone : activity.phones)
    phones.push_back(write_phone(phone));
  facts.add(texts.say("activity.contact.phone"), phones);
  if (!activity.email.empty()) {
    facts.add(texts.say("activity.contact.email"),
              {write_link("mailto:" + activity.email, activity.email)});
  }
  if (!activity.url.empty())
    facts.add(texts.say("activity.contact.web"), {write_web_address(activity.url)});
  facts.add_text(texts.say("activity.contact.organization"), activity.organization.name);
  facts.add_words(texts.say("activity.contact.about"), activity.organization.description);
  return facts.write(texts.say("activity.contact.title"), texts.say("activity.contact.unknown"));
}

}  // namespace

std::string write_activity_facts(const ActivityView& view) {
  return write_when(view) + write_where(view) + write_contact(view) + write_join(view)
         + write_cost(view) + write_who(view);
}

std::string write_web_address(const std::string& url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  return is_web ? write_link(url, url) : escape_html(url);
}

std::string phone_address(const std::string& number) {
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
               [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
  return digits.empty() ? "" : "tel:" + digits;
}

}  // namespace kring::service
