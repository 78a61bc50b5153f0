// Which functions make the format "kring-csv"? The municipality's own table, as text or .xlsx.
#pragma once

#include <iosfwd>
#include <span>

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_kring_csv(const FeedFile& file);
Result<FeedFacts> read_kring_csv(std::span<const FeedFile> files, FeedSink& sink);

/// Every record by id, as CSV that a Dutch spreadsheet opens: UTF-8 with a byte order mark,
/// semicolons. Further places, times, phone numbers and prices of an activity stand on further
/// rows.
std::size_t write_kring_csv(const ExportedRecords& records, std::ostream& out);

/// The headings, a row that explains each, and a row as an example; reading passes over those two.
void write_kring_csv_template(std::ostream& out);

/// What the first cells of these two rows begin with.
inline constexpr std::string_view kHelpMark = "# Uitleg: ";
inline constexpr std::string_view kExampleMark = "# Voorbeeld: ";

/// By what a record without a key of its own is known: its name and organisation.
std::string key_of_names(const Activity& activity);

}  // namespace kring::catalog::formats
