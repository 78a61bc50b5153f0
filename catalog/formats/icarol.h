// Which functions make the format "icarol-csv"? The export of a helpline's resource database: one
// table, in which rows of programs name the row of their agency.
#pragma once

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_icarol(const FeedFile& file);

/// A program is an activity of its agency; an agency without programs is one of itself. What the
/// export says of persons, what it marks as private, and the licensed taxonomy are left out and
/// counted; all other columns are kept.
Result<FeedFacts> read_icarol(std::span<const FeedFile> files, FeedSink& sink);

}  // namespace kring::catalog::formats
