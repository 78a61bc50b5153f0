// Which feed formats does Kring know?
//
// One file a format; the table in formats.cpp is the only other place that a new one touches.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "catalog/formats/exported_records.h"
#include "catalog/formats/feed.h"
#include "catalog/formats/feed_bytes.h"

namespace kring::catalog {

/// One file of a feed, as bytes without a UTF-8 BOM.
struct FeedFile {
  std::string name;  ///< as given on the command line
  FeedBytes bytes;
};

/// What the records of a feed tell of where they come from, each once.
struct RecordTerms {
  std::vector<std::string> licences;
  std::vector<std::string> attributions;  ///< sentences that must stay with them
};

/// What reading a feed told besides its records.
struct FeedFacts {
  std::string publisher;  ///< "" where the feed names none
  Completeness completeness = Completeness::kComplete;
  std::string licence;    ///< "" where not said
  std::string next = {};  ///< where a paged feed goes on; "" where it has no next page
  RecordTerms record_terms = {};
};

struct Format {
  std::string_view name;
  /// Whether `file` looks like this format; looks at its beginning only.
  bool (*recognises)(const FeedFile& file);
  /// Reads the files of one feed into `sink`; problems of the whole feed (cut off, wrong type) come
  /// back and then nothing of the feed may be kept.
  Result<FeedFacts> (*read)(std::span<const FeedFile> files, FeedSink& sink);
  /// Writes the records of the export, each with its source's licence and attribution, and tells
  /// how many it has no words for: a calendar for those without a day. Null where Kring only reads
  /// the format.
  std::size_t (*write)(const ExportedRecords& records, std::ostream& out);
  /// Writes an empty file to be filled in; null where the format has none.
  void (*write_template)(std::ostream& out) = nullptr;
  /// Writes the same as files in a folder that exists; null where the format is one file.
  void (*write_folder)(const ExportedRecords& records,
                       const std::filesystem::path& folder) = nullptr;
};

/// All formats, in the order in which they are tried.
std::span<const Format> all_formats();
const Format* find_format(std::string_view name);

}  // namespace kring::catalog
