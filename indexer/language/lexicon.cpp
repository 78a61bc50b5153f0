#include "indexer/language/lexicon.h"

extern "C" {
extern const char
    kring_compound_heads_begin;  // NOLINT(readability-identifier-naming): names of kring_embed()
extern const char kring_compound_heads_end;     // NOLINT(readability-identifier-naming): as above
extern const char kring_compound_wholes_begin;  // NOLINT(readability-identifier-naming): as above
extern const char kring_compound_wholes_end;    // NOLINT(readability-identifier-naming): as above
extern const char kring_dutch_words_begin;      // NOLINT(readability-identifier-naming): as above
extern const char kring_dutch_words_end;        // NOLINT(readability-identifier-naming): as above
extern const char kring_subject_weights_begin;  // NOLINT(readability-identifier-naming): as above
extern const char kring_subject_weights_end;    // NOLINT(readability-identifier-naming): as above
}

namespace kring::indexer {

std::string_view compound_heads() {
  return {&kring_compound_heads_begin, &kring_compound_heads_end};
}

std::string_view compound_wholes() {
  return {&kring_compound_wholes_begin, &kring_compound_wholes_end};
}

std::string_view subject_weights() {
  return {&kring_subject_weights_begin, &kring_subject_weights_end};
}

std::string_view dutch_word_hashes() {
  return {&kring_dutch_words_begin, &kring_dutch_words_end};
}

}  // namespace kring::indexer
