#include "catalog/embedded.h"

extern "C" {
extern const char
    kring_vocabulary_begin;  // NOLINT(readability-identifier-naming): names of kring_embed()
extern const char kring_vocabulary_end;  // NOLINT(readability-identifier-naming): as above
extern const char kring_weights_begin;   // NOLINT(readability-identifier-naming): as above
extern const char kring_weights_end;     // NOLINT(readability-identifier-naming): as above
}

namespace kring::catalog {

std::string_view embedded_vocabulary() {
  return {&kring_vocabulary_begin, &kring_vocabulary_end};
}

std::string_view embedded_weights() {
  return {&kring_weights_begin, &kring_weights_end};
}

}  // namespace kring::catalog
