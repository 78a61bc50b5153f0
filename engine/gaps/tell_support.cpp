// How is said how much support of one kind there is?

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/tell.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;
using catalog::Support;
using catalog::Text;

struct SupportWords {
  Text one;      // "1 van de 6 contacten …"
  Text several;  // "2 van de 6 contacten …"
};

const SupportWords& words_of(Support support) {
  static const std::array<SupportWords, catalog::kSupportCount> kWords = {{
      {{"helpt met klussen of vervoer", "helps in practical ways"},
       {"helpen met klussen of vervoer", "help in practical ways"}},
      {{"geeft emotionele steun", "gives emotional support"},
       {"geven emotionele steun", "give emotional support"}},
      {{"geeft raad of informatie", "gives advice or information"},
       {"geven raad of informatie", "give advice or information"}},
      {{"moedigt aan", "encourages"}, {"moedigen aan", "encourage"}},
  }};
  return kWords[static_cast<std::size_t>(support)];
}

Contacts find_givers(const Contacts& contacts, std::optional<int> Contact::*item) {
  Contacts givers;
  std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(givers),
               [item](const Contact* c) { return (c->*item).value_or(1) >= kSometimes; });
  return givers;
}

std::string count_givers(std::size_t givers,
                         std::size_t contacts,
                         const SupportWords& words,
                         Language language) {
  if (contacts == 0) {
    return in(language, {"Er zijn geen eigen contacten.", "There are no own contacts."});
  }
  const std::string who = givers == 0 ? in(language, {"Geen", "None"}) : fmt::format("{}", givers);
  const Text& verb = givers > 1 ? words.several : words.one;
  const Text noun = contacts == 1 ? Text{"het ene contact", "the one contact"}
                                  : Text{fmt::format("de {} contacten", contacts),
                                         fmt::format("the {} contacts", contacts)};
  return in(language, {fmt::format("{} van {} {}.", who, noun.nl, verb.nl),
                       fmt::format("{} of {} {}.", who, noun.en, verb.en)});
}

std::string tell_dependence(const Contact& contact, Language language) {
  const std::string name = name_of_contact(contact, language);
  return in(language, {fmt::format("Het hangt af van één persoon: {}.", name),
                       fmt::format("It depends on one person: {}.", name)});
}

// Apart, so that the one does not hint at the other: who is critical is not for every eye.
void tell_weakness(const Contacts& givers, Language language, std::vector<std::string>& told) {
  const auto hard = std::count_if(givers.begin(), givers.end(),
                                  [](const Contact* contact) { return strains(*contact); });
  const auto rare = std::count_if(givers.begin(), givers.end(), [](const Contact* contact) {
    return !strains(*contact) && presence_of(*contact) <= 1;
  });
  if (rare > 0) {
    told.push_back(in(language, {fmt::format("Met {} daarvan is er weinig contact.", rare),
                                 fmt::format("With {} of them contact is rare.", rare)}));
  }
  if (hard > 0) {
    told.push_back(in(language, {fmt::format("Met {} daarvan is het contact moeilijk.", hard),
                                 fmt::format("With {} of them contact is hard.", hard)}));
  }
}

void tell_confidants(const Network& network,
                     const Contacts& contacts,
                     Language language,
                     std::vector<std::string>& told) {
  const bool is_known = std::any_of(contacts.begin(), contacts.end(), [](const Contact* c) {
    return c->emotional_support && c->closeness;
  });
  if (is_known && count_confidants(contacts) == 0) {
    told.push_back(in(language, {"Niemand is heel nabij.", "Nobody is very close."}));
  }
  if (const auto wished = wish_for(network.wanted.confidants)) {
    told.push_back(in(
        language,
        {fmt::format("De wens is {} {}.", *wished,
                     *wished == 1 ? "vertrouwd contact" : "vertrouwde contacten"),
         fmt::format("The wish is {} {}.", *wished, *wished == 1 ? "confidant" : "confidants")}));
  }
}

// Whether all of whom the direction of help is known, two at least, help one way.
bool goes_one_way(const Contacts& contacts, HelpDirection direction) {
  int known = 0;
  for (const Contact* contact : contacts) {
    if (!contact->help_direction) continue;
    if (*contact->help_direction != direction) return false;
    ++known;
  }
  return known >= 2;
}

void tell_direction(Support support,
                    const Contacts& contacts,
                    Language language,
                    std::vector<std::string>& told) {
  if (support == Support::kPractical && goes_one_way(contacts, HelpDirection::kToContact)) {
    told.push_back(in(language, {"Alle hulp gaat naar anderen. Er komt niets terug.",
                                 "All help goes to others. Nothing comes back."}));
  }
  if (support == Support::kEsteem && goes_one_way(contacts, HelpDirection::kToPerson)) {
    told.push_back(in(language, {"Alle hulp komt van anderen. Iets terugdoen kan goed doen.",
                                 "All help comes from others. Giving back may do good."}));
  }
}

}  // namespace

std::vector<std::string> tell_support(const Network& network, Support support, Language language) {
  const Contacts contacts = own_contacts(network);
  if (!measure_support(network, contacts, support).value) return {};
  const auto item = item_of(support);
  const Contacts givers = find_givers(contacts, item);
  std::vector<std::string> told = {
      count_givers(givers.size(), contacts.size(), words_of(support), language)};
  if (givers.size() == 1 && contacts.size() > 1) {
    told.push_back(tell_dependence(*givers.front(), language));
  }
  tell_weakness(givers, language, told);
  if (support == Support::kEmotional) tell_confidants(network, contacts, language, told);
  tell_direction(support, contacts, language, told);
  if (!find_givers(find_professionals(network), item).empty()) {
    told.push_back(in(language, {"Hulpverleners doen dit ook. Zij tellen apart.",
                                 "Professionals do this too. They count apart."}));
  }
  return told;
}

}  // namespace kring::engine
