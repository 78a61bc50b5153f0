#include "service/commands/annotation_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "catalog/json.h"
#include "indexer/language/arrangement.h"

namespace kring::service {
namespace {

using catalog::Answer;
using catalog::Json;
using indexer::Annotation;

constexpr std::array<std::string_view, 12> kFacts = {
    "attendance", "group_size", "age",    "cost",     "recurring", "referral",
    "waiting",    "live",       "gender", "language", "area",      "times"};
constexpr std::array<std::string_view, 6> kRemarks = {"bring",    "phone_hours", "screening",
                                                      "criteria", "full",        "picked_up"};
constexpr std::array<std::string_view, 8> kDoubts = {
    "places", "prices", "hours", "ages", "for_young", "for_old", "conditions", "transport"};
constexpr std::array<std::string_view, 3> kProvenances = {"given", "derived", "usual"};
constexpr std::array<std::string_view, 3> kGenders = {"", "women", "men"};

template <std::size_t kCount, class Enum>
std::string name_in(const std::array<std::string_view, kCount>& names, Enum value) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

std::string concept_list(const Understood& understood) {
  std::string list;
  for (const indexer::FoundConcept& found : understood.annotation.concepts) {
    list += (list.empty() ? "" : ",") + understood.vocabulary.concepts()[found.number].id;
  }
  return list;
}

std::string age_text(const std::optional<int>& age) {
  return age ? std::to_string(*age) : std::string();
}

std::string cost_text(const Annotation& annotation) {
  if (!annotation.cost) return "unknown";
  if (annotation.cost->value == 0) return "free";
  return fmt::format("{}.{:02}", annotation.cost->value / 100,
                     std::abs(annotation.cost->value % 100));
}

// Unknown where there is nowhere to go.
std::string wheelchair_name(const Annotation& annotation) {
  const catalog::AttendanceSet& forms = annotation.attendance;
  const bool is_met = forms.empty() || forms.has(catalog::Attendance::kInPerson)
                      || forms.has(catalog::Attendance::kHomeVisit);
  if (!is_met) return "unknown";
  Answer known = annotation.told_access[0];
  if (known == Answer::kYes) return "yes";
  for (const indexer::AccessFacts& facts : annotation.site_access) {
    if (facts[0] == Answer::kYes) return "yes";
    if (facts[0] == Answer::kNo) known = Answer::kNo;
  }
  return known == Answer::kNo ? "no" : "unknown";
}

bool is_live(const Understood& understood) {
  const std::optional<catalog::Date>& last = understood.annotation.last_day;
  return understood.annotation.live != Answer::kNo && !(last && *last < understood.today);
}

std::string waiting_text(const Annotation& annotation) {
  if (!annotation.waiting_weeks) return {};
  return *annotation.waiting_weeks == 0 ? "none" : std::to_string(*annotation.waiting_weeks);
}

// A name never breaks the table.
std::string in_one_field(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char letter) { return letter == '\t' || letter == '\n' || letter == '\r'; }, ' ');
  return text;
}

std::string group_name(const Annotation& annotation) {
  return annotation.group_size ? std::string(name_of(*annotation.group_size)) : std::string();
}

// The text of a field as the record has it; empty where it holds none.
std::string_view text_of(const catalog::Activity& activity, const indexer::Evidence& evidence) {
  using indexer::Field;
  switch (evidence.field) {
    case Field::kName:
      return activity.name;
    case Field::kAlert:
      return activity.alert;
    case Field::kDescription:
      return activity.description;
    case Field::kFees:
      return activity.fees_description;
    case Field::kEligibility:
      return activity.eligibility_description;
    case Field::kApplication:
      return activity.application_process;
    case Field::kWaitTime:
      return activity.wait_time;
    case Field::kTag:
      return evidence.item < activity.tags.size() ? std::string_view(activity.tags[evidence.item])
                                                  : "";
    case Field::kOrganization:
      return activity.organization.name;
    case Field::kOrganizationDescription:
      return activity.organization.description;
    default:
      return {};
  }
}

Json evidence_json(const Understood& understood, const indexer::Evidence& evidence) {
  const std::string_view text = text_of(understood.activity, evidence);
  Json json{Json::Object{{"pointer", pointer_to(evidence.field, evidence.item)},
                         {"provenance", name_in(kProvenances, evidence.provenance)}}};
  if (evidence.span.begin < evidence.span.end && evidence.span.end <= text.size()) {
    json.set("begin", static_cast<std::int64_t>(evidence.span.begin));
    json.set("end", static_cast<std::int64_t>(evidence.span.end));
    json.set("words", std::string(text.substr(evidence.span.begin,
                                              evidence.span.end - evidence.span.begin)));
  }
  return json;
}

Json facts_json(const Understood& understood, const std::vector<indexer::FactEvidence>& facts) {
  Json::Array list;
  for (const indexer::FactEvidence& entry : facts) {
    Json json = evidence_json(understood, entry.evidence);
    json.set("fact", name_in(kFacts, entry.fact));
    list.push_back(std::move(json));
  }
  return list;
}

Json concepts_json(const Understood& understood) {
  Json::Array list;
  for (const indexer::FoundConcept& found : understood.annotation.concepts) {
    Json json = evidence_json(understood, found.evidence);
    json.set("concept", understood.vocabulary.concepts()[found.number].id);
    json.set("confidence", catalog::make_decimal(found.confidence, 2));
    list.push_back(std::move(json));
  }
  return list;
}

Json remarks_json(const Understood& understood) {
  Json::Array list;
  for (const indexer::FoundRemark& found : understood.annotation.remarks) {
    Json json = evidence_json(understood, found.evidence);
    json.set("remark", name_in(kRemarks, found.remark));
    list.push_back(std::move(json));
  }
  return list;
}

Json doubts_json(const Understood& understood) {
  Json::Array list;
  for (const indexer::FoundDoubt& found : understood.annotation.doubts) {
    Json json = found.evidence ? evidence_json(understood, *found.evidence) : Json(Json::Object());
    json.set("doubt", name_in(kDoubts, found.doubt));
    list.push_back(std::move(json));
  }
  return list;
}

Json text_list(const std::vector<std::string>& texts) {
  return Json::Array(texts.begin(), texts.end());
}

using Column = std::pair<std::string_view, std::string>;

std::vector<Column> columns_of(const Understood& understood) {
  const Annotation& annotation = understood.annotation;
  return {{"id", understood.activity.id.value},
          {"name", in_one_field(understood.activity.name)},
          {"concepts", concept_list(understood)},
          {"attendance", std::string(indexer::attendance_word(annotation.attendance))},
          {"format", group_name(annotation)},
          {"min_age", age_text(annotation.min_age)},
          {"max_age", age_text(annotation.max_age)},
          {"cost_eur", cost_text(annotation)},
          {"wheelchair", wheelchair_name(annotation)},
          {"recurring", std::string(name_of(annotation.recurrence))},
          {"referral", std::string(name_of(annotation.referral))},
          {"waiting_weeks", waiting_text(annotation)},
          {"live", is_live(understood) ? "yes" : "no"},
          {"duplicate_of", understood.duplicate_of}};
}

}  // namespace

std::string quote(const catalog::Activity& activity, const indexer::Evidence& evidence) {
  const std::string_view text = text_of(activity, evidence);
  std::string pointer = pointer_to(evidence.field, evidence.item);
  if (evidence.span.begin >= evidence.span.end || evidence.span.end > text.size()) return pointer;
  return fmt::format("{} “{}”", pointer,
                     text.substr(evidence.span.begin, evidence.span.end - evidence.span.begin));
}

std::string annotation_heading() {
  return "id\tname\tconcepts\tattendance\tformat\tmin_age\tmax_age\tcost_"
         "eur\twheelchair\trecurring\treferral\t"
         "waiting_weeks\tlive\tduplicate_of\n";
}

std::string annotation_row(const Understood& understood) {
  std::string row;
  for (const auto& [heading, value] : columns_of(understood)) {
    row += (heading == "id" ? "" : "\t") + value;
  }
  return row + "\n";
}

// "FREQ=WEEKLY;BYDAY=TU 10:00-12:00"; without the end where the words tell none.
Json hours_json(const std::vector<catalog::Schedule>& schedules) {
  std::vector<std::string> lines;
  for (const catalog::Schedule& schedule : schedules) {
    std::string line = schedule.rrule;
    if (schedule.opens) line += " " + catalog::format_time_of_day(*schedule.opens);
    if (schedule.closes) line += "-" + catalog::format_time_of_day(*schedule.closes);
    lines.push_back(std::move(line));
  }
  return text_list(lines);
}

std::string annotation_json(const Understood& understood) {
  Json json{Json::Object()};
  for (const auto& [heading, value] : columns_of(understood)) {
    if (heading != "concepts" && !value.empty()) json.set(std::string(heading), value);
  }
  const std::string gender = name_in(kGenders, understood.annotation.gender);
  if (!gender.empty()) json.set("gender", gender);
  json.set("languages", text_list(understood.annotation.languages));
  json.set("told_areas", text_list(understood.annotation.told_areas));
  json.set("told_hours", hours_json(understood.annotation.told_hours));
  json.set("concepts", concepts_json(understood));
  json.set("evidence", facts_json(understood, understood.annotation.evidence));
  json.set("conflicts", facts_json(understood, understood.annotation.conflicts));
  json.set("remarks", remarks_json(understood));
  json.set("doubts", doubts_json(understood));
  return catalog::write_json(json) + "\n";
}

std::string annotation_story(const Understood& understood) {
  std::string story = understood.activity.name + "\n";
  for (const indexer::FoundConcept& found : understood.annotation.concepts) {
    story += fmt::format("  {:<24} {:>3} %  {}\n",
                         understood.vocabulary.concepts()[found.number].label.nl, found.confidence,
                         quote(understood.activity, found.evidence));
  }
  for (const auto& [heading, value] : columns_of(understood)) {
    if (heading == "id" || heading == "name" || heading == "concepts" || value.empty()) continue;
    story += fmt::format("  {:<24} {}\n", heading, value);
  }
  for (const indexer::FactEvidence& entry : understood.annotation.evidence) {
    story += fmt::format("    {:<22} {}\n", name_in(kFacts, entry.fact),
                         quote(understood.activity, entry.evidence));
  }
  for (const indexer::FactEvidence& entry : understood.annotation.conflicts) {
    story += fmt::format("  tegenspraak: {:<11} {}\n", name_in(kFacts, entry.fact),
                         quote(understood.activity, entry.evidence));
  }
  return story + "\n";
}

}  // namespace kring::service
