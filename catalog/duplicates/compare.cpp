#include "catalog/duplicates/compare.h"

#include <algorithm>
#include <bit>

#include "catalog/duplicates/branches.h"

namespace kring::catalog::duplicates {
namespace {

using Value = std::optional<std::int32_t>;

constexpr std::array<std::string_view, kPartCount> kPartNames = {
    "name", "organization", "place",   "time",    "phone",   "email",
    "url",  "text",         "subject", "figures", "variant", "branch"};

constexpr std::int32_t kSame = kScoreOne;
constexpr std::int32_t kContrary = -kScoreOne;

// What two sets of words share and hold, by weight.
struct Shared {
  std::int32_t both = 0;
  std::int32_t a = 0;
  std::int32_t b = 0;
};

std::int32_t weight_of(const Words& words) {
  std::int32_t sum = 0;
  for (const Word word : words) {
    sum += duplicates::weight_of(word);
  }
  return sum;
}

Shared share(const Words& a, const Words& b) {
  Shared shared{0, weight_of(a), weight_of(b)};
  auto other = b.begin();
  for (const Word word : a) {
    while (other != b.end() && *other < word)
      ++other;
    if (other != b.end() && *other == word) shared.both += duplicates::weight_of(word);
  }
  return shared;
}

std::int32_t ratio(std::int32_t part, std::int32_t whole) {
  return whole == 0 ? 0 : part * kScoreOne / whole;
}

// Dice's coefficient.
std::int32_t likeness(const Shared& shared) {
  return ratio(2 * shared.both, shared.a + shared.b);
}

std::int32_t letters_likeness(const std::vector<std::uint32_t>& a,
                              const std::vector<std::uint32_t>& b) {
  std::int32_t both = 0;
  auto other = b.begin();
  for (const std::uint32_t row : a) {
    while (other != b.end() && *other < row)
      ++other;
    if (other != b.end() && *other == row) ++both;
  }
  return ratio(2 * both, static_cast<std::int32_t>(a.size() + b.size()));
}

bool holds(const Words& words, Word word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// How much of these words a record says in its text.
std::int32_t told_in_text(const Words& words, const Traits& record) {
  const Shared shared = share(words, record.text);
  return ratio(shared.both, shared.a);
}

// Or anywhere.
std::int32_t told_anywhere(const Words& words, const Traits& record) {
  std::int32_t told = 0;
  for (const Word word : words) {
    const bool is_told =
        holds(record.text, word) || holds(record.organization, word) || holds(record.venues, word);
    told += is_told ? duplicates::weight_of(word) : 0;
  }
  return ratio(told, weight_of(words));
}

// Stems alone take "mantelzorgcafé" and "mantelzorglijn" for one, letters alone miss words in
// another order.
std::int32_t names_likeness(const Words& a, const Words& b, std::int32_t letters) {
  return std::max(letters, (likeness(share(a, b)) + letters) / 2);
}

bool have_one_organization(const Traits& a, const Traits& b) {
  return a.organization_key != 0 && a.organization_key == b.organization_key;
}

// Of one organisation every record may carry its name: then only the other words count.
std::int32_t name_likeness(const Traits& a, const Traits& b) {
  const std::int32_t letters = letters_likeness(a.name_letters, b.name_letters);
  if (letters == kSame) return kSame;
  if (have_one_organization(a, b)) {
    const std::int32_t told = (told_in_text(a.own_name, b) + told_in_text(b.own_name, a)) / 2;
    return (names_likeness(a.own_name, b.own_name, letters) + told) / 2;
  }
  const std::int32_t told = (told_anywhere(a.name, b) + told_anywhere(b.name, a)) / 2;
  return (names_likeness(a.name, b.name, letters) + told) / 2;
}

constexpr std::int32_t kAlikeNames = 8'000;        // from here on as good as the same
constexpr std::int32_t kUnlikeNames = 3'000;       // below it names speak against one activity
constexpr std::int32_t kUnlikeNamesValue = 3'000;  // what kUnlikeNames itself is worth

Value compare_names(const Traits& a, const Traits& b) {
  if (a.name_letters.empty() || b.name_letters.empty()) return std::nullopt;
  const std::int32_t alike = name_likeness(a, b);
  if (alike < kUnlikeNames) {
    return kContrary + alike * (kUnlikeNamesValue - kContrary) / kUnlikeNames;
  }
  return std::min(kSame, ratio(alike, kAlikeNames));
}

constexpr std::int32_t kNamed = 4'500;  // at most, for another organisation
constexpr std::int32_t kOwnNames =
    8'000;  // of one organisation: names less alike are of two things
constexpr std::int32_t kPerhapsNamed = 3'000;  // at most, by a single word: that may be chance
constexpr std::size_t kNamingWords = 2;

// How surely a record names an organisation that is not its own. A venue is no sign: others meet
// there too.
std::int32_t named_share(const Words& organization, const Traits& record) {
  const std::int32_t told = told_in_text(organization, record);
  return organization.size() < kNamingWords ? std::min(told, kPerhapsNamed) : told;
}

// An organisation does many things: that it does both tells something where it calls them alike.
std::int32_t own_value(const Traits& a, const Traits& b) {
  const std::int32_t names = compare_names(a, b).value_or(0);
  if (names < kOwnNames) return 0;
  return kNamed + ratio(names - kOwnNames, kSame - kOwnNames) * (kSame - kNamed) / kScoreOne;
}

// Where one is not the other's organisation, the record may still name it: a list that took a
// record over does.
Value compare_organizations(const Traits& a, const Traits& b) {
  if (a.organization_key == 0 || b.organization_key == 0) return std::nullopt;
  if (a.organization_key == b.organization_key) return own_value(a, b);
  const std::int32_t alike = likeness(share(a.organization, b.organization));
  const std::int32_t told =
      std::max(named_share(a.organization, b), named_share(b.organization, a));
  return std::max(alike, told) * kNamed / kScoreOne;
}

constexpr std::int32_t kSamePostcode = 7'000;  // a street, often one building
constexpr std::int32_t kNearby = 5'000;        // a point within kNearMeters
constexpr std::int32_t kSameRegion = 4'000;    // a word of city, municipality or area
constexpr std::int32_t kSameQuarter = -5'000;  // four digits alone, with different streets
constexpr double kNearMeters = 150;

std::int32_t compare_addresses(const Address& a, const Address& b) {
  const bool has_streets = a.street != 0 && b.street != 0;
  const bool has_postcodes = a.postcode != 0 && b.postcode != 0;
  const bool is_same_postcode = has_postcodes && a.postcode == b.postcode;
  const bool is_same_city = a.city == b.city || is_same_postcode;
  if (has_streets && a.street == b.street && is_same_city) return kSame;
  if (is_same_postcode) return kSamePostcode;
  if (a.point && b.point && distance_between(*a.point, *b.point).value <= kNearMeters) {
    return kNearby;
  }
  const bool is_same_quarter = a.postcode4 != 0 && a.postcode4 == b.postcode4;
  return is_same_quarter ? kSameQuarter : kContrary;
}

// The best of all pairs of addresses. A list may name no more than the city of what has an address.
Value compare_places(const Traits& a, const Traits& b) {
  const bool has_addresses = !a.addresses.empty() && !b.addresses.empty();
  if (!has_addresses) return share_any(a.regions, b.regions) ? Value(kSameRegion) : std::nullopt;
  Value best;
  for (const Address& one : a.addresses) {
    for (const Address& other : b.addresses) {
      best = std::max(best, Value(compare_addresses(one, other)));
    }
  }
  return best;
}

constexpr std::int32_t kSharedHour = 7'000;  // and up to kSame, by the share of hours in common
constexpr std::int32_t kSharedDays = 4'000;  // other or no hours
constexpr std::int32_t kOtherDaysInWords = -5'000;
constexpr std::int32_t kOfficeHours = 3'000;  // hours that many records have tell little
constexpr int kOfficeDays = 5;                // of both, from here on

std::int32_t count_shared(const std::vector<std::uint16_t>& a,
                          const std::vector<std::uint16_t>& b) {
  return static_cast<std::int32_t>(std::count_if(a.begin(), a.end(), [&b](std::uint16_t hour) {
    return std::binary_search(b.begin(), b.end(), hour);
  }));
}

Value compare_times(const Traits& a, const Traits& b) {
  if (a.times.days == 0 || b.times.days == 0) return std::nullopt;
  const auto days = static_cast<std::uint8_t>(a.times.days & b.times.days);
  if (days == 0) {
    return a.times.is_from_words || b.times.is_from_words ? kOtherDaysInWords : kContrary;
  }
  const bool are_office_hours =
      std::popcount(a.times.days) >= kOfficeDays && std::popcount(b.times.days) >= kOfficeDays;
  if (are_office_hours) return kOfficeHours;
  const std::int32_t hours = count_shared(a.times.hours, b.times.hours);
  if (hours > 0) {
    const auto all = static_cast<std::int32_t>(a.times.hours.size() + b.times.hours.size());
    return kSharedHour + ratio(2 * hours, all) * (kSame - kSharedHour) / kScoreOne;
  }
  const int all_days = std::popcount(static_cast<std::uint8_t>(a.times.days | b.times.days));
  return kSharedDays * std::popcount(days) / all_days;
}

constexpr std::int32_t kOwnNumber = 3'000;  // one organisation gives it for all that it does

// Two organisations that give one number tell of one activity: one of them took the record over.
Value compare_phones(const Traits& a, const Traits& b) {
  if (a.phones.empty() || b.phones.empty()) return std::nullopt;
  if (!share_any(a.phones, b.phones)) return 0;
  return have_one_organization(a, b) ? kOwnNumber : kSame;
}

Value compare_keys(std::uint32_t a, std::uint32_t b) {
  if (a == 0 || b == 0) return std::nullopt;
  return a == b ? kSame : 0;
}

Value compare_urls(const Traits& a, const Traits& b) {
  if (a.host == 0 || b.host == 0) return std::nullopt;
  return a.address != 0 && a.address == b.address ? kSame : 0;
}

constexpr std::int32_t kAlikeTexts = 5'000;  // from here on as good as the same
constexpr std::int32_t kTellingWords = 8;    // a text of fewer tells in proportion

// Overlap in the shorter text: a copy is often an extract. Two texts of a few words share some by
// chance.
Value compare_texts(const Traits& a, const Traits& b) {
  if (a.text.empty() || b.text.empty()) return std::nullopt;
  const Shared shared = share(a.text, b.text);
  const std::int32_t alike =
      std::min(kSame, ratio(ratio(shared.both, std::min(shared.a, shared.b)), kAlikeTexts));
  const auto words = static_cast<std::int32_t>(std::min(a.text.size(), b.text.size()));
  return alike * std::min(words, kTellingWords) / kTellingWords;
}

// Half of what two records are about in common tells nothing: that is so of many.
Value compare_subjects(const Traits& a, const Traits& b) {
  if (a.subjects.none() || b.subjects.none()) return std::nullopt;
  const auto both = static_cast<std::int32_t>((a.subjects & b.subjects).count());
  const auto all = static_cast<std::int32_t>(a.subjects.count() + b.subjects.count());
  return 2 * ratio(2 * both, all) - kSame;
}

// What they do not share tells nothing: lists shorten.
Value compare_figures(const Traits& a, const Traits& b) {
  if (a.figures.empty() || b.figures.empty()) return std::nullopt;
  std::int32_t shared = 0;
  for (const Figure figure : a.figures) {
    const bool is_shared = std::binary_search(b.figures.begin(), b.figures.end(), figure);
    shared += is_shared ? rarity_of(figure) : 0;
  }
  return std::min(kSame, shared);
}

bool exclude(std::uint32_t a, std::uint32_t b) {
  return a != 0 && b != 0 && (a & b) == 0;
}

bool exclude(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return !a.empty() && !b.empty() && !share_any(a, b);
}

bool lies_below(const std::optional<int>& highest, const std::optional<int>& lowest) {
  return highest && lowest && *highest < *lowest;
}

bool exclude(Reach a, Reach b) {
  return a != Reach::kUnknown && b != Reach::kUnknown && a != b;
}

constexpr std::int32_t kOtherKind = -1'000;  // a name may leave out what else a thing is

Value compare_variants(const Traits& a, const Traits& b) {
  const bool is_contrary =
      exclude(a.variant.numbers, b.variant.numbers) || exclude(a.variant.level, b.variant.level)
      || exclude(a.variant.gender, b.variant.gender) || exclude(a.variant.years, b.variant.years)
      || exclude(a.variant.reach, b.variant.reach) || exclude(a.variant.purpose, b.variant.purpose)
      || lies_below(a.variant.max_age, b.variant.min_age)
      || lies_below(b.variant.max_age, a.variant.min_age);
  if (is_contrary) return kContrary;
  return exclude(a.variant.kind, b.variant.kind) ? Value(kOtherKind) : std::nullopt;
}

}  // namespace

std::string_view name_of(Part part) {
  return kPartNames.at(static_cast<std::size_t>(part));
}

std::optional<Part> find_part(std::string_view name) {
  const auto* const found = std::find(kPartNames.begin(), kPartNames.end(), name);
  if (found == kPartNames.end()) return std::nullopt;
  return static_cast<Part>(found - kPartNames.begin());
}

Values compare(const Traits& a, const Traits& b) {
  Values values = {
      compare_names(a, b),   compare_organizations(a, b), compare_places(a, b),
      compare_times(a, b),   compare_phones(a, b),        compare_keys(a.email, b.email),
      compare_urls(a, b),    compare_texts(a, b),         compare_subjects(a, b),
      compare_figures(a, b), compare_variants(a, b),      std::nullopt};
  values.at(static_cast<std::size_t>(Part::kBranch)) = compare_branches(a, b, values);
  return values;
}

}  // namespace kring::catalog::duplicates
