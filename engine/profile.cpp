#include "engine/profile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "catalog/places.h"
#include "engine/json_reader.h"
#include "engine/network_json.h"
#include "engine/plan/sentences.h"

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Problems;
using Names = std::string_view;

constexpr std::size_t kMaxNeeds = 20;

constexpr std::array<Names, 2> kLanguages = {"nl", "en"};
constexpr std::array<Names, 2> kFormsOfAddress = {"u", "je"};
constexpr std::array<Names, 3> kCompanies = {"worker", "relative", "alone"};
constexpr std::array<Names, 3> kGenders = {"woman", "man", "other"};
constexpr std::array<Names, kTravelModeCount> kTravelModes = {
    "walk", "wheelchair", "bicycle", "public_transport", "car", "lift"};
constexpr std::array<Names, catalog::kAttendanceCount> kAttendance = {"in_person", "home_visit",
                                                                      "phone", "online"};
constexpr std::array<Names, kAccessNeedCount> kAccessNeeds = {
    "wheelchair", "accessible_toilet", "step_free", "hearing_loop", "low_vision",
    "quiet",      "assistance_dog"};
constexpr std::array<Names, 3> kGroupSizes = {"one_to_one", "small_group", "open_group"};
constexpr std::array<Names, 7> kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<Names, 5> kMoments = {"start_of_care", "care_planning", "discharge",
                                           "moving_on", "review"};
constexpr std::array<Names, 4> kOutcomes = {"going_well", "stopped", "never_got_in", "refused"};
constexpr std::array<Names, 9> kReasons = {"too_far",     "too_expensive", "no_place",
                                           "not_my_kind", "too_busy",      "no_one_to_go_with",
                                           "health",      "time",          "other"};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return text;
}

// The schema's pattern: four digits, the first not 0, one blank at most, two letters or none.
bool is_postcode(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const bool has_fitting_blank = blank == std::string_view::npos
                                 || (blank == 4 && text.find(' ', 5) == std::string_view::npos);
  return has_fitting_blank && catalog::parse_postcode4(text).has_value();
}

Person read_person(const Json& json, Problems& problems) {
  ObjectReader reader(json, "/person", problems);
  Person person;
  person.age = reader.whole("age", {0, 120});
  person.gender = as<Gender>(reader.choice("gender", kGenders));
  if (const Json::Array* given = reader.list("languages", 1, 8); given != nullptr) {
    for (const std::string& tag : reader.texts("languages", 8, 35)) {
      person.languages.push_back(lower_case(tag));
    }
  }
  person.postcode = reader.text("postcode", 8);
  if (person.postcode && !is_postcode(*person.postcode)) {
    reader.fault("postcode", "invalid_postcode",
                 {"Geef een postcode als 6512 of 6512 AB.", "Give a postcode as 6512 or 6512 AB."});
  }
  const auto latitude = reader.number("latitude", {-90, 90});
  const auto longitude = reader.number("longitude", {-180, 180});
  if (json.find("latitude") != nullptr) reader.require("longitude");
  if (json.find("longitude") != nullptr) reader.require("latitude");
  if (latitude && longitude) person.point = catalog::Point{*latitude, *longitude};
  reader.finish();
  return person;
}

WeekHours read_hours(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  WeekHours hours;
  reader.require("days");
  reader.require("from");
  reader.require("to");
  const Json* days = reader.take("days");
  if (days != nullptr && (!days->is_array() || days->array().empty())) {
    reader.fault("days", "wrong_type", {"Geef een of meer dagen.", "Give one day or more."});
  }
  for (const Json& day : days == nullptr ? Json::Array() : days->array()) {
    const auto found = std::find(kDays.begin(), kDays.end(), day.string().value_or(""));
    if (found == kDays.end()) {
      reader.fault(
          "days", "unknown_value",
          {"Kies uit MO, TU, WE, TH, FR, SA en SU.", "Choose from MO, TU, WE, TH, FR, SA and SU."});
      break;
    }
    hours.days.push_back(static_cast<int>(found - kDays.begin()));
  }
  const auto from = reader.time_of_day("from");
  const auto to = reader.time_of_day("to");
  static constexpr catalog::Minutes kEndOfDay{1440};
  if (from && *from == kEndOfDay) {
    reader.fault("from", "invalid_time", {"Geef een tijd als 09:30.", "Give a time as 09:30."});
  }
  if (from && to && *from >= *to) {
    reader.fault("to", "hours_reversed",
                 {"Het einde moet na het begin komen.", "The end must come after the start."});
  }
  hours.from = from.value_or(catalog::Minutes{0});
  hours.to = to.value_or(kEndOfDay);
  reader.finish();
  return hours;
}

std::optional<std::vector<WeekHours>> read_hours_list(ObjectReader& reader,
                                                      std::string_view name,
                                                      std::size_t min_items,
                                                      std::size_t max_items,
                                                      Problems& problems) {
  const Json::Array* items = reader.list(name, min_items, max_items);
  if (items == nullptr) return std::nullopt;
  std::vector<WeekHours> hours;
  for (std::size_t i = 0; i < items->size(); ++i) {
    hours.push_back(
        read_hours((*items)[i], fmt::format("{}/{}", reader.pointer_to(name), i), problems));
  }
  return hours;
}

std::optional<std::vector<Travel>> read_travel(ObjectReader& practical, Problems& problems) {
  const Json::Array* items = practical.list("travel", 0, 6);
  if (items == nullptr) return std::nullopt;
  std::vector<Travel> travel;
  for (std::size_t i = 0; i < items->size(); ++i) {
    ObjectReader reader((*items)[i], fmt::format("/practical/travel/{}", i), problems);
    reader.require("mode");
    reader.require("max_minutes");
    const auto mode = as<TravelMode>(reader.choice("mode", kTravelModes));
    const auto minutes = reader.whole("max_minutes", {1, 180});
    reader.finish();
    if (mode && minutes) travel.push_back({*mode, {*minutes}});
  }
  return travel;
}

Practical read_practical(const Json& json, Problems& problems) {
  ObjectReader reader(json, "/practical", problems);
  Practical practical;
  practical.travel = read_travel(reader, problems);
  if (const auto forms = reader.choices("attendance", kAttendance, 1)) {
    practical.attendance.emplace();
    for (const std::size_t form : *forms) {
      practical.attendance->add(static_cast<catalog::Attendance>(form));
    }
  }
  practical.availability = read_hours_list(reader, "availability", 1, 28, problems);
  if (const auto cost = reader.number("max_cost_per_session", {0, 1e6})) {
    practical.max_cost_per_session = catalog::Cents{std::llround(*cost * 100)};
  }
  for (const std::size_t need :
       reader.choices("access_needs", kAccessNeeds, 0).value_or(std::vector<std::size_t>())) {
    practical.access_needs.push_back(static_cast<AccessNeed>(need));
  }
  practical.group_size = as<catalog::GroupSize>(reader.choice("group_size", kGroupSizes));
  practical.can_get_referral = reader.boolean("can_get_referral");
  practical.first_step_support = reader.boolean("first_step_support");
  practical.start_within_days = reader.whole("start_within_days", {0, 365});
  reader.finish();
  return practical;
}

std::vector<Need> read_needs(ObjectReader& profile, Problems& problems) {
  std::vector<Need> needs;
  const Json::Array* items = profile.list("needs", 0, kMaxNeeds);
  if (items == nullptr) return needs;
  for (std::size_t i = 0; i < items->size(); ++i) {
    ObjectReader reader((*items)[i], fmt::format("/needs/{}", i), problems);
    Need need;
    need.concept_id = reader.text("concept", 64);
    need.text = reader.text("text", 500).value_or("");
    need.priority = reader.whole("priority", {1, 3}).value_or(2);
    const bool names_nothing = (*items)[i].is_object() && (*items)[i].find("concept") == nullptr
                               && (*items)[i].find("text") == nullptr;
    if (names_nothing) {
      reader.fault("", "missing",
                   {"Geef een concept, een tekst of beide.", "Give a concept, a text or both."});
    }
    reader.finish();
    needs.push_back(std::move(need));
  }
  return needs;
}

std::vector<NotMeant> read_not_meant(ObjectReader& profile, std::size_t needs, Problems& problems) {
  std::vector<NotMeant> not_meant;
  const Json::Array* items = profile.list("not_meant", 0, 200);
  if (items == nullptr) return not_meant;
  for (std::size_t i = 0; i < items->size(); ++i) {
    ObjectReader reader((*items)[i], fmt::format("/not_meant/{}", i), problems);
    reader.require("need");
    reader.require("name");
    const auto need = reader.whole("need", {0, kMaxNeeds - 1});
    const auto name = reader.text("name", 64);
    if (need && static_cast<std::size_t>(*need) >= needs) {
      reader.fault("need", "unknown_need",
                   {"Geef het nummer van een wens uit needs. De eerste is 0.",
                    "Give the number of an entry of needs. The first is 0."});
    }
    reader.finish();
    if (need && name) not_meant.push_back({static_cast<std::size_t>(*need), *name});
  }
  return not_meant;
}

Avoid read_avoid(const Json& json, Problems& problems) {
  ObjectReader reader(json, "/avoid", problems);
  Avoid avoid;
  avoid.concepts = reader.texts("concepts", 20, 64);
  avoid.words = reader.texts("words", 20, 64);
  avoid.activities = reader.texts("activities", 50, 120);
  avoid.organizations = reader.texts("organizations", 50, 120);
  avoid.places = reader.texts("places", 20, 120);
  avoid.hours =
      read_hours_list(reader, "hours", 0, 14, problems).value_or(std::vector<WeekHours>());
  reader.finish();
  return avoid;
}

std::vector<Tried> read_tried(ObjectReader& profile, Problems& problems) {
  std::vector<Tried> tried;
  const Json::Array* items = profile.list("tried", 0, 30);
  if (items == nullptr) return tried;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Json& item = (*items)[i];
    ObjectReader reader(item, fmt::format("/tried/{}", i), problems);
    Tried entry;
    reader.require("outcome");
    entry.activity = reader.text("activity", 64);
    entry.contact = reader.text("contact", 40);
    entry.text = reader.text("text", 200).value_or("");
    entry.outcome = as<Outcome>(reader.choice("outcome", kOutcomes)).value_or(Outcome::kStopped);
    entry.reason = as<TriedReason>(reader.choice("reason", kReasons));
    const bool names_nothing = item.is_object() && item.find("activity") == nullptr
                               && item.find("contact") == nullptr && item.find("text") == nullptr;
    if (names_nothing) {
      reader.fault("", "missing",
                   {"Noem een activiteit, een contact of een tekst.",
                    "Name an activity, a contact or a text."});
    }
    reader.finish();
    tried.push_back(std::move(entry));
  }
  return tried;
}

void read_parts(const Json& document, Profile& profile, Problems& problems) {
  if (const Json* person = document.find("person")) profile.person = read_person(*person, problems);
  if (const Json* practical = document.find("practical")) {
    profile.practical = read_practical(*practical, problems);
  }
  if (const Json* network = document.find("network")) {
    profile.network = read_network(*network, "/network", problems);
  }
  if (const Json* before = document.find("network_before")) {
    profile.network_before = read_network(*before, "/network_before", problems);
  }
  if (profile.network && profile.network_before) {
    check_order(*profile.network, *profile.network_before, problems);
  }
  if (const Json* avoid = document.find("avoid")) profile.avoid = read_avoid(*avoid, problems);
}

}  // namespace

catalog::Result<Profile> parse_profile(const Json& document) {
  Problems problems;
  ObjectReader reader(document, "", problems);
  Profile profile;
  profile.language = as<catalog::Language>(reader.choice("language", kLanguages))
                         .value_or(catalog::Language::kDutch);
  profile.form_of_address = as<FormOfAddress>(reader.choice("form_of_address", kFormsOfAddress))
                                .value_or(FormOfAddress::kU);
  profile.company = as<Company>(reader.choice("company", kCompanies)).value_or(Company::kWorker);
  profile.date = reader.date("date");
  for (const std::string_view part :
       {"person", "practical", "network", "network_before", "avoid"}) {
    reader.take(part);
  }
  read_parts(document, profile, problems);
  profile.needs = read_needs(reader, problems);
  profile.not_meant = read_not_meant(reader, profile.needs.size(), problems);
  profile.interests = reader.texts("interests", 15, 120);
  profile.dislikes = reader.texts("dislikes", 20, 120);
  profile.tried = read_tried(reader, problems);
  profile.moment = as<Moment>(reader.choice("moment", kMoments));
  if (const auto language = reader.choice("sheet_language", sheet_languages())) {
    profile.sheet_language = sheet_languages()[*language];
  }
  reader.finish();
  if (!problems.empty()) return problems;
  return profile;
}

catalog::Result<Profile> parse_profile_text(std::string_view text) {
  const catalog::Result<Json> document = catalog::parse_json(text);
  if (!document) return document.error();
  return parse_profile(*document);
}

std::string_view name_of(AccessNeed need) {
  return kAccessNeeds[static_cast<std::size_t>(need)];
}

std::string_view name_of_weekday(int day) {
  return kDays[static_cast<std::size_t>(day)];
}

std::string_view name_of(TravelMode mode) {
  return kTravelModes[static_cast<std::size_t>(mode)];
}

}  // namespace kring::engine
