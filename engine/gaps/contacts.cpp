#include "engine/gaps/contacts.h"

#include <algorithm>
#include <array>

namespace kring::engine {
namespace {

// By Frequency, from never to daily.
constexpr std::array<int, 5> kPresence = {0, 1, 3, 4, 4};
constexpr std::array<int, 5> kMeetings = {0, 3, 12, kWeeksAYear, kEveryDay};

}  // namespace

Contacts own_contacts(const Network& network) {
  Contacts contacts;
  if (!network.contacts) return contacts;
  for (const Contact& contact : *network.contacts) {
    if (contact.kind == ContactKind::kPerson && contact.domain != Domain::kProfessional) {
      contacts.push_back(&contact);
    }
  }
  return contacts;
}

bool has_worker(const Profile& profile) {
  return profile.company == Company::kWorker
         || (profile.network && !find_professionals(*profile.network).empty());
}

Contacts find_professionals(const Network& network) {
  Contacts contacts;
  if (!network.contacts) return contacts;
  for (const Contact& contact : *network.contacts) {
    if (contact.kind == ContactKind::kPerson && contact.domain == Domain::kProfessional) {
      contacts.push_back(&contact);
    }
  }
  return contacts;
}

Contacts without_strain(const Contacts& contacts) {
  Contacts others;
  std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(others),
               [](const Contact* contact) { return !strains(*contact); });
  return others;
}

bool strains(const Contact& contact) {
  return contact.critical == kAlmostAlways || contact.wish == ContactWish::kLessContact
         || contact.wish == ContactWish::kNone;
}

int presence_of(const Contact& contact) {
  return contact.frequency ? kPresence[static_cast<std::size_t>(*contact.frequency)]
                           : kFullPresence;
}

bool is_seen_monthly(const Contact& contact) {
  return contact.frequency && *contact.frequency >= Frequency::kMonthly;
}

bool is_confidant(const Contact& contact) {
  return contact.emotional_support == kAlmostAlways
         && contact.closeness.value_or(kAlmostAlways) == kAlmostAlways && !strains(contact);
}

bool is_at_ease(const Contact& contact) {
  return contact.emotional_support.value_or(1) >= kSometimes || !contact.closeness
         || *contact.closeness >= kSometimes;
}

int meetings_a_year(const Contact& contact) {
  return contact.frequency ? kMeetings[static_cast<std::size_t>(*contact.frequency)] : 0;
}

std::string name_of_contact(const Contact& contact, catalog::Language language) {
  if (contact.alias.empty()) return catalog::in(language, {"dit contact", "this contact"});
  const std::string name = contact.alias.substr(0, contact.alias.find_first_of(",("));
  return name.substr(0, name.find_last_not_of(' ') + 1);
}

}  // namespace kring::engine
