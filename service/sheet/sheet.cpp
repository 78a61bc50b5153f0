#include "service/sheet/sheet.h"

#include <algorithm>
#include <utility>

namespace kring::service {
namespace {

using engine::Lead;
using engine::Plan;
using engine::Sentences;

std::string join_sentences(const std::vector<std::string>& sentences) {
  std::string joined;
  for (const std::string& sentence : sentences) {
    if (!joined.empty()) joined += ' ';
    joined += sentence;
  }
  return on_one_line(joined);
}

std::vector<std::string> on_lines(const std::vector<std::string>& texts) {
  std::vector<std::string> lines;
  std::transform(texts.begin(), texts.end(), std::back_inserter(lines), on_one_line);
  return lines;
}

SheetReach make_phone(const Sentences& sentences, const std::string& number) {
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
               [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
  return {sentences.say("reach.call"), on_one_line(number), digits.empty() ? "" : "tel:" + digits,
          "", ""};
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string join_place(const Lead& lead) {
  const std::string& venue = lead.activity.venue_name;
  if (venue.empty() || lead.address.empty()) return on_one_line(venue + lead.address);
  return on_one_line(venue + ", " + lead.address);
}

void add_list(SheetCard& card, const std::string& heading, const std::vector<std::string>& items) {
  if (!items.empty()) card.lists.push_back({heading, on_lines(items)});
}

SheetCard make_brief_card(const Sentences& sentences, const Lead& lead) {
  SheetCard card;
  card.title = on_one_line(lead.activity.name);
  card.reach = find_reach(sentences, lead);
  const std::string place = join_place(lead);
  if (!place.empty()) card.lines.push_back(place);
  card.next = on_one_line(lead.first_meeting_text);
  return card;
}

SheetCard make_lead_card(const Sentences& sentences, const Lead& lead) {
  SheetCard card = make_brief_card(sentences, lead);
  const std::string& organization = lead.activity.organization;
  const bool is_told = organization.empty() || organization == lead.activity.venue_name
                       || organization == lead.activity.name;
  if (!is_told) {
    card.lines.insert(card.lines.begin(),
                      on_one_line(sentences.say("lead.organization", {{"name", organization}})));
  }
  if (!card.reach) card.lines.push_back(sentences.say("reach.worker"));
  std::vector<std::string> sentences_of_lead = {lead.call_text};
  sentences_of_lead.insert(sentences_of_lead.end(), lead.facts.begin(), lead.facts.end());
  card.paragraph = join_sentences(sentences_of_lead);
  add_list(card, sentences.say("heading.questions"), lead.questions);
  add_list(card, sentences.say("heading.tips"), lead.tips);
  return card;
}

SheetPriority lay_out(const Sentences& sentences, const engine::PlannedActivity& planned) {
  SheetPriority priority;
  priority.card = make_lead_card(sentences, planned.lead);
  if (planned.fallback) {
    priority.fallback_heading = sentences.say("heading.fallback");
    priority.fallback = make_brief_card(sentences, *planned.fallback);
  }
  return priority;
}

SheetPriority lay_out(const Sentences& sentences, const engine::PlannedTie& tie) {
  SheetPriority priority;
  priority.card.title = on_one_line(sentences.say("priority.tie", {{"name", tie.alias}}));
  if (tie.occasion) priority.card.lines.push_back(on_one_line(tie.occasion->text));
  SheetList steps;
  for (const engine::TieStep& step : tie.steps) {
    steps.items.push_back(
        on_one_line(sentences.day(step.when) + ": " + step.text + " (" + step.who + ")"));
  }
  if (!steps.items.empty()) priority.card.lists.push_back(std::move(steps));
  return priority;
}

/// What was said of a first meeting at one lead holds at the next.
void say_tips_once(SheetSection& section, const std::string& heading) {
  bool is_said = false;
  for (SheetPriority& priority : section.priorities) {
    const auto erased = std::erase_if(priority.card.lists, [&](const SheetList& list) {
      return is_said && list.heading == heading;
    });
    const auto& lists = priority.card.lists;
    is_said = is_said || erased > 0
              || std::any_of(lists.begin(), lists.end(),
                             [&heading](const SheetList& list) { return list.heading == heading; });
  }
}

SheetSection list_priorities(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.priorities");
  if (!plan.late_start.empty()) section.paragraphs.push_back(on_one_line(plan.late_start));
  for (const engine::Priority& planned : plan.priorities) {
    SheetPriority priority =
        std::visit([&sentences](const auto& entry) { return lay_out(sentences, entry); }, planned);
    priority.card.number = std::to_string(section.priorities.size() + 1);
    section.priorities.push_back(std::move(priority));
  }
  say_tips_once(section, sentences.say("heading.tips"));
  return section;
}

SheetSection list_wishes(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.inventory");
  std::string wishes;
  for (const std::string& wish : plan.wishes)
    wishes += (wishes.empty() ? "" : ", ") + wish;
  section.paragraphs.push_back(wishes.empty() ? sentences.say("inventory.ask")
                                              : on_one_line(wishes));
  return section;
}

SheetSection list_looking_back(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.look_back");
  for (const std::string& name : plan.look_back.going_well) {
    section.paragraphs.push_back(
        on_one_line(sentences.say("look_back.going_well", {{"name", name}})));
  }
  if (section.paragraphs.empty()) section.paragraphs.push_back(sentences.say("look_back.ask"));
  return section;
}

SheetSection list_own_steps(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.own_steps");
  for (const engine::OwnStep& step : plan.own_steps) {
    std::string line = step.by_date ? sentences.day(*step.by_date) + ": " : "";
    line += step.text;
    if (!step.who.empty()) line.append(" (").append(step.who).append(")");
    section.paragraphs.push_back(on_one_line(line));
  }
  return section;
}

SheetSection list_team(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.team");
  for (const engine::TeamMember& member : plan.team) {
    SheetRow row;
    row.label = on_one_line(member.alias);
    for (const engine::TeamTask& task : member.tasks) {
      const std::string day = task.when ? sentences.day(*task.when) + ": " : "";
      row.texts.push_back(on_one_line(day + task.text));
    }
    section.rows.push_back(std::move(row));
  }
  return section;
}

SheetSection list_check_ups(const Sentences& sentences, const Plan& plan) {
  SheetSection section;
  section.heading = sentences.say("heading.check_ups");
  for (const engine::CheckUp& check_up : plan.check_ups) {
    const std::string question = on_one_line(check_up.question);
    const bool is_said = !section.paragraphs.empty() && section.paragraphs.back() == question;
    if (!is_said) section.paragraphs.push_back(question);
    section.rows.push_back({sentences.day(check_up.date), {}, true});
  }
  return section;
}

SheetSection list_outlook(const Sentences& sentences, const Plan& plan) {
  return {sentences.say("heading.outlook"),
          {sentences.say("outlook.keep") + " "
           + sentences.say("outlook.review", {{"date", sentences.day_and_year(plan.review_on)}})},
          {},
          {}};
}

std::vector<std::string> list_foot(const Sentences& sentences, const Plan& plan) {
  std::vector<std::string> foot = {
      sentences.say("foot.made", {{"date", sentences.day_and_year(plan.date)}}),
      sentences.say("foot.valid", {{"date", sentences.day_and_year(plan.valid_until)}}),
      sentences.say("foot.revision", {{"number", std::to_string(plan.versions.catalog.number)}})};
  if (!sentences.is_checked()) {
    foot.push_back(sentences.say("foot.unchecked"));
    foot.push_back(engine::sentences_in("nl").say("foot.unchecked"));  // for who hands it over
  }
  return foot;
}

std::optional<SheetNotice> find_notice(const Sentences& sentences, const Plan& plan) {
  if (!plan.safety) return std::nullopt;
  SheetNotice notice{on_one_line(plan.safety->text), {}};
  for (const engine::CrisisContact& contact : plan.safety->contacts) {
    SheetReach reach = make_phone(sentences, contact.phone);
    reach.label = on_one_line(contact.name);
    notice.contacts.push_back(std::move(reach));
  }
  return notice;
}

}  // namespace

std::optional<SheetReach> find_reach(const Sentences& sentences, const Lead& lead) {
  const engine::ActivityCard& activity = lead.activity;
  if (!activity.phone.empty()) {
    SheetReach reach = make_phone(sentences, activity.phone);
    reach.note = on_one_line(lead.phone_note);
    reach.hours = lead.phone_hours;
    return reach;
  }
  if (!activity.email.empty()) {
    const std::string mail = on_one_line(activity.email);
    return SheetReach{sentences.say("reach.mail"), mail, "mailto:" + mail, "", ""};
  }
  if (!activity.url.empty()) {
    const std::string url = on_one_line(activity.url);
    return SheetReach{sentences.say("reach.web"), url, is_web_address(url) ? url : "", "", ""};
  }
  return std::nullopt;
}

std::string on_one_line(const std::string& text) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line;
}

Sheet make_sheet(const Plan& plan) {
  const Sentences& sentences = engine::sentences_in(plan.language, plan.form_of_address);
  Sheet sheet;
  sheet.language = plan.language;
  sheet.is_right_to_left = sentences.is_right_to_left();
  sheet.title = sentences.say("title");
  sheet.notice = find_notice(sentences, plan);
  sheet.goal_heading = sentences.say("heading.goal");
  sheet.goal = on_one_line(plan.goal.text);
  sheet.sections = {list_looking_back(sentences, plan), list_wishes(sentences, plan),
                    list_priorities(sentences, plan),   list_team(sentences, plan),
                    list_check_ups(sentences, plan),    list_outlook(sentences, plan)};
  if (!plan.own_steps.empty()) {
    const auto behind_priorities = sheet.sections.begin() + 3;
    sheet.sections.insert(behind_priorities, list_own_steps(sentences, plan));
  }
  sheet.foot = list_foot(sentences, plan);
  return sheet;
}

}  // namespace kring::service
