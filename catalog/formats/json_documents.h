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

/// Where a document stands.
struct DocumentPlace {
  std::string name;  ///< "services.ndjson:12", or the file's name where it is the only one
  std::size_t first_element = 0;  ///< of a list that is given in pieces: number of the first here

  /// "all.json/17": of an element of the list that stands here.
  [[nodiscard]] std::string element(std::size_t index) const {
    return name + "/" + std::to_string(first_element + index);
  }
};

/// Called with each document. One that is a list comes in pieces, each a list, so that no feed need
/// fit in memory; an empty list comes once.
using VisitDocument = std::function<void(const Json& document, const DocumentPlace& place)>;

/// Reads all documents of all files, in order. An unreadable line of an NDJSON file is rejected and
/// the rest goes on (what was on it is unknown, so the feed is then partial); any other unreadable
/// file is a problem of the whole feed.
Result<Completeness> read_documents(std::span<const FeedFile> files,
                                    FeedSink& sink,
                                    const VisitDocument& visit);

/// Whether the object or list that the file begins with does not end in it.
bool is_cut_off(const FeedFile& file);

/// The beginning of the file in which formats look for their words, small letters as they are.
std::string_view beginning_of(const FeedFile& file);

}  // namespace kring::catalog::formats
