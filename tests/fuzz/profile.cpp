// Is any profile read, or refused with every fault named, and are its gaps assessed without harm?

#include "engine/profile.h"

#include "engine/gaps/gaps.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const catalog::Result<engine::Profile> profile = engine::parse_profile_text(bytes);
  if (profile) {
    const std::vector<engine::Gap> gaps = engine::assess_gaps(*profile);
    expect(!gaps.empty(), "every gap is assessed");
    static_cast<void>(engine::find_typology(*profile));
    return;
  }
  for (const catalog::Problem& problem : profile.error()) {
    expect(!problem.code.empty(), "a fault has a code");
    expect(!problem.text.nl.empty() && !problem.text.en.empty(), "a fault is told in both tongues");
  }
}

}  // namespace kring::fuzz
