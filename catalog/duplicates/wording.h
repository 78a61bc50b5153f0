// How is a pair's score said in words?
#pragma once

#include "catalog/duplicates/score.h"
#include "catalog/result.h"

namespace kring::catalog::duplicates {

/// "zelfde telefoon, bijna dezelfde naam, zelfde adres": what speaks for one activity, the heaviest
/// first; behind "maar" what speaks against it.
Text describe(const PairScore& pair);

}  // namespace kring::catalog::duplicates
