#include "catalog/formats/event_activity.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "catalog/categories.h"
#include "catalog/formats/event_place.h"
#include "catalog/formats/event_schedule.h"
#include "catalog/formats/schema_org_json.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxAge = 150;  ///< years

Organization read_organizer(const Fields& event) {
  for (const char* name : {"organizer", "provider"}) {
    if (event.json()[name].is_string()) {
      return {"", event.line(name), "", "", ""};
    }
    if (event.has(name)) {
      const Fields fields = event.object(name);
      return {node_id(fields.json()), localized_text(fields, "name"), fields.text("description"),
              fields.line("email"), fields.line("url")};
    }
  }
  return {};
}

/// The number of the organiser under `name`; "" where it is a mere name or gives none.
std::string organizer_phone(const Fields& event, const char* name) {
  const bool is_object = event.has(name) && !event.json()[name].is_string();
  return is_object ? event.object(name).line("telephone") : std::string();
}

std::vector<Phone> read_phones(const Fields& event) {
  for (const char* name : {"organizer", "provider"}) {
    const std::string number = organizer_phone(event, name);
    if (!number.empty()) {
      return {{number, ""}};
    }
  }
  return read_place_phones(event);
}

bool is_free(const Fields& event) {
  return lower_case(event.line("isAccessibleForFree")) == "true";
}

void add_cost(const Fields& offer, std::vector<CostOption>& costs) {
  CostOption cost{offer.has("price") ? offer.money("price") : offer.money("lowPrice"),
                  offer.line("priceCurrency"), localized_text(offer, "name")};
  if (cost.amount && std::find(costs.begin(), costs.end(), cost) == costs.end()) {
    costs.push_back(std::move(cost));
  }
}

std::vector<CostOption> read_costs(const Fields& event) {
  std::vector<CostOption> costs;
  for (const char* name : {"offers", "offer"}) {
    for (const Fields& offer : event.objects(name)) {
      add_cost(offer, costs);
    }
  }
  if (costs.empty() && is_free(event)) {
    costs.push_back({Cents{0}, "", ""});
  }
  return costs;
}

void add_words(const std::string& list, std::vector<std::string>& tags) {
  for (const std::string_view word : split(list, ',')) {
    add_distinct(tags, std::string(trim(word)));
  }
}

/// Words and labels under `name`: texts, or concepts with a label.
void add_labels(const Fields& event, const std::string& name, std::vector<std::string>& tags) {
  const Json& value = event.json()[name];
  const std::vector<Json> one = {value};
  for (const Json& item : value.is_array() ? value.array() : one) {
    Notes ignored;
    const Fields concept_fields(item, "", ignored);
    const std::string label = item.is_object() ? localized_text(concept_fields, "prefLabel")
                                               : clean_line(item.string().value_or(""));
    add_distinct(
        tags, item.is_object() && label.empty() ? localized_text(concept_fields, "name") : label);
  }
}

/// Concepts that Kring wrote beside the keywords.
void add_concepts(const Fields& event, std::vector<std::string>& tags) {
  for (const Fields& term : event.objects("about")) {
    if (term.line("inDefinedTermSet") == kConceptSet) {
      add_distinct(tags, term.line("termCode"));
    }
  }
}

std::vector<std::string> read_tags(const Fields& event) {
  std::vector<std::string> tags;
  if (event.json()["keywords"].is_string()) {
    add_words(event.line("keywords"), tags);
  } else {
    add_labels(event, "keywords", tags);
  }
  tags = with_concepts(CategoryScheme::kSchemaOrg, std::move(tags));
  std::vector<std::string> labels;
  for (const char* name : {"activity", "category", "facilityType"}) {
    add_labels(event, name, labels);
  }
  for (const std::string& label : with_concepts(CategoryScheme::kOpenActive, std::move(labels))) {
    add_distinct(tags, label);
  }
  add_concepts(event, tags);
  return tags;
}

void read_further(const Fields& event, Activity& activity) {
  for (const Fields& property : event.objects("additionalProperty")) {
    const std::string name = property.line("propertyID");
    for (const FurtherText& text : further_texts()) {
      if (name == text.name) activity.*text.member = property.text("value");
    }
  }
}

std::optional<int> parse_age(std::string_view digits) {
  int age = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), age);
  const bool is_age =
      error == std::errc() && end == digits.data() + digits.size() && age >= 0 && age <= kMaxAge;
  return is_age ? std::optional<int>(age) : std::nullopt;
}

void read_ages(const Fields& event, Activity& activity) {
  const AgeRange typical = parse_typical_ages(event.line("typicalAgeRange"));
  activity.min_age = typical.min;
  activity.max_age = typical.max;
  if (event.has("ageRange")) {
    const Fields range = event.object("ageRange");
    activity.min_age = range.whole_number("minValue", 0, kMaxAge);
    activity.max_age = range.whole_number("maxValue", 0, kMaxAge);
  }
  if (activity.min_age == 0) {
    activity.min_age.reset();  // "from 0 years" is no limit
  }
}

/// OpenActive's words for whom it is, old ("http://openactive.io/ns#Female", "mixed") and new
/// ("https://openactive.io/FemaleOnly").
std::string read_eligibility(const Fields& event) {
  const std::string restriction = lower_case(event.line("genderRestriction"));
  if (restriction.find("female") != std::string::npos) {
    return "Alleen voor vrouwen.";
  }
  return restriction.find("male") != std::string::npos ? "Alleen voor mannen." : "";
}

std::vector<std::string> read_languages(const Fields& event) {
  std::vector<std::string> languages;
  for (const std::string& word : event.lines("inLanguage")) {
    add_distinct(languages, language_in(word).value_or(""));
  }
  return languages;
}

std::string read_description(const Fields& event) {
  std::string description = event.json()["description"].is_object()
                                ? localized_text(event, "description")
                                : event.text("description");
  if (description == "-") {
    description.clear();  // what some feeds write for nothing
  }
  for (const char* name : {"attendeeInstructions", "meetingPoint"}) {
    const std::string more = event.text(name);
    description += more.empty() || description.empty() ? more : "\n\n" + more;
  }
  return description;
}

std::vector<ServiceArea> read_areas(const Fields& event) {
  std::vector<ServiceArea> areas;
  if (event.json()["areaServed"].is_string()) {
    return {{event.line("areaServed"), ""}};
  }
  for (const Fields& area : event.objects("areaServed")) {
    const std::string name = localized_text(area, "name");
    if (!name.empty()) {
      areas.push_back({name, ""});
    }
  }
  return areas;
}

}  // namespace

Activity read_event(const Fields& event) {
  Activity activity;
  activity.name = localized_text(event, "name");
  activity.description = read_description(event);
  activity.url = event.line("url");
  activity.organization = read_organizer(event);
  activity.email = activity.organization.email;
  activity.phones = read_phones(event);
  activity.status = read_event_status(event);
  activity.sites = read_event_sites(event);
  activity.schedules = read_event_schedules(event, whereabouts_of(activity.sites));
  for (Schedule& schedule : activity.schedules) {
    schedule.attendance = read_attendance_mode(event);
  }
  activity.areas = read_areas(event);
  activity.costs = read_costs(event);
  read_ages(event, activity);
  activity.eligibility_description = read_eligibility(event);
  read_further(event, activity);
  activity.languages = read_languages(event);
  activity.tags = read_tags(event);
  for (const char* name : {"dateModified", "modified"}) {
    activity.modified_on =
        activity.modified_on ? activity.modified_on : parse_date(event.line(name));
  }
  return activity;
}

AgeRange parse_typical_ages(std::string_view range) {
  const std::size_t mark = range.find_first_of("-+");
  if (mark == std::string_view::npos) {
    return {};
  }
  const bool may_end = range[mark] == '-';
  return {parse_age(trim(range.substr(0, mark))),
          may_end ? parse_age(trim(range.substr(mark + 1))) : std::nullopt};
}

}  // namespace kring::catalog::formats
