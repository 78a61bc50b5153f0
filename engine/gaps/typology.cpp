// Which type of network is it?

#include "engine/gaps/contacts.h"
#include "engine/gaps/gaps.h"

namespace kring::engine {
namespace {

using catalog::Text;

constexpr std::size_t kTooFew =
    1;  // contacts seen monthly or more, up to which there is hardly a network

// Contacts seen monthly or more, by where they come from.
constexpr std::size_t kFew = 3;  // up to which no kind of contact can prevail; own reasoning
struct Circle {
  std::size_t family = 0;
  std::size_t others = 0;
  bool has_club = false;
  bool has_unknown = false;
};

void add_to(Circle& circle, const Contact& contact) {
  circle.has_unknown = circle.has_unknown || !contact.domain || !contact.frequency;
  const bool is_seen = contact.frequency && *contact.frequency >= Frequency::kMonthly;
  if (!contact.domain || !is_seen) return;
  const bool is_family =
      *contact.domain == Domain::kFamily || *contact.domain == Domain::kHousehold;
  ++(is_family ? circle.family : circle.others);
  circle.has_club = circle.has_club || *contact.domain == Domain::kClub;
}

struct Described {
  const char* name = "";
  Text text;
};

Described describe(const Circle& circle) {
  const bool is_thin = circle.family + circle.others <= kTooFew;
  if (is_thin && circle.has_unknown) {
    return {"too_little_known", {"Er is nog te weinig bekend.", "Too little is known yet."}};
  }
  if (is_thin) {
    return {"isolated",
            {"Er is bijna geen eigen contact.", "There is hardly any contact of one's own."}};
  }
  if (circle.family + circle.others <= kFew) {
    return {"restricted", {"Er zijn maar weinig contacten.", "There are only a few contacts."}};
  }
  if (circle.family > 0 && circle.others > 1 && circle.has_club) {
    return {"diverse",
            {"Er is familie, er zijn vrienden en een club.",
             "There is family, there are friends and a club."}};
  }
  if (circle.family > circle.others) {
    return {"family_centred",
            {"Het meeste contact is met familie.", "Most contact is with family."}};
  }
  return {"friend_centred",
          {"Het meeste contact is met vrienden en kennissen.",
           "Most contact is with friends and acquaintances."}};
}

}  // namespace

std::optional<Typology> find_typology(const Profile& profile) {
  if (!profile.network || !profile.network->contacts) return std::nullopt;
  Circle circle;
  for (const Contact* contact : own_contacts(*profile.network)) {
    add_to(circle, *contact);
  }
  const Described described = describe(circle);
  return Typology{described.name, in(profile.language, described.text)};
}

}  // namespace kring::engine
