#include "tests/engine/random_profile.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "catalog/vocabulary.h"

namespace kring::tests {
namespace {

using bench::Random;
using catalog::Json;
using Names = std::vector<std::string>;

const Names kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
const Names kModes = {"walk", "wheelchair", "bicycle", "public_transport", "car", "lift"};
const Names kForms = {"in_person", "home_visit", "phone", "online"};
const Names kAccess = {"wheelchair", "accessible_toilet", "step_free", "hearing_loop", "low_vision",
                       "quiet",      "assistance_dog"};
const Names kSpoken = {"nl", "nl-NL", "en", "ar", "tr", "ti", "pl", "uk", "fr"};
const Names kHours = {"00:00", "07:30", "09:00", "10:15", "12:00", "13:30", "17:00", "19:00"};
const Names kLaterHours = {"19:30", "20:00", "22:00", "23:59", "24:00"};
const Names kGenders = {"woman", "man", "other"};
const Names kOutcomes = {"going_well", "stopped", "never_got_in", "refused"};
const Names kTriedReasons = {"too_far",     "too_expensive", "no_place",
                             "not_my_kind", "too_busy",      "no_one_to_go_with",
                             "health",      "time",          "other"};
const Names kGroupSizes = {"one_to_one", "small_group", "open_group"};
const Names kDomains = {"household",   "family", "friend",       "neighbour",
                        "work_school", "club",   "professional", "other"};
const Names kWishes = {"more_contact", "same", "less_contact", "none"};
const Names kFrequencies = {"never", "few_times_a_year", "monthly", "weekly", "daily"};

// Limits in words, each with what it is called.
struct Phrase {
  const char* text;
  const char* name;
};
const std::vector<Phrase> kPhrases = {{"ik ben bang voor groepen", "fear_of_groups"},
                                      {"liever een kleine groep", "small_group"},
                                      {"ik heb weinig energie", "low_energy"},
                                      {"ik heb weinig geld", "low_money"},
                                      {"ik heb geen auto", "no_transport"},
                                      {"niet in de avond", "no_evenings"},
                                      {"een rustige plek", "quiet"},
                                      {"ik loop met een rollator", "mobility"},
                                      {"liever niet zingen", "do_music_theatre"},
                                      {"samen eten", "meet_eating"}};

/// Some of `names`, each once, at least `least`.
Json some_of(Random& random, const Names& names, std::size_t least, std::size_t most) {
  std::set<std::string> chosen;
  const std::size_t count = least + random.below(most - least + 1);
  while (chosen.size() < std::min(count, names.size()))
    chosen.insert(random.pick(names));
  Json list{Json::Array()};
  for (const std::string& name : chosen)
    list.push_back(name);
  return list;
}

Json make_hours(Random& random, std::size_t most) {
  Json list{Json::Array()};
  const std::size_t count = 1 + random.below(most);
  for (std::size_t i = 0; i < count; ++i) {
    Json entry;
    entry.set("days", some_of(random, kDays, 1, 5));
    entry.set("from", random.pick(kHours));
    entry.set("to", random.pick(kLaterHours));
    list.push_back(entry);
  }
  return list;
}

std::string some_words(Random& random, const Stock& stock, std::size_t most) {
  std::string text;
  for (std::size_t i = 1 + random.below(most); i > 0; --i)
    text += (text.empty() ? "" : " ") + random.pick(stock.words);
  return text;
}

Json make_person(Random& random, const Stock& stock) {
  Json person{Json::Object()};
  if (random.chance(70)) person.set("age", random.between(0, 100));
  if (random.chance(60)) person.set("gender", random.pick(kGenders));
  if (random.chance(50)) person.set("languages", some_of(random, kSpoken, 1, 3));
  if (random.chance(85)) person.set("postcode", random.pick(stock.postcodes));
  if (random.chance(10)) {
    person.set("latitude", catalog::make_decimal(51'000 + random.between(0, 1'000), 3));
    person.set("longitude", catalog::make_decimal(5'500 + random.between(0, 700), 3));
  }
  return person;
}

Json make_travel(Random& random) {
  Json list{Json::Array()};
  for (std::size_t i = random.below(4); i > 0; --i) {
    Json entry;
    entry.set("mode", random.pick(kModes));
    entry.set("max_minutes", random.between(1, 90));
    list.push_back(entry);
  }
  return list;
}

Json make_practical(Random& random) {
  Json practical{Json::Object()};
  if (random.chance(75)) practical.set("travel", make_travel(random));
  if (random.chance(35)) practical.set("attendance", some_of(random, kForms, 1, 4));
  if (random.chance(50)) practical.set("availability", make_hours(random, 4));
  if (random.chance(50)) {
    practical.set("max_cost_per_session",
                  catalog::make_decimal(random.between(0, 40) * std::int64_t{50}, 2));
  }
  if (random.chance(25)) practical.set("access_needs", some_of(random, kAccess, 0, 3));
  if (random.chance(30)) practical.set("group_size", random.pick(kGroupSizes));
  if (random.chance(30)) practical.set("can_get_referral", random.chance(50));
  if (random.chance(40)) practical.set("start_within_days", random.between(0, 60));
  return practical;
}

Json make_contact(Random& random, int number) {
  Json contact;
  contact.set("id", "c" + std::to_string(number));
  if (random.chance(70)) contact.set("alias", "contact");
  if (random.chance(80)) contact.set("domain", random.pick(kDomains));
  for (const char* const item : {"practical_support", "emotional_support", "information_advice",
                                 "encouragement", "critical", "closeness"}) {
    if (random.chance(70)) contact.set(item, random.between(1, 3));
  }
  if (random.chance(70)) contact.set("frequency", random.pick(kFrequencies));
  if (random.chance(60)) contact.set("wish", random.pick(kWishes));
  if (random.chance(40)) contact.set("travel_minutes", random.between(0, 200));
  return contact;
}

Json make_network(Random& random) {
  Json network{Json::Object()};
  if (random.chance(10)) return network;
  Json contacts{Json::Array()};
  const int count = random.between(0, 8);
  for (int i = 1; i <= count; ++i)
    contacts.push_back(make_contact(random, i));
  network.set("contacts", contacts);
  Json ties{Json::Array()};
  if (count >= 2) {
    Json tie;
    tie.push_back("c1");
    tie.push_back("c2");
    ties.push_back(tie);
  }
  if (random.chance(50)) network.set("ties", ties);
  Json wanted{Json::Object()};
  if (random.chance(50)) wanted.set("contacts", random.between(0, 12));
  if (random.chance(50)) wanted.set("confidants", random.between(0, 4));
  if (random.chance(50)) network.set("wanted", wanted);
  return network;
}

Json make_needs(Random& random, const Stock& stock) {
  Json needs{Json::Array()};
  for (std::size_t i = random.below(5); i > 0; --i) {
    Json need;
    const bool has_concept = random.chance(75);
    if (has_concept) need.set("concept", random.pick(stock.concepts));
    std::string text = !has_concept || random.chance(40) ? some_words(random, stock, 6) : "";
    if (random.chance(30))
      text += (text.empty() ? "" : ". ") + std::string(random.pick(kPhrases).text) + ".";
    if (!text.empty()) need.set("text", text);
    if (random.chance(70)) need.set("priority", random.between(1, 3));
    needs.push_back(need);
  }
  return needs;
}

Json make_not_meant(Random& random, std::size_t needs) {
  Json list{Json::Array()};
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    Json entry;
    entry.set("need", static_cast<std::int64_t>(random.below(needs)));
    entry.set("name", random.pick(kPhrases).name);
    list.push_back(entry);
  }
  return list;
}

Json make_avoid(Random& random, const Stock& stock) {
  Json avoid{Json::Object()};
  if (random.chance(40)) avoid.set("concepts", some_of(random, stock.concepts, 1, 3));
  if (random.chance(30)) {
    Json words;
    words.push_back(some_words(random, stock, 2));
    avoid.set("words", words);
  }
  if (random.chance(30)) avoid.set("activities", some_of(random, stock.activities, 1, 10));
  if (random.chance(30)) avoid.set("organizations", some_of(random, stock.organizations, 1, 4));
  if (random.chance(30)) avoid.set("places", some_of(random, stock.venues, 1, 6));
  if (random.chance(30)) avoid.set("hours", make_hours(random, 2));
  return avoid;
}

Json make_tried(Random& random, const Stock& stock) {
  Json tried{Json::Array()};
  for (std::size_t i = 1 + random.below(20); i > 0; --i) {
    Json entry;
    entry.set("activity", random.pick(stock.activities));
    entry.set("outcome", random.pick(kOutcomes));
    if (random.chance(75)) entry.set("reason", random.pick(kTriedReasons));
    tried.push_back(entry);
  }
  return tried;
}

// Leaves of the avoided concepts those that no need names.
void drop_contradictions(Json& profile) {
  if (profile.find("avoid") == nullptr || profile["avoid"].find("concepts") == nullptr) return;
  Json kept{Json::Array()};
  for (const Json& avoided : profile["avoid"]["concepts"].array()) {
    const auto& needs = profile["needs"].array();
    const bool is_needed = std::any_of(needs.begin(), needs.end(), [&avoided](const Json& need) {
      return need["concept"].string() == avoided.string();
    });
    if (!is_needed) kept.push_back(avoided);
  }
  Json avoid = profile["avoid"];
  avoid.set("concepts", kept);
  profile.set("avoid", avoid);
}

void add_unique(Names& names, const std::string& name) {
  const bool is_known = std::find(names.begin(), names.end(), name) != names.end();
  if (!name.empty() && name.size() <= 100 && !is_known) names.push_back(name);
}

}  // namespace

Stock make_stock(const Oracle& oracle, const std::vector<catalog::Place>& places) {
  Stock stock;
  const indexer::Analyser analyser;
  for (const catalog::Concept& entry : oracle.vocabulary().concepts())
    stock.concepts.push_back(entry.id);
  for (const catalog::Place& place : places)
    stock.postcodes.push_back(std::to_string(place.postcode4));
  for (const PlainActivity& activity : oracle.activities()) {
    stock.activities.push_back(activity.record.id.value);
    add_unique(stock.organizations, activity.record.organization.name);
    add_unique(stock.organizations, activity.record.organization.id);
    for (const catalog::Site& site : activity.record.sites) {
      add_unique(stock.venues, site.name);
      add_unique(stock.venues, site.postcode);
      add_unique(stock.venues, site.postcode.substr(0, 4));
    }
    for (const indexer::Token& token : analyser.tokens_of(activity.record.name)) {
      const std::string& word = token.form->folded;
      if (token.is_word() && !indexer::is_stop_word(word) && word.size() <= 20)
        add_unique(stock.words, word);
    }
  }
  return stock;
}

Json make_random_profile(Random& random, const Stock& stock) {
  Json profile{Json::Object()};
  if (random.chance(30)) profile.set("language", random.chance(50) ? "en" : "nl");
  static constexpr std::array<const char*, 4> kDates = {"2026-11-20", "2026-11-23", "2026-11-28",
                                                        "2026-12-24"};
  profile.set("date", random.pick(kDates));
  if (random.chance(90)) profile.set("person", make_person(random, stock));
  if (random.chance(85)) profile.set("practical", make_practical(random));
  if (random.chance(60)) profile.set("network", make_network(random));
  if (random.chance(10)) profile.set("network_before", make_network(random));
  if (random.chance(85)) profile.set("needs", make_needs(random, stock));
  const std::size_t needs = profile["needs"].array().size();
  if (needs > 0 && random.chance(30)) profile.set("not_meant", make_not_meant(random, needs));
  if (random.chance(60)) {
    Json interests{Json::Array()};
    for (std::size_t i = random.below(4); i > 0; --i)
      interests.push_back(some_words(random, stock, 2));
    profile.set("interests", interests);
  }
  if (random.chance(40)) profile.set("avoid", make_avoid(random, stock));
  if (random.chance(40)) profile.set("tried", make_tried(random, stock));
  drop_contradictions(profile);
  return profile;
}

}  // namespace kring::tests
