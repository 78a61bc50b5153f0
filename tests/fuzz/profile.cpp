// Is any profile read, or refused with every fault named, and are its gaps assessed without harm?

#include "engine/profile.h"

#include "engine/gaps/gaps.h"
#include "service/handover.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const auto document = catalog::parse_json(bytes);
  if (document) {
    const auto handover = service::parse_handover(*document);
    expect(!handover || engine::parse_profile(*document).has_value(), "a handover is a profile");
  }
  const catalog::Result<engine::Profile> profile = engine::parse_profile_text(bytes);
  if (profile) {
    const engine::Understood understood{*profile, profile->practical, {}, {}, 0, {}};
    const catalog::Vocabulary vocabulary;
    const std::vector<engine::Gap> gaps = engine::assess_gaps(understood, vocabulary);
    expect(!gaps.empty(), "every gap is assessed");
    static_cast<void>(engine::find_typology(*profile));
    static_cast<void>(engine::assess_loneliness(*profile));
    static_cast<void>(engine::find_contact_changes(*profile));
    const auto questions = engine::find_first_questions(understood, vocabulary);
    expect(questions.size() <= engine::kMaxQuestions, "few questions are asked first");
    return;
  }
  for (const catalog::Problem& problem : profile.error()) {
    expect(!problem.code.empty(), "a fault has a code");
    expect(!problem.text.nl.empty() && !problem.text.en.empty(), "a fault is told in both tongues");
  }
}

}  // namespace kring::fuzz
