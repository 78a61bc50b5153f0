// Which functions make the format "schema-org"? Events and services as JSON-LD: an object, a list,
// or a @graph.
#pragma once

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_schema_org(const FeedFile& file);

/// Occurrences of one event become one activity with their dates as schedules: those with the same
/// key, name and venue. The key is the uuid of its "@id" (urn:uuid:…), else the url; where a url is
/// shared by events of another name or venue (a museum's front page) it tells nothing apart, and
/// the lower-cased name and venue are the key, as where there is no url.
Result<FeedFacts> read_schema_org(std::span<const FeedFile> files, FeedSink& sink);

/// Every record as a node of one @graph (schema_org_json.h).
std::size_t write_schema_org(const ExportedRecords& records, std::ostream& out);

}  // namespace kring::catalog::formats
