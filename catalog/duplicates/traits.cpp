#include "catalog/duplicates/traits.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/duplicates/times.h"
#include "catalog/places.h"

namespace kring::catalog::duplicates {
namespace {

constexpr std::size_t kPhoneDigits = 9;  // of a Dutch number, without 0 or country code
constexpr std::size_t kLeastPhoneDigits = 6;
constexpr std::string_view kSchemeEnd = "://";
constexpr std::string_view kWorldWideWeb = "www.";

template <class Values>
void sort_once(Values& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::string joined(const std::vector<std::string>& words) {
  std::string whole;
  for (const std::string& word : words) {
    whole += word;
  }
  return whole;
}

std::uint32_t key_of(std::string_view text) {
  const std::string whole = joined(cut_words(text));
  return whole.empty() ? 0 : short_hash(whole);
}

// The last digits: "+31 24 000 01 14" and "024-0000114" are one number.
std::uint32_t phone_key(std::string_view number) {
  std::string digits;
  for (const char sign : number) {
    if (sign >= '0' && sign <= '9') digits.push_back(sign);
  }
  if (digits.size() < kLeastPhoneDigits) return 0;
  const std::size_t kept = std::min(digits.size(), kPhoneDigits);
  return short_hash(std::string_view(digits).substr(digits.size() - kept));
}

void read_url(std::string_view url, Traits& traits) {
  if (const std::size_t scheme = url.find(kSchemeEnd); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + kSchemeEnd.size());
  }
  if (url.starts_with(kWorldWideWeb)) url.remove_prefix(kWorldWideWeb.size());
  url = url.substr(0, url.find('#'));
  while (url.ends_with('/'))
    url.remove_suffix(1);
  const std::size_t slash = url.find('/');
  traits.host = key_of(url.substr(0, slash));
  if (slash != std::string_view::npos) traits.address = key_of(url);
}

std::vector<std::string> without_words(const std::vector<std::string>& words,
                                       const std::vector<std::string>& left_out) {
  std::vector<std::string> kept;
  for (const std::string& word : words) {
    if (std::find(left_out.begin(), left_out.end(), word) == left_out.end()) kept.push_back(word);
  }
  return kept;
}

Address address_of(const Site& site) {
  Address address;
  address.postcode = key_of(site.postcode);
  address.street = key_of(site.street);
  address.city = key_of(site.city);
  address.postcode4 = parse_postcode4(site.postcode).value_or(0);
  address.point = site.point;
  return address;
}

void read_addresses(const Activity& activity, Traits& traits) {
  for (const Site& site : activity.sites) {
    const bool has_place = !site.postcode.empty() || !site.street.empty() || site.point;
    if (has_place) traits.addresses.push_back(address_of(site));
  }
}

// What a text names: its words with a capital that begin no sentence. A list that took a record
// over so names who does it.
std::string names_in(std::string_view text) {
  std::string names;
  bool begins_sentence = true;
  text = text.substr(0, kMaxComparedBytes);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    const bool has_capital = word.front() >= 'A' && word.front() <= 'Z';
    if (has_capital && !begins_sentence) names.append(" ").append(word);
    begins_sentence = std::string_view(".!?").find(word.back()) != std::string_view::npos;
  }
  return names;
}

void read_words(const Activity& activity,
                const std::vector<std::string>& whole_name,
                Traits& traits) {
  const std::vector<std::string> organization = cut_words(activity.organization.name);
  std::string cities;
  std::string venues;
  for (const Site& site : activity.sites) {
    cities += " " + site.city;
    venues += " " + site.name;
  }
  const std::vector<std::string> name = without_words(whole_name, cut_words(cities));
  traits.name = words_of(name);
  traits.own_name = words_of(without_words(name, organization));
  traits.name_letters = letters_of(name);
  traits.organization = words_of(organization);
  traits.organization_key = key_of(activity.organization.name);
  traits.spellings = spellings_of(
      cut_words(activity.name + " " + activity.organization.name + names_in(activity.description)));
  std::string text = activity.name + " " + activity.description;
  for (const std::string& tag : activity.tags) {
    text += " " + tag;
  }
  traits.text = words_of(without_words(cut_words(text), organization));
  traits.venues = words_of(cut_words(venues));
}

bool is_whole_country(std::string_view word) {
  return word.starts_with("landelijk") || word == "nederland";
}

std::vector<std::uint32_t> regions_of(const Activity& activity) {
  std::string places;
  for (const Site& site : activity.sites) {
    places += " " + site.city + " " + site.municipality;
  }
  for (const ServiceArea& area : activity.areas) {
    places += " " + area.name;
  }
  const std::vector<std::string> words = cut_words(places);
  if (std::any_of(words.begin(), words.end(), is_whole_country)) return {};
  return spellings_of(words);
}

std::vector<std::int64_t> prices_of(const Activity& activity) {
  std::vector<std::int64_t> prices;
  for (const CostOption& cost : activity.costs) {
    if (cost.amount) prices.push_back(cost.amount->value);
  }
  sort_once(prices);
  return prices;
}

struct NamedBit {
  std::string_view part;  // of a folded word
  std::uint32_t bit;
};

constexpr std::array kLevels = {NamedBit{"beginner", 1},  NamedBit{"beginnend", 1},
                                NamedBit{"basis", 1},     NamedBit{"gevorderd", 2},
                                NamedBit{"advanced", 2},  NamedBit{"vervolg", 4},
                                NamedBit{"verdieping", 4}};
constexpr std::array kGenders = {NamedBit{"vrouw", 1}, NamedBit{"dames", 1}, NamedBit{"women", 1},
                                 NamedBit{"mannen", 2}, NamedBit{"heren", 2}};
constexpr std::array kYears = {
    NamedBit{"kinderen", 1}, NamedBit{"kids", 1},    NamedBit{"peuter", 1}, NamedBit{"jonger", 2},
    NamedBit{"tiener", 2},   NamedBit{"ouderen", 4}, NamedBit{"senior", 4}};
constexpr std::array kKinds = {
    NamedBit{"maatje", 1},       NamedBit{"buddy", 1},     NamedBit{"vriendendienst", 1},
    NamedBit{"cafe", 2},         NamedBit{"inloop", 2},    NamedBit{"huiskamer", 2},
    NamedBit{"salon", 2},        NamedBit{"eettafel", 2},  NamedBit{"ontmoet", 2},
    NamedBit{"cursus", 4},       NamedBit{"training", 4},  NamedBit{"workshop", 4},
    NamedBit{"taalles", 4},      NamedBit{"spreekuur", 8}, NamedBit{"loket", 8},
    NamedBit{"vrijwilliger", 16}};

constexpr std::string_view kVacancy = "vacature";
constexpr std::string_view kWanted =
    "gezocht";  // at the end: "gezocht en gevonden" brings together
constexpr std::uint32_t kToTakePart = 1;
constexpr std::uint32_t kToWorkFor = 2;

template <class Table>
std::uint32_t bits_of(const std::vector<std::string>& words, const Table& table) {
  std::uint32_t bits = 0;
  for (const std::string& word : words) {
    for (const NamedBit& named : table) {
      if (word.find(named.part) != std::string::npos) bits |= named.bit;
    }
  }
  return bits;
}

// Such as "2", "60" and "a1"; not "60plus", which is an age like "60".
std::string number_in(std::string_view word) {
  const std::size_t first = word.find_first_of("0123456789");
  if (first > 1) return {};  // none, or too far in the word
  const std::size_t end = word.find_first_not_of("0123456789", first);
  return std::string(word.substr(0, end));
}

bool says_remote(const std::vector<std::string>& name) {
  return std::any_of(name.begin(), name.end(), [](std::string_view word) {
    return word == "online" || word == "digitaal" || word.starts_with("telefonisch")
           || word.ends_with("lijn");
  });
}

Reach reach_of(const Activity& activity, const std::vector<std::string>& name) {
  AttendanceSet said;
  for (const Site& site : activity.sites) {
    if (!site.postcode.empty() || !site.street.empty()) return Reach::kAtPlace;
    said.bits = static_cast<std::uint8_t>(said.bits | site.attendance.bits);
  }
  const bool is_remote = said.has(Attendance::kPhone) || said.has(Attendance::kOnline);
  return is_remote || says_remote(name) ? Reach::kRemote : Reach::kUnknown;
}

Variant variant_of(const Activity& activity, const std::vector<std::string>& name) {
  Variant variant;
  for (const std::string& word : name) {
    const std::string number = number_in(word);
    if (!number.empty()) variant.numbers.push_back(short_hash(number));
  }
  sort_once(variant.numbers);
  variant.level = bits_of(name, kLevels);
  variant.gender = bits_of(name, kGenders);
  variant.years = bits_of(name, kYears);
  variant.kind = bits_of(name, kKinds);
  const bool is_vacancy = std::find(name.begin(), name.end(), kVacancy) != name.end()
                          || (!name.empty() && name.back() == kWanted);
  variant.purpose = is_vacancy ? kToWorkFor : kToTakePart;
  variant.reach = reach_of(activity, name);
  variant.min_age = activity.min_age;
  variant.max_age = activity.max_age;
  return variant;
}

}  // namespace

Traits traits_of(const Activity& activity, const SubjectReader& reader, std::string_view source) {
  Traits traits;
  traits.list = source.empty() ? 0 : short_hash(source);
  const std::vector<std::string> name = cut_words(activity.name);
  read_words(activity, name, traits);
  read_addresses(activity, traits);
  traits.regions = regions_of(activity);
  for (const Phone& phone : activity.phones) {
    if (const std::uint32_t key = phone_key(phone.number); key != 0) traits.phones.push_back(key);
  }
  sort_once(traits.phones);
  traits.email = key_of(activity.email);
  read_url(activity.url, traits);
  traits.times = times_of(activity);
  traits.figures = figures_of(activity);
  traits.prices = prices_of(activity);
  if (reader.read) traits.subjects = reader.read(activity);
  traits.is_over = activity.status == Status::kInactive || activity.status == Status::kDefunct;
  traits.variant = variant_of(activity, name);
  return traits;
}

}  // namespace kring::catalog::duplicates
