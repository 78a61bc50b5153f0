// In which other forms does a Dutch word stand, that stemming does not bring together?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::indexer {

/// Other forms of the folded word, without itself: of a regular verb in the infinitive ("koken"),
/// the third person ("kookt") or the participle ("gekookt") the two others; of a diminutive
/// ("klusjes") the plain noun; of a noun its diminutive. Only what the list of Dutch words has
/// (compounds.h). Pure and thread-safe.
std::vector<std::string> other_forms_of(std::string_view folded);

}  // namespace kring::indexer
