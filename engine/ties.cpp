#include "engine/ties.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/gaps.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/analysis.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Text;

constexpr int kVeryCritical = 3;
constexpr int kNearMinutes = 30;
constexpr int kFarMinutes = 90;

bool may_be_suggested(const Contact& contact) {
  return contact.wish == ContactWish::kMoreContact && contact.critical.value_or(1) < kVeryCritical;
}

// Support given (0..8 by the four items above "hardly ever"), closeness, and what an easy journey
// adds.
int promise_of(const Contact& contact) {
  int promise = 0;
  for (const auto item : {&Contact::practical_support, &Contact::emotional_support,
                          &Contact::information_advice, &Contact::encouragement}) {
    promise += (contact.*item).value_or(1) - 1;
  }
  promise += 2 * (contact.closeness.value_or(1) - 1);
  if (contact.travel_minutes) {
    promise += contact.travel_minutes->value <= kNearMinutes
                   ? 2
                   : (contact.travel_minutes->value <= kFarMinutes ? 1 : 0);
  }
  if (contact.help_direction == HelpDirection::kToContact) promise -= 1;
  return promise;
}

std::string name_of_contact(const Contact& contact, catalog::Language language) {
  return contact.alias.empty() ? in(language, {"dit contact", "this contact"}) : contact.alias;
}

std::vector<std::string> explain_contact(const Contact& contact, catalog::Language language) {
  std::vector<std::string> why = {
      in(language, {"Hier is meer contact gewenst.", "More contact is wished for here."})};
  if (contact.emotional_support.value_or(1) > 1) {
    why.push_back(in(language, {"Dit contact geeft emotionele steun.",
                                "This contact gives emotional support."}));
  }
  if (contact.practical_support.value_or(1) > 1) {
    why.push_back(in(language, {"Dit contact helpt met praktische dingen.",
                                "This contact helps in practical ways."}));
  }
  if (contact.travel_minutes == catalog::Minutes{0}) {
    why.push_back(in(language, {"Het is vlakbij.", "It is next door."}));
  } else if (contact.travel_minutes && contact.travel_minutes->value <= kNearMinutes) {
    why.push_back(in(
        language, {fmt::format("De reis duurt {} minuten.", contact.travel_minutes->value),
                   fmt::format("The journey takes {} minutes.", contact.travel_minutes->value)}));
  }
  return why;
}

std::vector<TieStep> steps_for(const Contact& contact, const Profile& profile) {
  const catalog::Language language = profile.language;
  const std::string name = name_of_contact(contact, language);
  const catalog::Date today = *profile.date;
  const auto step = [&](const char* key, const Text& text, const Text& who, int days) {
    return TieStep{key, in(language, text), in(language, who), today + std::chrono::days{days}};
  };
  const Text person{"u", "you"};
  const Text both{"u en de hulpverlener", "you and the worker"};
  return {
      step("choose",
           {fmt::format("Kies wat u met {} wilt doen.", name),
            fmt::format("Choose what you want to do with {}.", name)},
           both, 0),
      step("rehearse", {"Oefen samen de vraag.", "Rehearse the question together."}, both, 3),
      step("ask",
           {fmt::format("Vraag {} om af te spreken.", name), fmt::format("Ask {} to meet.", name)},
           person, 7),
      step("look_back", {"Kijk samen terug: hoe ging het?", "Look back together: how did it go?"},
           both, 28)};
}

// The best ranked activity whose name speaks of something that the contact likes.
std::optional<Occasion> find_occasion(const Contact& contact,
                                      const std::vector<Candidate>& ranked,
                                      catalog::Language language) {
  if (contact.interests.empty()) return std::nullopt;
  const indexer::Analyser analyser;
  std::vector<std::string> liked;
  for (const std::string& interest : contact.interests) {
    for (const std::string& term : analyser.terms_of(interest)) {
      liked.push_back(term);
    }
  }
  for (const Candidate& candidate : ranked) {
    const catalog::Activity activity =
        indexer::Snapshot::record({candidate.at.segment, candidate.at.activity}).activity;
    const std::vector<std::string> terms = analyser.terms_of(activity.name);
    const bool is_liked =
        std::any_of(liked.begin(), liked.end(), [&terms](const std::string& term) {
          return std::binary_search(terms.begin(), terms.end(), term);
        });
    if (is_liked) {
      return Occasion{activity.id, in(language, {"Ga samen: " + activity.name + ".",
                                                 "Go together: " + activity.name + "."})};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<TieSuggestion> suggest_ties(const Profile& profile,
                                        const std::vector<Candidate>& ranked) {
  if (!profile.network) return {};
  std::vector<const Contact*> contacts = own_contacts(*profile.network);
  std::erase_if(contacts, [](const Contact* contact) { return !may_be_suggested(*contact); });
  std::stable_sort(contacts.begin(), contacts.end(), [](const Contact* a, const Contact* b) {
    return promise_of(*a) != promise_of(*b) ? promise_of(*a) > promise_of(*b) : a->id < b->id;
  });
  std::vector<TieSuggestion> ties;
  for (const Contact* contact : contacts) {
    if (ties.size() == kMaxTies) break;
    ties.push_back({contact->id, contact->alias, explain_contact(*contact, profile.language),
                    find_occasion(*contact, ranked, profile.language),
                    steps_for(*contact, profile)});
  }
  return ties;
}

}  // namespace kring::engine
