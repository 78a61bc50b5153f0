// Which functions make the format "ics"? Calendar files (iCalendar, RFC 5545), in and out.
#pragma once

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_ics(const FeedFile& file);

/// A VEVENT becomes an activity; its UID is the key. Changed occurrences (RECURRENCE-ID) join the
/// series they belong to. Private events are refused. METHOD:CANCEL removes; a file with another
/// method than PUBLISH is partial. The document is the list of VEVENTs, each with its properties by
/// name: {"SUMMARY": [{"parameters": {}, "value": "…"}]}, persons left out.
Result<FeedFacts> read_ics(std::span<const FeedFile> files, FeedSink& sink);

/// Every record that has a day, as one calendar.
std::size_t write_ics(const ExportedRecords& records, std::ostream& out);

}  // namespace kring::catalog::formats
