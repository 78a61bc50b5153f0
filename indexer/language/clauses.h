// In which clause does a word stand?
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/language/analysis.h"

namespace kring::indexer {

/// Whether a clause ends at this sign: a stop, comma, colon or bracket.
bool parts_clauses(const Token& token);

/// By token: the number of its clause, from 0 in order. A sign that parts clauses, or a word that
/// opens one ("maar"), stands in the later one.
std::vector<std::size_t> number_clauses(const std::vector<Token>& tokens);

}  // namespace kring::indexer
