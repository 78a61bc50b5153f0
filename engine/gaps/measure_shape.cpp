// What shape does a map have: how many, from where, and do they know each other?
//
//   size     own contacts / wished contacts; without a wish, against the soft reference
//   variety  wished areas of life with a contact monthly or more / wished areas; without a wish,
//            against the soft reference. Those who strain bring no area in
//   density  of the share of pairs who know each other, both tails: 1 from a quarter to three
//            quarters, falling to 0 where no pair or every pair does. Loose networks go with
//            poorer functioning, dense ones with less social integration (field facts, 1.3)

#include <algorithm>
#include <cstdlib>

#include "engine/gaps/measure.h"

namespace kring::engine {
namespace {

constexpr int kLeastForDensity = 3;  // contacts: with two there is a single pair
constexpr int kHalf = catalog::kScoreOne / 2;
constexpr int kMonthlyPresence = 3;

}  // namespace

Measure measure_size(const Network& network, const Contacts& contacts) {
  const std::optional<int> wished = wish_for(network.wanted.contacts);
  return {share(static_cast<int>(contacts.size()), wished.value_or(kReferenceContacts)),
          wished ? Yardstick::kWish : Yardstick::kReference};
}

std::vector<Domain> find_domains(const Contacts& contacts) {
  std::vector<Domain> domains;
  for (const Contact* contact : contacts) {
    const bool counts = contact->domain && *contact->domain != Domain::kOther && !strains(*contact)
                        && presence_of(*contact) >= kMonthlyPresence;
    if (counts && std::find(domains.begin(), domains.end(), *contact->domain) == domains.end()) {
      domains.push_back(*contact->domain);
    }
  }
  return domains;
}

Measure measure_variety(const Network& network, const Contacts& contacts) {
  const bool is_known = contacts.empty()
                        || std::any_of(contacts.begin(), contacts.end(),
                                       [](const Contact* c) { return c->domain.has_value(); });
  if (!is_known) return {};
  const std::vector<Domain> present = find_domains(contacts);
  std::vector<Domain> wished = network.wanted.domains.value_or(std::vector<Domain>());
  std::sort(wished.begin(), wished.end());
  wished.erase(std::unique(wished.begin(), wished.end()), wished.end());
  if (wished.empty()) {
    return {share(static_cast<int>(present.size()), kReferenceDomains), Yardstick::kReference};
  }
  const auto met = std::count_if(wished.begin(), wished.end(), [&present](Domain domain) {
    return std::find(present.begin(), present.end(), domain) != present.end();
  });
  return {share(static_cast<int>(met), static_cast<int>(wished.size())), Yardstick::kWish};
}

// A pair named twice, or the other way round, is one.
int count_ties(const Network& network, const Contacts& contacts) {
  if (!network.ties) return 0;
  const auto is_own = [&contacts](const std::string& id) {
    return std::any_of(contacts.begin(), contacts.end(),
                       [&id](const Contact* contact) { return contact->id == id; });
  };
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& [one, other] : *network.ties) {
    if (one != other && is_own(one) && is_own(other)) pairs.push_back(std::minmax(one, other));
  }
  std::sort(pairs.begin(), pairs.end());
  return static_cast<int>(std::unique(pairs.begin(), pairs.end()) - pairs.begin());
}

Measure measure_density(const Network& network, const Contacts& contacts) {
  const auto count = static_cast<int>(contacts.size());
  if (!network.ties || count < kLeastForDensity) return {};
  const int density = share(count_ties(network, contacts), count * (count - 1) / 2);
  const int beyond_middle = std::max(0, std::abs(density - kHalf) - kHalf / 2);
  return {catalog::kScoreOne - 4 * beyond_middle, Yardstick::kNone};
}

}  // namespace kring::engine
