// In which words is a gap told?
//
// Short sentences (B1): at most 20 words, most no more than 12. Aliases are echoed, nothing else of
// the person is.
#pragma once

#include <string>
#include <vector>

#include "engine/gaps/measure.h"
#include "engine/profile.h"

namespace kring::engine {

/// Sentences that say what the map holds, the yardstick with it; none where the kind is unknown.
std::vector<std::string> tell_support(const Network& network,
                                      catalog::Support support,
                                      catalog::Language language);
std::vector<std::string> tell_dimension(const Network& network,
                                        catalog::Dimension dimension,
                                        catalog::Language language);

/// What to ask, for a kind of which something is unknown.
std::string question_of(std::size_t kind, catalog::Language language);

/// Whether the map leaves open, of some own contact, what the kind is measured by.
bool is_incomplete(const Network& network, std::size_t kind);

}  // namespace kring::engine
