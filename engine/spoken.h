// How is a person spoken to?
#pragma once

#include <string>

#include "catalog/result.h"
#include "engine/profile.h"

namespace kring::engine {

/// A sentence that speaks to the person, in each form of address. English has one.
struct Spoken {
  std::string u;        ///< Dutch
  std::string en;       ///< English
  std::string je = {};  ///< Dutch to whom one calls "je"; "" where that is the same
};

/// As the profile asks.
inline const std::string& in(const Profile& profile, const Spoken& sentence) {
  if (profile.language == catalog::Language::kEnglish) return sentence.en;
  const bool says_je = profile.form_of_address == FormOfAddress::kJe && !sentence.je.empty();
  return says_je ? sentence.je : sentence.u;
}

}  // namespace kring::engine
