#include "engine/unanswered.h"

#include <algorithm>

namespace kring::engine {

std::vector<std::size_t> find_unanswered(const ScoreContext& context,
                                         const std::vector<Feasible>& sites) {
  std::vector<std::size_t> unanswered;
  for (std::size_t i = 0; i < context.needs.size(); ++i) {
    const bool is_answered = std::any_of(sites.begin(), sites.end(), [&](const Feasible& site) {
      return need_strength(context, context.needs[i], site.at) > 0;
    });
    if (!is_answered) unanswered.push_back(i);
  }
  return unanswered;
}

bool is_about(const AskedNeed& need, const SiteAt& at) {
  const ConceptBits subjects = strong_concepts(at);
  return subjects.meets(need.named) || subjects.meets(need.told);
}

std::string name_need(const Asked& asked, const AskedNeed& need) {
  const std::vector<catalog::Concept>& concepts = asked.snapshot.vocabulary().concepts();
  const ConceptBits named = need.named.empty() ? need.told : need.named;
  std::string names;
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    if (!named.has(number)) continue;
    names +=
        (names.empty() ? "" : ", ") + catalog::in(asked.profile.language, concepts[number].plain);
  }
  return names;
}

}  // namespace kring::engine
