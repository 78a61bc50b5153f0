// How much support of each kind does a map hold?
//
//   value = sum over own contacts of (given x presence) / full
//     given     1 "almost always", 1/2 "sometimes", 0 "hardly ever", and 0 from those who strain
//     presence  1 seen weekly or more, 3/4 monthly, 1/4 a few times a year, 0 never
//     full      practical and emotional: two who always give it, as with one a person depends on a
//               single contact; esteem: one and a half; information: one, as who knows the answer
//               need tell it once (own reasoning)
//   emotional, where confidants are wished for: at most the mean of that and confidants / wished
//
// Counting people by kind of support is the map's own use (field facts, 2.4); that support of
// someone hardly ever seen cannot be called on is our reading.

#include <algorithm>

#include "engine/gaps/measure.h"

namespace kring::engine {
namespace {

using catalog::Support;

// In eighths of one person who almost always gives it and is there weekly.
constexpr std::array<int, catalog::kSupportCount> kFull = {16, 16, 8, 12};

int eighths_of(const Contact& contact, int given) {
  return strains(contact) ? 0 : presence_of(contact) * (given - 1);
}

}  // namespace

std::optional<int> Contact::*item_of(Support support) {
  static constexpr std::array<std::optional<int> Contact::*, catalog::kSupportCount> kItems = {
      &Contact::practical_support, &Contact::emotional_support, &Contact::information_advice,
      &Contact::encouragement};
  return kItems[static_cast<std::size_t>(support)];
}

int count_confidants(const Contacts& contacts) {
  return static_cast<int>(std::count_if(contacts.begin(), contacts.end(),
                                        [](const Contact* c) { return is_confidant(*c); }));
}

std::optional<int> measure_confidants(const Network& network, const Contacts& contacts) {
  const std::optional<int> wished = wish_for(network.wanted.confidants);
  if (!wished) return std::nullopt;
  return share(count_confidants(contacts), *wished);
}

Measure measure_support(const Network& network, const Contacts& contacts, Support support) {
  const auto item = item_of(support);
  bool is_known = contacts.empty();
  int eighths = 0;
  for (const Contact* contact : contacts) {
    const std::optional<int>& given = contact->*item;
    if (!given) continue;
    is_known = true;
    eighths += eighths_of(*contact, *given);
  }
  if (!is_known) return {};
  const int value = share(eighths, kFull[static_cast<std::size_t>(support)]);
  if (support != Support::kEmotional) return {value, Yardstick::kNone};
  const std::optional<int> confidants = measure_confidants(network, contacts);
  if (!confidants) return {value, Yardstick::kNone};
  return {std::min(value, (value + *confidants) / 2), Yardstick::kWish};
}

}  // namespace kring::engine
