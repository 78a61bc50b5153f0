#include "catalog/duplicates/one_list.h"

#include <algorithm>
#include <iterator>

namespace kring::catalog::duplicates {
namespace {

template <class Value>
bool exclude(const std::vector<Value>& a, const std::vector<Value>& b) {
  return !a.empty() && !b.empty() && !share_any(a, b);
}

bool differ(const std::optional<int>& a, const std::optional<int>& b) {
  return a && b && *a != *b;
}

// 0: absent.
bool differ(std::uint32_t a, std::uint32_t b) {
  return a != 0 && b != 0 && a != b;
}

bool has_all(const std::vector<std::uint32_t>& values, const std::vector<std::uint32_t>& others) {
  return std::includes(values.begin(), values.end(), others.begin(), others.end());
}

// Where one says all that the other says, in words or in letters, it only says more.
bool have_each_a_word(const Traits& a, const Traits& b) {
  return !has_all(a.name, b.name) && !has_all(b.name, a.name)
         && !has_all(a.name_letters, b.name_letters) && !has_all(b.name_letters, a.name_letters);
}

bool share_most_words(const Words& a, const Words& b) {
  Words both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 4 * both.size() > a.size() + b.size();
}

// "Spaans voor ouders" beside "Spaans voor kinderen": who names an activity twice does not do so.
bool are_named_apart(const Traits& a, const Traits& b) {
  return have_one_owner(a, b) && share_most_words(a.own_name, b.own_name) && have_each_a_word(a, b);
}

// What happens on certain days only is announced under its name, at its price.
bool are_two_events(const Traits& a, const Traits& b) {
  const bool are_events = a.times.span && b.times.span;
  return are_events && (have_each_a_word(a, b) || exclude(a.prices, b.prices));
}

// What has no address is known by its number and site.
bool have_other_contact(const Traits& a, const Traits& b) {
  const bool have_addresses = !a.addresses.empty() && !b.addresses.empty();
  return !have_addresses && (exclude(a.phones, b.phones) || differ(a.host, b.host));
}

bool have_other_terms(const Traits& a, const Traits& b) {
  return exclude(a.times.minutes, b.times.minutes) || exclude(a.prices, b.prices)
         || differ(a.variant.min_age, b.variant.min_age)
         || differ(a.variant.max_age, b.variant.max_age);
}

// How many records have what both have: one owner's have all in common that he has, of two owners'
// records the rarest thing counts.
std::size_t count_alike(const Traits& a, const Traits& b, const Blocks& blocks) {
  if (have_one_owner(a, b)) return blocks.count_of(owner_key_of(a));
  const Keys keys = naming_keys_of(b);
  std::size_t fewest = 0;
  for (const std::uint32_t key : naming_keys_of(a)) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
    const std::size_t count = blocks.count_of(key);
    fewest = fewest == 0 ? count : std::min(fewest, count);
  }
  return fewest;
}

}  // namespace

bool are_two_of_one_list(const Traits& a, const Traits& b, const Blocks& blocks) {
  if (!are_of_one_list(a, b)) return false;
  if (are_named_apart(a, b) || are_two_events(a, b)) return true;
  const bool is_told_apart =
      a.own_name != b.own_name || have_other_contact(a, b) || have_other_terms(a, b);
  return is_told_apart && count_alike(a, b, blocks) >= kCrowd;
}

}  // namespace kring::catalog::duplicates
