// Does what the person says call for help first?

#include <algorithm>

#include "engine/explain.h"
#include "indexer/language/danger.h"

namespace kring::engine {

std::optional<SafetyNotice> find_safety(const Profile& profile, const indexer::Analyser& analyser) {
  const bool is_danger =
      std::any_of(profile.needs.begin(), profile.needs.end(), [&](const Need& need) {
        return need.concept_id == "safety_crisis"
               || indexer::signals_danger(need.text, analyser, *profile.date);
      });
  if (!is_danger) return std::nullopt;
  const catalog::Language language = profile.language;
  SafetyNotice notice;
  notice.text =
      in(language, {"Is er nu gevaar? Bel dan eerst.", "Is there danger now? Then call first."});
  notice.contacts = {
      {in(language, {"Acuut gevaar", "Acute danger"}), "112"},
      {in(language, {"Gedachten aan zelfdoding: 113", "Thoughts of suicide: 113"}), "0800-0113"},
      {in(language, {"Huiselijk geweld: Veilig Thuis", "Domestic violence: Veilig Thuis"}),
       "0800-2000"}};
  return notice;
}

}  // namespace kring::engine
