// What stands above everything where the person tells of danger?

#include "engine/explain.h"

namespace kring::engine {

SafetyNotice make_safety_notice(catalog::Language language) {
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
