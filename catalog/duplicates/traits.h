// What of a record is compared with other records?
//
// Everything is folded: two spellings of one thing are equal. Hashes stand for texts (0: absent),
// so that many records fit in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/duplicates/figures.h"
#include "catalog/duplicates/subjects.h"
#include "catalog/duplicates/words.h"

namespace kring::catalog::duplicates {

/// Where a record happens, one for each site that names an address or a point.
struct Address {
  std::uint32_t postcode = 0;  ///< "6512ab"
  std::uint32_t street = 0;    ///< with the house number
  std::uint32_t city = 0;
  int postcode4 = 0;  ///< 0: absent
  std::optional<Point> point;
  bool operator==(const Address&) const = default;
};

/// From the first to the last day of what does not go on without end.
struct Span {
  Date first;
  Date last;
  bool operator==(const Span&) const = default;
};

/// When a record happens.
struct Times {
  std::uint8_t days = 0;               ///< bit 0 Monday .. bit 6 Sunday; none: not said
  std::vector<std::uint16_t> hours;    ///< weekday x 24 + hour of the beginning, ascending
  std::vector<std::uint16_t> minutes;  ///< weekday x 1,440 + minute of the beginning, ascending
  bool is_from_words = false;          ///< neither a schedule nor the name tells the days
  std::optional<Span> span;            ///< absent: not said, or without end
  bool operator==(const Times&) const = default;
};

/// How one takes part, as far as it is sure.
enum class Reach : std::uint8_t {
  kUnknown,
  kAtPlace,  ///< the record has an address
  kRemote,   ///< it has none and is by telephone or online
};

/// What tells one of a series from the next. Equal or absent on one side: no contradiction.
struct Variant {
  std::vector<std::uint32_t> numbers;  ///< numbers and levels of the name ("2", "a1"), ascending
  std::uint32_t level = 0;             ///< bits: beginners, advanced, follow-up
  std::uint32_t gender = 0;            ///< bits: women, men
  std::uint32_t years = 0;             ///< bits: children, young, old
  std::uint32_t kind = 0;              ///< bits: buddy, meeting, course, desk, volunteer's work
  std::uint32_t purpose = 0;           ///< one bit: to take part in, or a vacancy
  Reach reach = Reach::kUnknown;
  std::optional<int> min_age;
  std::optional<int> max_age;
  bool operator==(const Variant&) const = default;
};

struct Traits {
  std::uint32_t list = 0;                   ///< of the source's name; 0: not said
  Words name;                               ///< without the words of its cities
  Words own_name;                           ///< and without those of its organisation
  std::vector<std::uint32_t> name_letters;  ///< letters_of the same words
  Words organization;
  std::uint32_t organization_key = 0;
  std::vector<std::uint32_t> spellings;  ///< whole words of name, organisation and of
                                         ///< what the text names, ascending
  Words text;                            ///< of name, tags and description
  Words venues;
  std::vector<std::uint32_t> regions;  ///< words of cities, municipalities and areas, ascending;
                                       ///< none: not said, or the whole country
  std::vector<std::uint32_t> phones;
  std::uint32_t email = 0;
  std::uint32_t host = 0;     ///< of the url
  std::uint32_t address = 0;  ///< host and path of the url; 0 where the path is empty
  std::vector<Address> addresses;
  Times times;
  std::vector<Figure> figures;       ///< ascending, each once
  Subjects subjects;                 ///< none: nobody can tell
  std::vector<std::int64_t> prices;  ///< cents, ascending, each once
  bool is_over = false;              ///< the owner says so in a field
  Variant variant;
  bool operator==(const Traits&) const = default;
};

/// Whether two ascending lists have a value in common.
template <class Value>
bool share_any(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](Value value) { return std::binary_search(b.begin(), b.end(), value); });
}

/// Whether both stand in the same list; of which list a record is may not be known.
inline bool are_of_one_list(const Traits& a, const Traits& b) {
  return a.list != 0 && a.list == b.list;
}

/// Whether both are of one organisation; a list whose records name none is of one.
inline bool have_one_owner(const Traits& a, const Traits& b) {
  if (a.organization_key != b.organization_key) return false;
  return a.organization_key != 0 || are_of_one_list(a, b);
}

/// Pure; the order of sites, phones and schedules does not matter. Without a reader nobody can tell
/// the subjects. `source` is the list that the record stands in.
Traits traits_of(const Activity& activity,
                 const SubjectReader& reader = {},
                 std::string_view source = {});

}  // namespace kring::catalog::duplicates
