#include "engine/tie_steps.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/measure.h"
#include "engine/gaps/tell.h"
#include "engine/spoken.h"

namespace kring::engine {
namespace {

using catalog::Text;

constexpr int kRehearseAfterDays = 3;
constexpr int kAskAfterDays = 7;
constexpr int kLookBackAfterDays = 28;

// Who can stand by when the question is asked: the professional who encourages and supports most.
Spoken find_supporter(const Profile& profile) {
  const Contacts professionals = without_strain(find_professionals(*profile.network));
  const auto strength = [](const Contact* contact) {
    return 4 * contact->encouragement.value_or(1) + 4 * contact->emotional_support.value_or(1)
           + presence_of(*contact);
  };
  const auto best = std::max_element(
      professionals.begin(), professionals.end(),
      [&strength](const Contact* a, const Contact* b) { return strength(a) < strength(b); });
  if (best == professionals.end() || (*best)->alias.empty()) {
    if (has_worker(profile)) return {"de hulpverlener", "the worker"};
    return {"iemand die u vertrouwt", "someone you trust", "iemand die je vertrouwt"};
  }
  return {(*best)->alias, (*best)->alias};
}

// In the person's own voice.
Text make_question(const Contact& contact, const std::optional<Occasion>& occasion) {
  if (occasion) {
    return {fmt::format("Ik wil graag naar {}. Ga je met me mee?", occasion->name),
            fmt::format("I would like to go to {}. Will you come with me?", occasion->name)};
  }
  const bool is_far = contact.travel_minutes && contact.travel_minutes->value > kFarMinutes;
  if (is_far) {
    return {"Ik spreek je graag vaker. Zullen we elke week bellen?",
            "I would like to talk more often. Shall we call every week?"};
  }
  if (!contact.interests.empty()) {
    const std::string& interest = contact.interests.front();
    return {fmt::format("Ik zie je graag vaker. Zullen we samen iets doen met {}?", interest),
            fmt::format("I would like to see you more. Shall we do something with {}?", interest)};
  }
  return {"Ik zie je graag vaker. Kom je een keer koffie drinken?",
          "I would like to see you more. Will you come for coffee?"};
}

Spoken tell_choice(const std::string& name, const std::optional<Occasion>& occasion) {
  if (occasion) {
    return {fmt::format("Kies wat u met {} wilt doen. Bijvoorbeeld: {}.", name, occasion->name),
            fmt::format("Choose what to do with {}. For example: {}.", name, occasion->name),
            fmt::format("Kies wat je met {} wilt doen. Bijvoorbeeld: {}.", name, occasion->name)};
  }
  return {fmt::format("Kies wat u met {} wilt doen.", name),
          fmt::format("Choose what you want to do with {}.", name),
          fmt::format("Kies wat je met {} wilt doen.", name)};
}

}  // namespace

std::vector<TieStep> make_tie_steps(const Contact& contact,
                                    const std::optional<Occasion>& occasion,
                                    const Profile& profile) {
  const catalog::Language language = profile.language;
  const std::string name = name_of_contact(contact, language);
  const std::string supporter = in(profile, find_supporter(profile));
  const Spoken both{fmt::format("u en {}", supporter), fmt::format("you and {}", supporter),
                    fmt::format("jij en {}", supporter)};
  const Spoken helped{fmt::format("u, met steun van {}", supporter),
                      fmt::format("you, with support from {}", supporter),
                      fmt::format("jij, met steun van {}", supporter)};
  const Text question = make_question(contact, occasion);
  const auto step = [&](const char* key, const Spoken& text, const Spoken& who, int days) {
    return TieStep{key, in(profile, text), in(profile, who),
                   *profile.date + std::chrono::days{days}};
  };
  return {step("choose", tell_choice(name, occasion), both, 0),
          step("rehearse",
               {fmt::format("Oefen samen de vraag aan {}. Zeg: “{}”", name, question.nl),
                fmt::format("Rehearse the question to {} together. Say: “{}”", name, question.en)},
               both, kRehearseAfterDays),
          step("ask",
               {fmt::format("Stel {} de vraag. Daar kan {} bij helpen.", name, supporter),
                fmt::format("Ask {} the question. {} can help with it.", name, supporter)},
               helped, kAskAfterDays),
          step("look_back",
               {fmt::format("Kijk samen terug: hoe ging het met {}?", name),
                fmt::format("Look back together: how did it go with {}?", name)},
               both, kLookBackAfterDays)};
}

}  // namespace kring::engine
