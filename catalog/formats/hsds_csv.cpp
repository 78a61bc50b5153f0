#include "catalog/formats/hsds_csv.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "catalog/formats/hsds_joiner.h"
#include "catalog/formats/hsds_old_rows.h"
#include "catalog/formats/hsds_package.h"
#include "catalog/formats/hsds_records.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/package_table.h"
#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::ptrdiff_t kFewestKnown = 2;  ///< headings by which a table is told

bool is_descriptor(const FeedFile& file) {
  return lower_case(file.name).ends_with(kDescriptorName);
}

/// The headings of the first line, by their names of today.
std::vector<std::string> headings_of(const FeedFile& file, const TableRole& role) {
  const std::string_view bytes = file.bytes;
  std::vector<std::string> headings;
  std::string line = lower_case(bytes.substr(0, bytes.find_first_of("\r\n")));
  std::replace(line.begin(), line.end(), ';', ',');
  std::replace(line.begin(), line.end(), '\t', ',');
  std::erase(line, '"');
  for (const std::string& heading : split_cell(line)) {
    headings.push_back(current_column(role.table, heading));
  }
  return headings;
}

/// A table of that name with headings of another hand is no HSDS: two of its own must be known.
bool has_headings_of(const FeedFile& file, const TableRole& role) {
  const std::vector<std::string_view> columns = columns_of(*find_hsds_table(role.table));
  const std::vector<std::string> headings = headings_of(file, role);
  const std::ptrdiff_t known =
      std::count_if(headings.begin(), headings.end(), [&](const std::string& heading) {
        return std::find(columns.begin(), columns.end(), heading) != columns.end();
      });
  return known >= kFewestKnown;
}

/// Whether Kring wrote the package itself; a description that cannot be read is passed over.
CellStyle style_of(std::span<const FeedFile> files, FeedSink& sink) {
  const auto descriptor = std::find_if(files.begin(), files.end(), is_descriptor);
  if (descriptor == files.end()) {
    return CellStyle::kForeign;
  }
  const Result<Json> json = parse_json(descriptor->bytes);
  if (!json) {
    sink.warn({descriptor->name,
               {"unreadable_descriptor",
                "",
                {descriptor->name + ": dit is niet te lezen; de tabellen zeggen zelf wat ze zijn.",
                 descriptor->name + ": this cannot be read; the tables say what they are."}}});
    return CellStyle::kForeign;
  }
  return (*json)[kCellsMember] == Json(kGuardedCells) ? CellStyle::kKring : CellStyle::kForeign;
}

void warn_of_file(const FeedFile& file, const std::string& code, const Text& text, FeedSink& sink) {
  sink.warn({file.name, {code, "", {file.name + ": " + text.nl, file.name + ": " + text.en}}});
}

Result<std::vector<PackageTable>> open_tables(std::span<const FeedFile> files, FeedSink& sink) {
  const CellStyle style = style_of(files, sink);
  std::vector<PackageTable> tables;
  for (const FeedFile& file : files) {
    const std::optional<TableRole> role = role_of_file(file.name);
    if (is_descriptor(file)) {
      continue;
    }
    if (!role) {
      warn_of_file(file, "not_a_table",
                   {"dit is geen tabel van HSDS; het bestand is niet gelezen.",
                    "this is no table of HSDS; the file was not read."},
                   sink);
      continue;
    }
    if (trim(file.bytes).empty()) {
      continue;
    }
    Result<PackageTable> table = PackageTable::open(file, *role, style, is_joined_by);
    if (!table) {
      return table.error();
    }
    if (table->is_converted()) {
      warn_of_file(
          file, "not_utf8",
          {"dit is geen UTF-8; het is gelezen als Windows-1252, of als UTF-16. Controleer de "
           "accenten.",
           "this is no UTF-8; it was read as Windows-1252, or as UTF-16. Check the accents."},
          sink);
    }
    tables.push_back(std::move(table).value());
  }
  return tables;
}

}  // namespace

bool recognises_hsds_csv(const FeedFile& file) {
  if (is_descriptor(file)) {
    return beginning_of(file).find("\"resources\"") != std::string_view::npos;
  }
  const std::optional<TableRole> role = role_of_file(file.name);
  return role && has_headings_of(file, *role);
}

Result<FeedFacts> read_hsds_csv(std::span<const FeedFile> files, FeedSink& sink) {
  Result<std::vector<PackageTable>> tables = open_tables(files, sink);
  if (!tables) {
    return tables.error();
  }
  const bool has_services =
      std::any_of(tables->begin(), tables->end(),
                  [](const PackageTable& table) { return table.name() == "service"; });
  if (!has_services) {
    return Problem{"no_services",
                   "",
                   {"Het pakket heeft geen tabel met diensten (services.csv).",
                    "The package has no table of services (services.csv)."}};
  }
  HsdsRecords records(sink, ServiceNaming::kByPlace, close_on_holidays);
  PackageJoiner joiner(std::move(tables).value(), sink);
  joiner.join([&](const Json& service, const std::string& place) { records.add(service, place); });
  if (const Problems problems = records.problems("services.csv"); !problems.empty()) {
    return problems;
  }
  return FeedFacts{};
}

}  // namespace kring::catalog::formats
