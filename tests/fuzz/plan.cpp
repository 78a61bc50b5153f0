// Is any request for a plan read, or refused with every fault named, and is what can be printed of
// it safe to print?

#include "engine/plan/plan.h"

#include <algorithm>

#include "service/sheet/forms.h"
#include "service/sheet/page.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

bool has_control(std::string_view text, std::string_view but) {
  return std::any_of(text.begin(), text.end(), [but](char c) {
    return (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
           && but.find(c) == std::string_view::npos;
  });
}

void print(const engine::Plan& plan) {
  expect(!has_control(service::write_text_plan(plan), "\n"), "text has no control characters");
  expect(!has_control(service::write_calendar_plan(plan), "\r\n"), "nor has a calendar");
  const std::string page = service::write_page_plan(plan);
  expect(page.find("<script") == std::string::npos, "a page has no script");
}

}  // namespace

void read(std::string_view bytes) {
  const auto document = catalog::parse_json(bytes);
  if (!document) return;
  auto request = engine::parse_plan_request(*document);
  if (!request) {
    for (const catalog::Problem& problem : request.error())
      expect(!problem.code.empty() && !problem.text.nl.empty(), "a fault is named and told");
    return;
  }
  engine::PlanRequest asked = *std::move(request);
  if (!asked.profile.date) asked.profile.date = *catalog::parse_date("2026-11-23");
  const engine::FindFacts find_facts = [](const catalog::ActivityId&) { return std::nullopt; };
  if (!engine::find_unknown_choices(asked, find_facts).empty()) return;
  const engine::MatchAnswer answer;
  const catalog::Vocabulary vocabulary;
  const auto plan =
      engine::make_plan(asked, {answer, find_facts, vocabulary}, engine::Reader::kPerson);
  expect(plan.has_value(), "what is known is planned");
  print(*plan);
}

}  // namespace kring::fuzz
