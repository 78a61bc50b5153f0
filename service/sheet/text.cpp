// How does a plan read as plain text?
#include <string>

#include "catalog/result.h"
#include "service/sheet/forms.h"
#include "service/sheet/sheet.h"

namespace kring::service {
namespace {

/// For the professional alone: how Welzijn op Recept goes on (field facts, 5).
const catalog::Text kReferral = {
    "Welzijn op Recept: de code is ICPC Z68. Vraag eerst toestemming voor het nummer. De "
    "welzijnscoach belt dan binnen 2 weken.",
    "Welzijn op Recept (social prescribing): the code is ICPC Z68. First ask whether you may pass "
    "on the number. The coach then calls within 2 weeks."};

void add_line(std::string& text, const std::string& line) {
  text.append(line).append("\n");
}

void add_reach(std::string& text, const SheetReach& reach, const std::string& indent) {
  std::string line = indent + reach.label + " " + reach.value;
  if (!reach.note.empty()) line += " (" + reach.note + ")";
  if (!reach.hours.empty()) line += " (" + reach.hours + ")";
  add_line(text, line);
}

void add_item(std::string& text, const std::string& item, const std::string& indent) {
  text.append(indent).append("- ").append(item).append("\n");
}

void add_card(std::string& text, const SheetCard& card, const std::string& indent) {
  if (card.reach) add_reach(text, *card.reach, indent);
  if (!card.next.empty()) add_line(text, indent + card.next);
  for (const std::string& line : card.lines)
    add_line(text, indent + line);
  if (!card.paragraph.empty()) add_line(text, indent + card.paragraph);
  for (const SheetList& list : card.lists) {
    if (!list.heading.empty()) add_line(text, indent + list.heading);
    for (const std::string& item : list.items)
      add_item(text, item, indent);
  }
}

void add_priority(std::string& text, const SheetPriority& priority) {
  const std::string indent = "   ";
  add_line(text, priority.card.number + ". " + priority.card.title);
  add_card(text, priority.card, indent);
  if (!priority.fallback) return;
  add_line(text, indent + priority.fallback_heading);
  add_line(text, indent + priority.fallback->title);
  add_card(text, *priority.fallback, indent);
}

void add_section(std::string& text, const SheetSection& section) {
  add_line(text, "");
  add_line(text, section.heading);
  for (const std::string& paragraph : section.paragraphs)
    add_line(text, paragraph);
  for (const SheetPriority& priority : section.priorities)
    add_priority(text, priority);
  for (const SheetRow& row : section.rows) {
    add_line(text, row.label);
    for (const std::string& entry : row.texts)
      add_item(text, entry, "");
  }
}

}  // namespace

std::string write_text_plan(const engine::Plan& plan) {
  const Sheet sheet = make_sheet(plan);
  std::string text;
  add_line(text, sheet.title);
  if (sheet.notice) {
    add_line(text, "");
    add_line(text, sheet.notice->text);
    for (const SheetReach& contact : sheet.notice->contacts)
      add_reach(text, contact, "- ");
  }
  add_line(text, "");
  add_line(text, sheet.goal_heading);
  add_line(text, sheet.goal);
  for (const SheetSection& section : sheet.sections)
    add_section(text, section);
  add_line(text, "");
  for (const std::string& line : sheet.foot)
    add_line(text, line);
  const auto language =
      sheet.language == "en" ? catalog::Language::kEnglish : catalog::Language::kDutch;
  add_line(text, catalog::in(language, kReferral));
  return text;
}

}  // namespace kring::service
