// What do a person's own words ask beside what is filled in?
//
// The words of the needs are read for wishes, refusals and limits. What they ask fills the fields
// of the profile that the person left empty, so that gates and score parts read one profile.
// Nothing overrides what is filled in, and what the person did not mean does nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "catalog/vocabulary.h"
#include "engine/answer.h"
#include "engine/profile.h"
#include "indexer/language/wishes.h"

namespace kring::engine {

struct Understood {
  Profile profile;                             ///< as filled in, and where that is empty as said
  Practical practical;                         ///< as filled in alone
  std::vector<std::vector<std::size_t>> told;  ///< by need: numbers of the concepts it wishes for
  std::vector<std::string>
      texts;                ///< by need: its text, blank where a limit names what is not wanted
  std::uint64_t kinds = 0;  ///< that needs and interests tell of; catalog::kind_bits()
  std::vector<UnderstoodWords> words;  ///< by need, then place in its text
  bool tells_danger = false;           ///< some need tells of present danger to the person
};

/// Pure. requires: profile.date. A refusal stands aside where any need, be it the same one, names
/// or asks for the same.
Understood understand(const Profile& profile,
                      const catalog::Vocabulary& vocabulary,
                      const indexer::WishReader& reader,
                      const indexer::Analyser& analyser);

}  // namespace kring::engine
