// Which functions make the format "uitdatabank"? Events and places of publiq's UiTdatabank as
// JSON-LD: one a file, a list, or pages of its search.
#pragma once

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_uitdatabank(const FeedFile& file);

/// An event or place becomes an activity; its key is the uuid at the end of its @id. What is
/// DELETED is an explicit removal; an organiser on its own fills in the events that name it. A page
/// that counts more results than it holds makes the feed partial.
Result<FeedFacts> read_uitdatabank(std::span<const FeedFile> files, FeedSink& sink);

}  // namespace kring::catalog::formats
