// Which lists of words travel inside the program?
//
// Compiled in by kring_embed(). Their origin and licence: lexicon/README.md.
#pragma once

#include <string_view>

namespace kring::indexer {

std::string_view compound_heads();         ///< lexicon/heads.txt
std::string_view compound_wholes();        ///< lexicon/wholes.txt
std::string_view region_municipalities();  ///< lexicon/regions.tsv
std::string_view arrangement_weights();    ///< lexicon/arrangement_weights.tsv
std::string_view subject_weights();        ///< lexicon/subject_weights.tsv
std::string_view need_weights();           ///< lexicon/need_weights.tsv
std::string_view danger_weights();         ///< lexicon/danger_weights.tsv
std::string_view ending_weights();         ///< lexicon/ending_weights.tsv
std::string_view dutch_word_hashes();  ///< of lexicon/make_dutch_words.cpp: sorted uint32, FNV-1a

}  // namespace kring::indexer
