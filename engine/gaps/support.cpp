// Which kinds of support does the network give too little of?

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "catalog/vocabulary.h"
#include "engine/gaps/gaps.h"
#include "engine/gaps/words.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Support;
using catalog::Text;

struct SupportItem {
  Support support = Support::kPractical;
  std::optional<int> Contact::*item = nullptr;
  Text gives;  // "… van de 6 contacten …"
  Text ask;
};

// The item of the map that feeds each kind of support.
const std::array<SupportItem, catalog::kSupportCount>& support_items() {
  static const std::array<SupportItem, catalog::kSupportCount> kItems = {{
      {Support::kPractical,
       &Contact::practical_support,
       {"helpen met klussen en vervoer", "help in practical ways"},
       {"Wie helpt met praktische dingen?", "Who helps in practical ways?"}},
      {Support::kEmotional,
       &Contact::emotional_support,
       {"geven emotionele steun", "give emotional support"},
       {"Bij wie kan iemand zijn verhaal kwijt?", "Whom can the person confide in?"}},
      {Support::kInformational,
       &Contact::information_advice,
       {"geven raad of informatie", "give advice or information"},
       {"Wie geeft raad of informatie?", "Who gives advice or information?"}},
      {Support::kEsteem,
       &Contact::encouragement,
       {"moedigen aan", "encourage"},
       {"Wie moedigt aan?", "Who encourages?"}},
  }};
  return kItems;
}

constexpr int kSometimes = 2;
constexpr int kAlmostAlways = 3;
constexpr int kConfidantCloseness = 3;

struct Count {
  int known = 0;
  int giving = 0;
  int halves = 0;  // 2 for "almost always", 1 for "sometimes"
};

Count count_support(const std::vector<const Contact*>& contacts,
                    std::optional<int> Contact::*item) {
  Count count;
  for (const Contact* contact : contacts) {
    const std::optional<int>& given = contact->*item;
    if (!given) continue;
    ++count.known;
    if (*given >= kSometimes) ++count.giving;
    count.halves += *given == kAlmostAlways ? 2 : (*given == kSometimes ? 1 : 0);
  }
  return count;
}

int count_confidants(const std::vector<const Contact*>& contacts) {
  return static_cast<int>(
      std::count_if(contacts.begin(), contacts.end(), [](const Contact* contact) {
        return contact->emotional_support == kAlmostAlways
               && contact->closeness == kConfidantCloseness;
      }));
}

Gap assess_one(const SupportItem& item,
               const Profile& profile,
               const std::vector<const Contact*>& contacts) {
  static constexpr int kHalvesForFull = 4;  // two people, almost always
  const catalog::Language language = profile.language;
  const Count count = count_support(contacts, item.item);
  if (count.known == 0 && !contacts.empty()) {
    return make_unknown_gap(name_of(item.support), in(language, item.ask));
  }
  int value = share(count.halves, kHalvesForFull);
  Yardstick yardstick = Yardstick::kNone;
  const std::optional<int>& wanted = profile.network->wanted.confidants;
  if (item.support == Support::kEmotional && wanted && *wanted > 0) {
    value = std::min(value, (value + share(count_confidants(contacts), *wanted)) / 2);
    yardstick = Yardstick::kWish;
  }
  Gap gap = make_gap(name_of(item.support), value, yardstick);
  gap.evidence.push_back(
      language == catalog::Language::kDutch
          ? fmt::format("{} van de {} contacten {}.", count.giving, contacts.size(), item.gives.nl)
          : fmt::format("{} of the {} contacts {}.", count.giving, contacts.size(), item.gives.en));
  if (count.giving == 1) {
    gap.evidence.push_back(
        in(language, {"Het hangt af van een persoon.", "It depends on one person."}));
  }
  return gap;
}

}  // namespace

std::vector<const Contact*> own_contacts(const Network& network) {
  std::vector<const Contact*> contacts;
  if (!network.contacts) return contacts;
  for (const Contact& contact : *network.contacts) {
    if (contact.kind == ContactKind::kPerson && contact.domain != Domain::kProfessional) {
      contacts.push_back(&contact);
    }
  }
  return contacts;
}

std::vector<Gap> assess_support(const Profile& profile) {
  std::vector<Gap> gaps;
  const bool has_map = profile.network && profile.network->contacts;
  const std::vector<const Contact*> contacts =
      has_map ? own_contacts(*profile.network) : std::vector<const Contact*>();
  for (const SupportItem& item : support_items()) {
    gaps.push_back(has_map
                       ? assess_one(item, profile, contacts)
                       : make_unknown_gap(name_of(item.support), in(profile.language, item.ask)));
  }
  return gaps;
}

}  // namespace kring::engine
