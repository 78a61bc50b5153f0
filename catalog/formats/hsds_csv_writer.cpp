// How does a catalogue become a tabular data package of HSDS 3?
//
// Twice through the catalogue: first for the columns, since what a source added beside the standard
// is kept in columns of its own; then for the rows.
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "catalog/formats/archive_writer.h"
#include "catalog/formats/hsds.h"
#include "catalog/formats/hsds_csv.h"
#include "catalog/formats/hsds_flattener.h"
#include "catalog/formats/hsds_package.h"
#include "catalog/formats/hsds_tables.h"
#include "catalog/formats/kring_cell.h"
#include "catalog/formats/scratch_folder.h"
#include "catalog/formats/table.h"

namespace kring::catalog::formats {

namespace {

constexpr const char* kPackageName = "human_services_data";

using Columns = std::vector<std::string>;
using ColumnsByTable = std::map<std::string, Columns, std::less<>>;

void for_each_service(const ExportedRecords& records,
                      const std::function<void(const Json&)>& visit) {
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    Result<Json> document =
        stored.format == "hsds" ? parse_json(stored.document) : make_hsds_service(stored);
    Json service = document ? *document : make_hsds_service(stored);
    name_source(terms, service);
    visit(service);
  });
}

Columns standard_columns(std::string_view table) {
  Columns columns;
  for (const std::string_view column : columns_of(*find_hsds_table(table))) {
    columns.emplace_back(column);
  }
  return columns;
}

void add_columns(const Json& cells, Columns& columns) {
  for (const auto& [name, value] : cells.object()) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
      columns.push_back(name);
    }
  }
}

/// The columns of each table that has rows: those of the standard, then others as they occur.
ColumnsByTable find_columns(const ExportedRecords& records) {
  ColumnsByTable found = {{"organization", standard_columns("organization")},
                          {"service", standard_columns("service")}};
  HsdsFlattener flattener;
  for_each_service(records, [&](const Json& service) {
    flattener.flatten(service, [&](std::string_view table, const Json& cells) {
      add_columns(cells, found.emplace(table, standard_columns(table)).first->second);
    });
  });
  return found;
}

[[noreturn]] void throw_unwritten(const std::filesystem::path& path) {
  throw Error("Het bestand " + path.string()
              + " is niet geschreven. Maak ruimte, of kies een andere plaats.\nThe file "
              + path.string() + " was not written. Free some space, or choose another place.");
}

/// One table's file, open for writing.
class TableFile {
 public:
  TableFile(const std::filesystem::path& folder, std::string_view table, Columns columns)
      : path_(folder / find_hsds_table(table)->file),
        out_(path_, std::ios::binary | std::ios::trunc),
        columns_(std::move(columns)) {
    write_csv_row(columns_, out_);
  }

  void write(const Json& cells) {
    Columns row;
    std::size_t written = 0;
    for (const std::string& column : columns_) {
      const Json* value = cells.find(column);
      row.push_back(value == nullptr ? std::string() : write_kring_cell(*value));
      written += value == nullptr ? 0 : 1;
    }
    if (written != cells.object().size()) {
      throw Error(
          "De catalogus veranderde tijdens het schrijven. Voer export opnieuw uit.\n"
          "The catalogue changed while it was written. Run export again.");
    }
    write_csv_row(row, out_);
  }

  void close() {
    out_.close();
    if (!out_) {
      throw_unwritten(path_);
    }
  }

 private:
  std::filesystem::path path_;
  std::ofstream out_;
  Columns columns_;
};

/// Times of day stand as their source wrote them, "9am" too.
std::string_view described_type(std::string_view column) {
  const std::string_view type = type_of_column(column);
  return type == "time" ? "string" : type;
}

Json describe_fields(const Columns& columns) {
  Json fields{Json::Array{}};
  for (const std::string& column : columns) {
    Json field{Json::Object{{"name", column}, {"type", described_type(column)}}};
    if (described_type(column) == "datetime") {  // parts of seconds, or none
      field.set("format", "any");
    }
    if (column == "id") {
      field.set("constraints", Json::Object{{"required", true}, {"unique", true}});
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

Json make_foreign_key(std::string_view column, std::string_view table) {
  return Json::Object{{"fields", column},
                      {"reference", Json::Object{{"resource", table}, {"fields", "id"}}}};
}

/// The keys of `table`, as far as it has their columns, to others that are in the package.
Json describe_keys(const HsdsTable& table, const ColumnsByTable& package) {
  const auto& columns = package.find(table.name)->second;
  const auto has = [&columns](std::string_view column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  Json keys{Json::Array{}};
  for (const TableLink& link : table.links) {
    if (has(link.column) && package.contains(link.parent)) {
      keys.push_back(make_foreign_key(link.column, link.parent));
    }
  }
  for (const TableReference& reference : hsds_references()) {
    if (reference.table == table.name && has(reference.column)
        && package.contains(reference.target)) {
      keys.push_back(make_foreign_key(reference.column, reference.target));
    }
  }
  return keys;
}

Json describe_package(const ColumnsByTable& package) {
  Json resources{Json::Array{}};
  for (const HsdsTable& table : hsds_tables()) {
    const auto columns = package.find(table.name);
    if (columns == package.end()) {
      continue;
    }
    Json schema{Json::Object{{"fields", describe_fields(columns->second)}, {"primaryKey", "id"}}};
    Json keys = describe_keys(table, package);
    if (!keys.array().empty()) {
      schema.set("foreignKeys", std::move(keys));
    }
    resources.push_back(Json::Object{{"name", table.name},
                                     {"path", table.file},
                                     {"profile", "tabular-data-resource"},
                                     {"format", "csv"},
                                     {"mediatype", "text/csv"},
                                     {"encoding", "utf-8"},
                                     {"schema", std::move(schema)}});
  }
  return Json::Object{{"name", kPackageName},
                      {"profile", "tabular-data-package"},
                      {"version", "3.1.0"},
                      {std::string(kCellsMember), kGuardedCells},
                      {"resources", std::move(resources)}};
}

void write_description(const ColumnsByTable& package, const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / kDescriptorName;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << write_pretty_json(describe_package(package)) << "\n";
  out.close();
  if (!out) {
    throw_unwritten(path);
  }
}

}  // namespace

void write_hsds_csv_folder(const ExportedRecords& records, const std::filesystem::path& folder) {
  const ColumnsByTable package = find_columns(records);
  std::map<std::string, TableFile, std::less<>> files;
  for (const auto& [table, columns] : package) {
    files.try_emplace(table, folder, table, columns);
  }
  HsdsFlattener flattener;
  for_each_service(records, [&](const Json& service) {
    flattener.flatten(service, [&](std::string_view table, const Json& cells) {
      files.find(table)->second.write(cells);
    });
  });
  for (auto& [table, file] : files) {
    file.close();
  }
  write_description(package, folder);
}

std::size_t write_hsds_csv(const ExportedRecords& records, std::ostream& out) {
  const ScratchFolder folder;
  write_hsds_csv_folder(records, folder.path());
  write_archive(folder.path(), out);
  return 0;
}

}  // namespace kring::catalog::formats
