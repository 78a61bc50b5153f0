#include "engine/network_json.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/json_reader.h"

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Problems;

constexpr std::array<std::string_view, 8> kDomains = {
    "household", "family", "friend", "neighbour", "work_school", "club", "professional", "other"};
constexpr std::array<std::string_view, 6> kWantedDomains = {"household", "family",      "friend",
                                                            "neighbour", "work_school", "club"};
constexpr std::array<std::string_view, 3> kDirections = {"both_ways", "to_contact", "to_person"};
constexpr std::array<std::string_view, 5> kFrequencies = {"never", "few_times_a_year", "monthly",
                                                          "weekly", "daily"};
constexpr std::array<std::string_view, 3> kKnown = {"less_than_1_year", "1_to_5_years",
                                                    "more_than_5_years"};
constexpr std::array<std::string_view, 4> kWishes = {"more_contact", "same", "less_contact",
                                                     "none"};
constexpr std::array<std::string_view, 4> kKinds = {"person", "group", "pet", "place"};
constexpr Range kOrdinal{1, 3};

void read_support(ObjectReader& reader, Contact& contact) {
  contact.practical_support = reader.whole("practical_support", kOrdinal);
  contact.emotional_support = reader.whole("emotional_support", kOrdinal);
  contact.information_advice = reader.whole("information_advice", kOrdinal);
  contact.encouragement = reader.whole("encouragement", kOrdinal);
  contact.critical = reader.whole("critical", kOrdinal);
  contact.closeness = reader.whole("closeness", kOrdinal);
}

Contact read_contact(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  Contact contact;
  reader.require("id");
  contact.id = reader.text("id", 40).value_or("");
  if (const Json* id = json.find("id"); id != nullptr && id->string() == "") {
    reader.fault("id", "too_short", {"Geef elk contact een id.", "Give every contact an id."});
  }
  contact.alias = reader.text("alias", 60).value_or("");
  contact.domain = as<Domain>(reader.choice("domain", kDomains));
  contact.circle = reader.whole("circle", kOrdinal);
  read_support(reader, contact);
  contact.help_direction = as<HelpDirection>(reader.choice("help_direction", kDirections));
  contact.frequency = as<Frequency>(reader.choice("frequency", kFrequencies));
  contact.known = as<KnownFor>(reader.choice("known", kKnown));
  if (const auto minutes = reader.whole("travel_minutes", {0, 1440})) {
    contact.travel_minutes = catalog::Minutes{*minutes};
  }
  contact.wish = as<ContactWish>(reader.choice("wish", kWishes));
  contact.interests = reader.texts("interests", 10, 60);
  contact.kind = as<ContactKind>(reader.choice("kind", kKinds)).value_or(ContactKind::kPerson);
  reader.finish();
  return contact;
}

void check_ids(const std::vector<Contact>& contacts,
               const std::string& pointer,
               Problems& problems) {
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const bool is_repeated =
        std::any_of(contacts.begin(), contacts.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const Contact& other) { return other.id == contacts[i].id; });
    if (is_repeated) {
      problems.push_back({"repeated_id",
                          fmt::format("{}/contacts/{}/id", pointer, i),
                          {"Twee contacten hebben dit id.", "Two contacts have this id."}});
    }
  }
}

std::pair<std::string, std::string> read_tie(const Json& json,
                                             const std::string& pointer,
                                             const Network& network,
                                             Problems& problems) {
  const Json::Array& ends = json.array();
  const bool is_pair = ends.size() == 2 && ends[0].is_string() && ends[1].is_string();
  if (!is_pair) {
    problems.push_back({"invalid_tie",
                        pointer,
                        {"Geef de ids van twee contacten.", "Give the ids of two contacts."}});
    return {};
  }
  if (*ends[0].string() == *ends[1].string()) {
    problems.push_back({"invalid_tie",
                        pointer,
                        {"Geef de ids van twee verschillende contacten.",
                         "Give the ids of two different contacts."}});
  }
  const auto is_known = [&network](std::string_view id) {
    return network.contacts
           && std::any_of(network.contacts->begin(), network.contacts->end(),
                          [id](const Contact& contact) { return contact.id == id; });
  };
  for (std::size_t end = 0; end < 2; ++end) {
    if (!is_known(*ends[end].string())) {
      problems.push_back(
          {"unknown_contact",
           fmt::format("{}/{}", pointer, end),
           {"Dit contact staat niet op de kaart.", "This contact is not on the map."}});
    }
  }
  return {std::string(*ends[0].string()), std::string(*ends[1].string())};
}

// A domain may be named twice: it is wanted as much.
std::optional<std::vector<Domain>> read_wanted_domains(ObjectReader& reader, Problems& problems) {
  static constexpr std::size_t kManyDomains = 100;
  const Json::Array* items = reader.list("domains", 0, kManyDomains);
  if (items == nullptr) return std::nullopt;
  std::vector<Domain> domains;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto found =
        std::find(kWantedDomains.begin(), kWantedDomains.end(), (*items)[i].string().value_or(""));
    if (found != kWantedDomains.end()) {
      domains.push_back(static_cast<Domain>(found - kWantedDomains.begin()));
    } else {
      problems.push_back({"unknown_value",
                          fmt::format("{}/{}", reader.pointer_to("domains"), i),
                          {fmt::format("Kies een van: {}.", fmt::join(kWantedDomains, ", ")),
                           fmt::format("Choose one of: {}.", fmt::join(kWantedDomains, ", "))}});
    }
  }
  return domains;
}

WantedNetwork read_wanted(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  WantedNetwork wanted;
  wanted.contacts = reader.whole("contacts", {0, 50});
  wanted.confidants = reader.whole("confidants", {0, 15});
  wanted.visits_per_week = reader.number("visits_per_week", {0, 21});
  wanted.domains = read_wanted_domains(reader, problems);
  reader.finish();
  return wanted;
}

InstrumentScores read_scores(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  InstrumentScores scores;
  scores.lsns6 = reader.whole("lsns6", {0, 30});
  scores.de_jong_gierveld6_social = reader.whole("de_jong_gierveld6_social", {0, 3});
  scores.de_jong_gierveld6_emotional = reader.whole("de_jong_gierveld6_emotional", {0, 3});
  scores.zrm_social_network = reader.whole("zrm_social_network", {1, 5});
  scores.zrm_participation = reader.whole("zrm_participation", {1, 5});
  reader.finish();
  return scores;
}

}  // namespace

void check_order(const Network& network, const Network& before, Problems& problems) {
  if (!network.mapped_on || !before.mapped_on || *before.mapped_on <= *network.mapped_on) return;
  problems.push_back({"contradiction",
                      "/network_before/mapped_on",
                      {"De eerdere kaart is van een latere dag dan de kaart van nu.",
                       "The earlier map is of a later day than the map of now."}});
}

Network read_network(const Json& json, const std::string& pointer, Problems& problems) {
  ObjectReader reader(json, pointer, problems);
  Network network;
  network.mapped_on = reader.date("mapped_on");
  if (const Json::Array* contacts = reader.list("contacts", 0, 15); contacts != nullptr) {
    network.contacts.emplace();
    for (std::size_t i = 0; i < contacts->size(); ++i) {
      network.contacts->push_back(
          read_contact((*contacts)[i], fmt::format("{}/contacts/{}", pointer, i), problems));
    }
    check_ids(*network.contacts, pointer, problems);
  }
  if (const Json::Array* ties = reader.list("ties", 0, 105); ties != nullptr) {
    network.ties.emplace();
    for (std::size_t i = 0; i < ties->size(); ++i) {
      network.ties->push_back(
          read_tie((*ties)[i], fmt::format("{}/ties/{}", pointer, i), network, problems));
    }
  }
  if (const Json* wanted = reader.take("wanted")) {
    network.wanted = read_wanted(*wanted, pointer + "/wanted", problems);
  }
  if (const Json* scores = reader.take("scores")) {
    network.scores = read_scores(*scores, pointer + "/scores", problems);
  }
  reader.finish();
  return network;
}

}  // namespace kring::engine
