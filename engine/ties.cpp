#include "engine/ties.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/measure.h"
#include "engine/tie_steps.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;

constexpr int kLongJourney = 90;  // minutes, one way

bool was_tried(const Contact& contact, const Profile& profile) {
  return std::any_of(profile.tried.begin(), profile.tried.end(),
                     [&contact](const Tried& tried) { return tried.contact == contact.id; });
}

// Known long and close, hardly seen now, and nobody asked whether more is wished for.
bool is_dormant(const Contact& contact) {
  const bool is_close = contact.closeness.value_or(1) >= kSometimes
                        || contact.emotional_support.value_or(1) >= kSometimes
                        || contact.circle == 1;
  return !contact.wish && is_close && contact.known == KnownFor::kMoreThanFiveYears
         && presence_of(contact) <= 1;
}

bool may_be_suggested(const Contact& contact, const Profile& profile) {
  const bool is_wished = contact.wish == ContactWish::kMoreContact;
  return !strains(contact) && !was_tried(contact, profile) && (is_wished || is_dormant(contact));
}

// Own reasoning: 1 for each step of support given (0..8) and 2 for each of closeness (0..4); 2 for
// an easy journey, 1 for one that can be made; 1 where both give, -1 where only the person does.
int promise_of(const Contact& contact) {
  int promise = 0;
  for (const auto item : {&Contact::practical_support, &Contact::emotional_support,
                          &Contact::information_advice, &Contact::encouragement}) {
    promise += (contact.*item).value_or(1) - 1;
  }
  promise += 2 * (contact.closeness.value_or(1) - 1);
  if (contact.travel_minutes && contact.travel_minutes->value <= kLongJourney) {
    promise += contact.travel_minutes->value <= kNearMinutes ? 2 : 1;
  }
  if (contact.help_direction == HelpDirection::kBothWays) promise += 1;
  if (contact.help_direction == HelpDirection::kToContact) promise -= 1;
  return promise;
}

bool comes_before(const Contact* a, const Contact* b) {
  const auto key = [](const Contact* contact) {
    return std::pair{is_dormant(*contact) ? 1 : 0, -promise_of(*contact)};
  };
  return key(a) != key(b) ? key(a) < key(b) : a->id < b->id;
}

void explain_distance(const Contact& contact, Language language, std::vector<std::string>& why) {
  if (contact.travel_minutes == catalog::Minutes{0}) {
    why.push_back(in(language, {"Het is vlakbij.", "It is next door."}));
  } else if (contact.travel_minutes && contact.travel_minutes->value <= kNearMinutes) {
    why.push_back(in(
        language, {fmt::format("De reis duurt {} minuten.", contact.travel_minutes->value),
                   fmt::format("The journey takes {} minutes.", contact.travel_minutes->value)}));
  }
}

std::vector<std::string> explain_contact(const Contact& contact, Language language) {
  std::vector<std::string> why;
  if (contact.wish == ContactWish::kMoreContact) {
    why.push_back(
        in(language, {"Hier is meer contact gewenst.", "More contact is wished for here."}));
  } else {
    why.push_back(in(language, {"Vraag eerst of meer contact gewenst is.",
                                "Ask first whether more contact is wished for."}));
  }
  if (contact.known == KnownFor::kMoreThanFiveYears && presence_of(contact) <= 1) {
    why.push_back(in(language, {"Het contact is er al lang, maar nu weinig.",
                                "The contact is old, but rare now."}));
  }
  if (contact.emotional_support.value_or(1) >= kSometimes) {
    why.push_back(in(language, {"Dit contact geeft emotionele steun.",
                                "This contact gives emotional support."}));
  }
  if (contact.practical_support.value_or(1) >= kSometimes) {
    why.push_back(in(language, {"Dit contact helpt met praktische dingen.",
                                "This contact helps in practical ways."}));
  }
  if (contact.help_direction == HelpDirection::kBothWays) {
    why.push_back(in(language, {"De hulp gaat over en weer.", "Help goes both ways."}));
  }
  explain_distance(contact, language, why);
  return why;
}

}  // namespace

std::vector<TieSuggestion> suggest_ties(const TieContext& context,
                                        const std::vector<Candidate>& ranked) {
  const Profile& profile = context.profile;
  if (!profile.network) return {};
  Contacts contacts = own_contacts(*profile.network);
  std::erase_if(contacts, [&profile](const Contact* contact) {
    return !may_be_suggested(*contact, profile);
  });
  std::stable_sort(contacts.begin(), contacts.end(), comes_before);
  if (contacts.size() > kMaxTies) contacts.resize(kMaxTies);
  std::vector<TieSuggestion> ties;
  for (const Contact* contact : contacts) {
    const std::optional<Occasion> occasion = find_occasion(*contact, ranked, context);
    ties.push_back({contact->id, contact->alias, explain_contact(*contact, profile.language),
                    occasion, make_tie_steps(*contact, occasion, profile)});
  }
  return ties;
}

}  // namespace kring::engine
