// At which activity could the person and a contact meet?
#pragma once

#include <optional>
#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"
#include "indexer/language/concepts.h"

namespace kring::engine {

/// What occasions are found with.
struct TieContext {
  const Profile& profile;
  const catalog::Vocabulary& vocabulary;
  const indexer::ConceptFinder& finder;
  const indexer::Analyser& analyser;
};

/// The best ranked activity that fits an interest of the contact, by concept or by a word of its
/// name, and that both can attend: a group or event, near where the contact lives nearby, online
/// where the contact lives more than an hour away. Absent without interests, or where none fits.
std::optional<Occasion> find_occasion(const Contact& contact,
                                      const std::vector<Candidate>& ranked,
                                      const TieContext& context);

}  // namespace kring::engine
