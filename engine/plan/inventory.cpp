// What does the person look back on, and what do they want?

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

/// Circumstances rather than wishes: a sheet that lies on a kitchen table need not name them.
constexpr std::array<std::string_view, 6> kCircumstances = {
    "discharge_transition", "loneliness_general", "health_condition_groups",
    "cognitive_dementia",   "autism_neuro",       "lvb_disability"};

void add_once(std::vector<std::string>& list, const std::string& entry) {
  if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}

const catalog::Concept* find_activity_concept(const Making& making, const std::string& id) {
  const catalog::Vocabulary& vocabulary = making.source.vocabulary;
  const std::optional<std::size_t> number = vocabulary.find(id);
  if (!number) return nullptr;
  const catalog::Concept& found = vocabulary.concepts()[*number];
  return found.kind == catalog::ConceptKind::kActivity ? &found : nullptr;
}

// Places of the needs, most important first.
std::vector<std::size_t> needs_by_priority(const Profile& profile) {
  std::vector<std::size_t> order(profile.needs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&profile](std::size_t a, std::size_t b) {
    return profile.needs[a].priority > profile.needs[b].priority;
  });
  return order;
}

// The concept that the need names, then those that its words wish for.
std::vector<std::string> concepts_of_need(const Making& making, std::size_t number) {
  std::vector<std::string> ids;
  const Need& need = making.profile().needs[number];
  if (need.concept_id && find_activity_concept(making, *need.concept_id) != nullptr) {
    ids.push_back(*need.concept_id);
  }
  for (const UnderstoodWords& words : making.answer().assessment.understood) {
    const bool is_wish =
        words.need == number && words.kind == UnderstoodKind::kWish && !words.is_undone;
    if (is_wish && find_activity_concept(making, words.name) != nullptr) add_once(ids, words.name);
  }
  return ids;
}

// ASCII letters in lower case, the rest as it is.
std::string lowered(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return low;
}

// Whether the text names something of the avoid list, which no sheet shows.
bool names_avoided(const Avoid& avoid, const std::string& text) {
  const std::string low = lowered(text);
  for (const auto* list : {&avoid.words, &avoid.organizations, &avoid.places}) {
    const bool is_named = std::any_of(list->begin(), list->end(), [&low](const std::string& entry) {
      return low.find(lowered(entry)) != std::string::npos;
    });
    if (is_named) return true;
  }
  return false;
}

// In the sheet's language; in Dutch where the sheet knows no name for it.
std::string name_wish(const Making& making, const std::string& id) {
  if (const auto named = making.sentences.find_wish(id)) return *named;
  const auto language =
      making.sentences.language() == "en" ? catalog::Language::kEnglish : catalog::Language::kDutch;
  return catalog::in(language, find_activity_concept(making, id)->plain);
}

// "" where there is no name, or none to be shown.
std::string name_tried(const Making& making, const Tried& tried) {
  if (tried.activity) {
    const auto facts = making.source.find_facts({*tried.activity});
    if (facts) return facts->activity.name;
  }
  if (tried.contact) {
    const Contact* contact = find_contact(making.profile(), *tried.contact);
    if (contact != nullptr && is_welcome(*contact)) return name_contact(making, *contact);
  }
  return tried.text;
}

}  // namespace

std::vector<std::string> needed_concepts(const Making& making) {
  std::vector<std::string> ids;
  for (const std::size_t number : needs_by_priority(making.profile())) {
    for (const std::string& id : concepts_of_need(making, number))
      add_once(ids, id);
  }
  return ids;
}

std::vector<std::string> tell_wishes(const Making& making) {
  std::vector<std::string> wishes;
  for (const std::size_t number : needs_by_priority(making.profile())) {
    for (const std::string& id : concepts_of_need(making, number)) {
      const bool is_circumstance =
          std::find(kCircumstances.begin(), kCircumstances.end(), id) != kCircumstances.end();
      if (is_circumstance) continue;
      add_once(wishes, name_wish(making, id));
      break;
    }
  }
  return wishes;
}

LookBack look_back_on(const Making& making) {
  LookBack look_back;
  for (const Tried& tried : making.profile().tried) {
    const std::string name = name_tried(making, tried);
    if (name.empty() || names_avoided(making.profile().avoid, name)) continue;
    if (tried.outcome == Outcome::kGoingWell) add_once(look_back.going_well, name);
    if (tried.outcome == Outcome::kStopped) add_once(look_back.stopped, name);
  }
  return look_back;
}

}  // namespace kring::engine
