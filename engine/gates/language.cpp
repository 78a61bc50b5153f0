// Is a language spoken there in which the person can take part?
//
// A record that names no language is taken to be held in Dutch by who speaks Dutch; for others it
// is a question.

#include <algorithm>

#include "engine/gates/gates.h"

namespace kring::engine {

catalog::Answer judge_language(const Asked& asked, const SiteAt& at) {
  if (asked.languages.empty()) return catalog::Answer::kYes;
  const indexer::FeatureColumns& features = at.features();
  const auto spoken = features.language.subspan(
      features.language_begin[at.activity],
      features.language_begin[at.activity + std::size_t{1}] - features.language_begin[at.activity]);
  const auto has = [](std::span<const std::uint32_t> languages, std::uint32_t language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  if (spoken.empty()) {
    return has(asked.languages, indexer::pack_language("nl")) ? catalog::Answer::kYes
                                                              : catalog::Answer::kUnknown;
  }
  const bool is_shared = std::any_of(spoken.begin(), spoken.end(), [&](std::uint32_t language) {
    return has(asked.languages, language);
  });
  return is_shared ? catalog::Answer::kYes : catalog::Answer::kNo;
}

}  // namespace kring::engine
