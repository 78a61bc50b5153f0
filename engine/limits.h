// What does a limit that is said in words come to?
#pragma once

#include <optional>

#include "catalog/result.h"
#include "engine/answer.h"
#include "engine/profile.h"
#include "engine/spoken.h"
#include "indexer/language/wishes.h"

namespace kring::engine {

/// Writes into `filled` what `limit` asks of the field that `stated` leaves empty; absent where it
/// asks for no field, or the person filled it in.
std::optional<FilledField> fill_in(indexer::Limit limit,
                                   const Practical& stated,
                                   Practical& filled);

/// Whether the limit asks for no field: the person is reminded of it, and the match leaves it be.
bool is_only_shown(indexer::Limit limit);

/// "Liever een kleine groep".
const catalog::Text& label_of(indexer::Limit limit);

/// A sentence of what comes of it where nothing was filled in.
const Spoken& effect_of(indexer::Limit limit);

}  // namespace kring::engine
