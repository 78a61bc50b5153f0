// Which functions make the format "hsds-csv"? A tabular data package of HSDS 1.0 to 3.x: a CSV for
// each table, with or without datapackage.json.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

/// Whether `file` is a table of HSDS, by its name and headings, or the package's description.
bool recognises_hsds_csv(const FeedFile& file);
Result<FeedFacts> read_hsds_csv(std::span<const FeedFile> files, FeedSink& sink);

/// The package as one zip file.
std::size_t write_hsds_csv(const ExportedRecords& records, std::ostream& out);
/// The package as files in `folder`, which exists. Throws Error where the disk fails.
void write_hsds_csv_folder(const ExportedRecords& records, const std::filesystem::path& folder);

}  // namespace kring::catalog::formats
