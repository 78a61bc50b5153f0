// Which JSON documents does a file hold?
//
// One, one a line (NDJSON), or several after each other; told by the content.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/formats.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Called with each document and its place: "services.ndjson:12", or the file's name where it is
/// the only one.
using VisitDocument = std::function<void(const Json& document, const std::string& place)>;

/// Reads all documents of all files, in order. An unreadable line of an NDJSON file is rejected and
/// the rest goes on (what was on it is unknown, so the feed is then partial); any other unreadable
/// file is a problem of the whole feed.
Result<Completeness> read_documents(std::span<const FeedFile> files,
                                    FeedSink& sink,
                                    const VisitDocument& visit);

/// The beginning of the file in which formats look for their words, small letters as they are.
std::string_view beginning_of(const FeedFile& file);

}  // namespace kring::catalog::formats
