// Which municipalities make up a region that people name?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kring::indexer {

/// Area hashes of the municipalities of a province or region ("Zeeland", "regio Rijk van
/// Nijmegen"), empty for a name that the table (lexicon/regions.tsv) lacks. `folded` as fold()
/// gives it. "Groningen" and "Utrecht" are the cities; their provinces need the word. Two
/// municipalities are called Bergen: both provinces hold a name, and thus either. Thread-safe.
const std::vector<std::uint64_t>& municipalities_of_region(std::string_view folded);

}  // namespace kring::indexer
