// What became of the contacts since the earlier map?
//
// Contacts are the same where their ids are. Closer: more closeness, else a nearer circle; further:
// the other way round. What one of the maps leaves open is no change.

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/contacts.h"
#include "engine/gaps/gaps.h"
#include "engine/gaps/tell.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;
using catalog::Text;

const Contact* find_contact(const std::vector<Contact>& contacts, const std::string& id) {
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&id](const Contact& contact) { return contact.id == id; });
  return found == contacts.end() ? nullptr : &*found;
}

// > 0 closer, < 0 further, 0 the same or not known.
int approach_of(const Contact& then, const Contact& now) {
  const int closeness = then.closeness && now.closeness ? *now.closeness - *then.closeness : 0;
  const int circle = then.circle && now.circle ? *then.circle - *now.circle : 0;
  return closeness != 0 ? closeness : circle;
}

ContactChange make_change(const Contact& contact,
                          const char* change,
                          const Text& text,
                          Language language) {
  return {contact.id, contact.alias, change,
          fmt::format("{} {}", name_of_contact(contact, language), in(language, text))};
}

}  // namespace

std::vector<ContactChange> find_contact_changes(const Profile& profile) {
  if (!profile.network || !profile.network->contacts) return {};
  if (!profile.network_before || !profile.network_before->contacts) return {};
  const std::vector<Contact>& now = *profile.network->contacts;
  const std::vector<Contact>& then = *profile.network_before->contacts;
  const Language language = profile.language;
  std::vector<ContactChange> changes;
  for (const Contact& contact : now) {
    const Contact* earlier = find_contact(then, contact.id);
    if (earlier == nullptr) {
      changes.push_back(make_change(contact, "new", {"is nieuw.", "is new."}, language));
      continue;
    }
    const int approach = approach_of(*earlier, contact);
    if (approach > 0) {
      changes.push_back(
          make_change(contact, "closer", {"is dichterbij gekomen.", "came closer."}, language));
    } else if (approach < 0) {
      changes.push_back(
          make_change(contact, "further", {"staat verder weg.", "is further away."}, language));
    }
  }
  for (const Contact& contact : then) {
    if (find_contact(now, contact.id) != nullptr) continue;
    changes.push_back(
        make_change(contact, "gone", {"staat er niet meer bij.", "is no longer there."}, language));
  }
  return changes;
}

}  // namespace kring::engine
