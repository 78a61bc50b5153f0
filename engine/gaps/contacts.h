// Which members of the map count, and for how much?
//
// Own contacts are persons who are there of their own accord: professionals, pets, places and
// groups stand apart. An item that nobody filled in never counts against a contact.
#pragma once

#include <string>
#include <vector>

#include "engine/profile.h"

namespace kring::engine {

using Contacts = std::vector<const Contact*>;

inline constexpr int kSometimes = 2;      ///< of the ordinal items
inline constexpr int kAlmostAlways = 3;   ///< of the ordinal items
inline constexpr int kFullPresence = 4;   ///< of presence_of()
inline constexpr int kEveryDay = 7 * 52;  ///< of meetings_a_year()
inline constexpr int kWeeksAYear = 52;

/// The persons on the map who are no professionals.
Contacts own_contacts(const Network& network);

/// The professionals on the map.
Contacts find_professionals(const Network& network);
/// Whether a professional helps: in the talk, or on the map.
bool has_worker(const Profile& profile);

/// Of these, all but those who strain.
Contacts without_strain(const Contacts& contacts);

/// Nearly always critical, or one whom the person wants to see less or not at all: such a contact
/// is no support to count on.
bool strains(const Contact& contact);

/// How far somebody is there to turn to: 4 quarters where seen weekly or more, 3 monthly, 1 a few
/// times a year, 0 never. Unknown: 4.
int presence_of(const Contact& contact);

/// Known to be in contact once a month or more.
bool is_seen_monthly(const Contact& contact);

/// A close bond: almost always emotional support, very close as far as known, and no strain.
bool is_confidant(const Contact& contact);

/// Whom one feels at ease with: some emotional support or closeness, or nothing known of closeness.
bool is_at_ease(const Contact& contact);

/// Times a year: 364 daily, 52 weekly, 12 monthly, 3 "a few times", 0 never or unknown.
int meetings_a_year(const Contact& contact);

/// As the person calls the contact, without what they explain behind a comma or in brackets; or
/// "dit contact".
std::string name_of_contact(const Contact& contact, catalog::Language language);

}  // namespace kring::engine
