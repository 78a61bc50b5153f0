#include "tests/bench/catalog.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "catalog/demo/demo_data.h"
#include "catalog/embedded.h"
#include "catalog/formats/place_rows.h"
#include "catalog/quantity.h"

namespace kring::bench {

namespace {

constexpr double kSpread = 0.01;  // degrees; about a kilometre
constexpr int kRemotePercent = 8;
constexpr int kSeveralPercent = 10;
constexpr std::array kMinimumAges = {12, 16, 18, 50, 55, 65};
constexpr double kScale = 100'000;  ///< of degrees: five decimals, about a metre

using catalog::Json;

constexpr std::array kWords = {"Linde", "Brug",  "Haven", "Molen", "Ekster", "Klaver",
                               "Sluis", "Wilg",  "Toren", "Kade",  "Merel",  "Vlinder",
                               "Akker", "Spoor", "Zwaan", "Beuk"};
constexpr std::array kVenues = {"Buurthuis",   "Wijkcentrum", "Dorpshuis",
                                "Bibliotheek", "Kerkzaal",    "Sporthal"};
constexpr std::array kStreets = {"Dorpsstraat", "Kerkweg",     "Schoolpad",
                                 "Marktplein",  "Stationsweg", "Lindelaan"};
constexpr std::array kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array kSentences = {"Iedereen is welkom, ook als u niemand kent.",
                                   "Max. 12 deelnemers, vaste groep.",
                                   "Koffie en thee staan klaar.",
                                   "Graag vooraf even bellen.",
                                   "U hoeft niets te kunnen.",
                                   "Rustige ruimte zonder muziek.",
                                   "Een vrijwilliger vangt u op bij de deur."};

std::string pad(int number) {
  return fmt::format("{:02}:00:00", number);
}

/// Degrees with five decimals, about a metre.
Json make_degrees(double degrees) {
  return catalog::make_decimal(std::llround(degrees * kScale), 5);
}

// The order in which a call's arguments are worked out is the compiler's choice, so each chance
// below has a line of its own.

std::string make_day(Random& random, int year) {
  const int month = random.between(1, 12);
  const int day = random.between(1, 28);
  return fmt::format("{}-{:02}-{:02}", year, month, day);
}

std::string make_street(Random& random) {
  const std::string_view street = random.pick(kStreets);
  return fmt::format("{} {}", street, random.between(1, 200));
}

std::string make_venue(Random& random) {
  const std::string_view kind = random.pick(kVenues);
  return fmt::format("{} De {}", kind, random.pick(kWords));
}

}  // namespace

std::vector<catalog::Place> load_demo_places() {
  const auto places =
      catalog::formats::read_place_rows({"places.csv", std::string(catalog::demo_places())});
  if (!places) {
    throw catalog::Error("the demo's places cannot be read: " + places.error()[0].text.en);
  }
  return places->rows;
}

catalog::Vocabulary load_vocabulary() {
  catalog::Result<catalog::Vocabulary> parsed =
      catalog::parse_vocabulary(catalog::embedded_vocabulary());
  if (!parsed) {
    throw catalog::Error("the program's vocabulary cannot be read: " + parsed.error()[0].text.en);
  }
  return std::move(parsed).value();
}

CatalogMaker::CatalogMaker(std::uint64_t seed,
                           catalog::Vocabulary vocabulary,
                           std::vector<catalog::Place> places)
    : random_(seed), vocabulary_(std::move(vocabulary)), places_(std::move(places)) {
  for (const catalog::Concept& entry : vocabulary_.concepts()) {
    if (entry.kind == catalog::ConceptKind::kActivity && !entry.terms_nl.empty()) {
      subjects_.push_back(&entry);
    }
  }
}

std::string CatalogMaker::make_id() {
  const std::uint64_t high = random_.next();
  const std::uint64_t low = random_.next();
  return fmt::format("{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}", high >> 32U, (high >> 16U) & 0xffffU,
                     high & 0xfffU, low >> 52U, low & 0xffffffffffffU);
}

Json CatalogMaker::make_organization() {
  const std::size_t number = random_.below(5'000);
  return Json::Object{
      {"id", fmt::format("00000000-0000-5000-8000-{:012}", number)},
      {"name", fmt::format("Stichting {} {}", kWords[number % kWords.size()], number)}};
}

Json CatalogMaker::make_schedule() {
  const int opens = random_.between(8, 20);
  return Json::Object{{"id", make_id()},
                      {"freq", random_.chance(80) ? "WEEKLY" : "MONTHLY"},
                      {"interval", random_.chance(80) ? 1 : 2},
                      {"byday", kDays[random_.below(kDays.size())]},
                      {"dtstart", make_day(random_, 2025)},
                      {"opens_at", pad(opens)},
                      {"closes_at", pad(opens + random_.between(1, 3))}};
}

Json CatalogMaker::make_site(const catalog::Place& place) {
  const auto shift = [this] { return kSpread * (random_.between(-100, 100) / 100.0); };
  Json address = Json::Object{
      {"id", make_id()},
      {"address_1", make_street(random_)},
      {"city", place.name},
      {"postal_code", fmt::format("{} {}{}", place.postcode4,
                                  static_cast<char>('A' + random_.between(0, 25)), 'B')},
      {"country", "NL"},
      {"address_type", "physical"}};
  Json location = Json::Object{{"id", make_id()},
                               {"location_type", "physical"},
                               {"name", make_venue(random_)},
                               {"latitude", make_degrees(place.point.latitude + shift())},
                               {"longitude", make_degrees(place.point.longitude + shift())},
                               {"addresses", Json::Array{std::move(address)}}};
  if (random_.chance(50)) {
    location.set(
        "accessibility",
        Json::Array{Json::Object{{"id", make_id()}, {"description", "Rolstoeltoegankelijk."}}});
  }
  return Json::Object{{"id", make_id()}, {"location", std::move(location)}};
}

void CatalogMaker::add_sites(Json& service, const catalog::Place& place) {
  Json schedule = make_schedule();
  if (random_.chance(kRemotePercent)) {
    schedule.set("attending_type", random_.chance(50) ? "Online" : "Aan huis");
    service.set("schedules", Json::Array{std::move(schedule)});
    return;
  }
  service.set("schedules", Json::Array{std::move(schedule)});
  Json sites = Json::Array{make_site(place)};
  if (random_.chance(kSeveralPercent)) {
    Json second = make_site(random_.pick(places_));
    second.set("schedules", Json::Array{make_schedule()});
    sites.push_back(std::move(second));
  }
  service.set("service_at_locations", std::move(sites));
}

void CatalogMaker::add_limits(Json& service) {
  if (random_.chance(40)) {
    service.set("minimum_age", kMinimumAges[random_.below(kMinimumAges.size())]);
  }
  if (random_.chance(60)) {
    const int euros = random_.chance(40) ? 0 : random_.between(1, 12);
    service.set(
        "cost_options",
        Json::Array{Json::Object{
            {"id", make_id()}, {"amount", euros}, {"currency", "EUR"}, {"option", "per keer"}}});
  }
  if (random_.chance(30)) {
    service.set("languages", Json::Array{Json::Object{
                                 {"id", make_id()}, {"name", "Nederlands"}, {"code", "nl"}}});
  }
}

std::string CatalogMaker::make_description(const catalog::Concept& about,
                                           const catalog::Place& place) {
  const catalog::Concept& besides = *random_.pick(subjects_);
  const std::string& term = random_.pick(about.terms_nl);
  const std::string& other_term = random_.pick(besides.terms_nl);
  const std::string_view first = random_.pick(kSentences);
  const std::string_view second = random_.pick(kSentences);
  return fmt::format("{} in {}: {}. Soms ook {}. {} {}", about.label.nl, place.name, term,
                     other_term, first, second);
}

Json CatalogMaker::make_service() {
  const catalog::Concept& about = *random_.pick(subjects_);
  const catalog::Place& place = random_.pick(places_);
  const std::string& term = random_.pick(about.terms_nl);
  const std::string_view word = random_.pick(kWords);
  Json service = Json::Object{
      {"id", make_id()},
      {"name", fmt::format("{} De {} {}", term, word, place.name)},
      {"description", make_description(about, place)},
      {"status", random_.chance(97) ? "active" : "inactive"},
      {"assured_date", make_day(random_, 2026)},
      {"phones", Json::Array{Json::Object{
                     {"id", make_id()},
                     {"number", fmt::format("06-00 00 {:04}", random_.between(0, 9'999))}}}},
      {"organization", make_organization()}};
  add_limits(service);
  if (random_.chance(30)) {
    service.set("service_areas",
                Json::Array{Json::Object{
                    {"id", make_id()}, {"name", place.municipality}, {"description", "Gemeente"}}});
  }
  add_sites(service, place);
  return service;
}

}  // namespace kring::bench
