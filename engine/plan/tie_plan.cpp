// How does the person get to see a contact more?

#include <algorithm>
#include <array>

#include "engine/gaps/contacts.h"
#include "engine/plan/making.h"

namespace kring::engine {
namespace {

constexpr std::string_view kBoth = "who.both";

/// A step that a plan takes with a contact for whom the answer has none.
struct OwnStep {
  std::string_view name;
  std::string_view who;
  int days;  ///< from the plan's day on
};
constexpr std::array<OwnStep, 4> kOwnSteps = {{{"choose", kBoth, 0},
                                               {"rehearse", kBoth, 3},
                                               {"ask", "who.person", 7},
                                               {"look_back", kBoth, 28}}};

const TieSuggestion* find_suggestion(const Making& making, const Contact& contact) {
  const std::vector<TieSuggestion>& ties = making.answer().ties;
  const auto found = std::find_if(ties.begin(), ties.end(), [&contact](const TieSuggestion& tie) {
    return tie.contact == contact.id;
  });
  return found == ties.end() ? nullptr : &*found;
}

std::vector<TieStep> own_steps(const Making& making, const std::string& name) {
  std::vector<TieStep> steps;
  steps.reserve(kOwnSteps.size());
  for (const OwnStep& own : kOwnSteps) {
    steps.push_back({std::string(own.name),
                     making.sentences.say("tie." + std::string(own.name), {{"name", name}}),
                     making.sentences.say(own.who == kBoth ? making.key_of_helper(kBoth)
                                                           : std::string(own.who)),
                     making.date() + std::chrono::days{own.days}});
  }
  return steps;
}

// The answer's steps; in another language than the answer's, those that the sentences have.
std::vector<TieStep> tell_steps(const Making& making,
                                const TieSuggestion& suggestion,
                                const std::string& name) {
  if (making.speaks_as_the_answer()) return suggestion.steps;
  std::vector<TieStep> steps = own_steps(making, name);
  for (TieStep& step : steps) {
    for (const TieStep& suggested : suggestion.steps) {
      if (suggested.name == step.name) step.when = suggested.when;
    }
  }
  return steps;
}

std::optional<Occasion> tell_occasion(const Making& making, const TieSuggestion& suggestion) {
  if (!suggestion.occasion || making.speaks_as_the_answer()) return suggestion.occasion;
  const auto facts = making.source.find_facts(suggestion.occasion->activity);
  if (!facts) return std::nullopt;
  return Occasion{suggestion.occasion->activity,
                  making.sentences.say("tie.occasion", {{"name", facts->activity.name}}),
                  facts->activity.name};
}

}  // namespace

const Contact* find_contact(const Profile& profile, const std::string& id) {
  if (!profile.network || !profile.network->contacts) return nullptr;
  const std::vector<Contact>& contacts = *profile.network->contacts;
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&id](const Contact& contact) { return contact.id == id; });
  return found == contacts.end() ? nullptr : &*found;
}

bool is_welcome(const Contact& contact) {
  return contact.wish != ContactWish::kLessContact && contact.wish != ContactWish::kNone;
}

std::string name_contact(const Making& making, const Contact& contact) {
  if (contact.alias.empty()) {
    const bool is_worker = contact.domain == Domain::kProfessional;
    return making.sentences.say(is_worker ? "team.worker" : "contact.unnamed");
  }
  return name_of_contact(contact, making.profile().language);
}

PlannedTie plan_tie(const Making& making, const Contact& contact) {
  PlannedTie tie;
  tie.contact = contact.id;
  tie.alias = name_contact(making, contact);
  const TieSuggestion* suggestion = find_suggestion(making, contact);
  if (suggestion == nullptr) {
    tie.steps = own_steps(making, tie.alias);
    return tie;
  }
  tie.occasion = tell_occasion(making, *suggestion);
  tie.steps = tell_steps(making, *suggestion, tie.alias);
  return tie;
}

}  // namespace kring::engine
