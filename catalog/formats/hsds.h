// Which functions make the format "hsds"? HSDS 3.x as JSON: a list, one object, a page, or one
// object a line.
#pragma once

#include <iosfwd>

#include "catalog/formats/formats.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

bool recognises_hsds(const FeedFile& file);
Result<FeedFacts> read_hsds(std::span<const FeedFile> files, FeedSink& sink);

/// The records of a page of a list; null where `document` is none.
const Json* find_page_contents(const Json& document);

/// Whether there are records of HSDS in `contents` and none has a list of its own: APIs list them
/// so, and leave their places, times and phone numbers to each one's own address.
bool is_thin_list(const Json& contents);

/// A list of services by id, each as make_hsds_service gives it, with its source named.
std::size_t write_hsds(const ExportedRecords& records, std::ostream& out);

/// The source's own document where that was HSDS, else one made of the activity; completed to be
/// valid (hsds_completion.h).
Json make_hsds_service(const StoredActivity& stored);

/// Puts the terms of its source into the service, as "data_source", where any are known.
void name_source(const SourceTerms& terms, Json& service);

}  // namespace kring::catalog::formats
