// What is held of one service for the filters of the open APIs?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/places.h"
#include "catalog/vocabulary.h"
#include "service/open_data.h"

namespace kring::service {

/// Of a whole and valid HSDS service.
OpenService make_open_service(const catalog::Json& document, const catalog::Places& places);

/// A number for each word of the text, small and without accents; ascending, each once.
std::vector<std::uint32_t> hash_words(std::string_view text);

/// Kring's vocabulary as an HSDS taxonomy, and its kinds of activity as that taxonomy's terms.
catalog::Json make_taxonomy(const catalog::Vocabulary& vocabulary);
catalog::Json::Array make_taxonomy_terms(const catalog::Vocabulary& vocabulary);

}  // namespace kring::service
