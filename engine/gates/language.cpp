// Is a language spoken there in which the person can take part?
//
// A record that names no language is taken to be held in Dutch by who speaks Dutch; for others it
// is a question. So it is for lessons: who comes to learn Dutch need not share a language of the
// teachers.

#include <algorithm>

#include "engine/gates/gates.h"

namespace kring::engine {

std::span<const std::uint32_t> languages_spoken(const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const std::uint32_t begin = features.language_begin[at.activity];
  return features.language.subspan(begin,
                                   features.language_begin[at.activity + std::size_t{1}] - begin);
}

catalog::Answer judge_language(const Asked& asked, const SiteAt& at) {
  if (asked.languages.empty()) return catalog::Answer::kYes;
  const std::span<const std::uint32_t> spoken = languages_spoken(at);
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
  if (is_shared) return catalog::Answer::kYes;
  return strong_concepts(at).meets(asked.language_lessons) ? catalog::Answer::kUnknown
                                                           : catalog::Answer::kNo;
}

}  // namespace kring::engine
