#include "catalog/formats/icarol.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "catalog/formats/hsds_old_rows.h"
#include "catalog/formats/icarol_activity.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/package_table.h"
#include "catalog/formats/table_warnings.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/withheld_cells.h"

namespace kring::catalog::formats {

namespace {

constexpr TableRole kRole{"icarol", "", ""};
constexpr const char* kKey = "ResourceAgencyNum";
constexpr const char* kParent = "ParentAgencyNum";
constexpr const char* kLevel = "TaxonomyLevelName";

/// How the columns begin that tell of a person.
constexpr std::array kPersonColumns = {"MainContact",      "SeniorWorker",
                                       "LastVerifiedBy",   "LastVerificationApprovedBy",
                                       "MailingAttention", "PhysicalAttention"};
constexpr std::array kLicensedColumns = {"TaxonomyTerm", "TaxonomyTerms",
                                         "TaxonomyTermsNotDeactivated", "TaxonomyCode",
                                         "TaxonomyCodes"};
/// A column that says "yes" makes those that begin so private: "Phone1IsPrivate" does
/// "Phone1Number".
constexpr std::string_view kPrivateEnding = "IsPrivate";

bool is_key(std::string_view, std::string_view column) {
  return column == kKey || column == kParent;
}

bool is_yes(const Json& value) {
  const std::string word = lower_case(trim(value.string().value_or("")));
  return word == "yes" || word == "true" || word == "1" || word == "y";
}

std::vector<std::string> private_beginnings(const Json& row) {
  std::vector<std::string> beginnings;
  for (const auto& [name, value] : row.object()) {
    if (name.ends_with(kPrivateEnding) && is_yes(value)) {
      beginnings.push_back(name.substr(0, name.size() - kPrivateEnding.size()));
    }
  }
  return beginnings;
}

template <class Beginnings>
bool begins_with_any(const std::string& name, const Beginnings& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const auto& beginning) { return name.starts_with(beginning); });
}

/// The row without what may not be kept.
Json kept_part(const Json& row, Withheld& withheld) {
  const std::vector<std::string> hidden = private_beginnings(row);
  Json::Object kept;
  for (const auto& [name, value] : row.object()) {
    const bool is_licensed =
        std::find(kLicensedColumns.begin(), kLicensedColumns.end(), name) != kLicensedColumns.end();
    if (is_licensed) {
      withheld.licensed += split_cell(value.string().value_or("")).size();
    } else if (begins_with_any(name, kPersonColumns)
               || (begins_with_any(name, hidden) && !name.ends_with(kPrivateEnding))) {
      ++withheld.persons;
    } else {
      kept.emplace_back(name, value);
    }
  }
  return Json(std::move(kept));
}

class IcarolReader {
 public:
  IcarolReader(std::vector<PackageTable> tables, FeedSink& sink)
      : sink_(sink), tables_(std::move(tables)), warnings_(sink) {}

  void read() {
    for (const PackageTable& table : tables_) {
      for (std::uint32_t index = 0; index < table.size(); ++index) {
        read_row(table, table.row(index));
      }
    }
    warnings_.finish();
    report_withheld(withheld_, tables_.front().file(), sink_);
  }

  [[nodiscard]] bool has_read_any() const { return !keys_.empty(); }

 private:
  /// The programs of an agency keep it; by itself it is only counted.
  void read_row(const PackageTable& table, const PackageRow& row) {
    if (is_agency(table, row) && has_programs(table.cell(row, kKey))) {
      kept_part(table.object_of(row), withheld_);
    } else {
      add(table, row);
    }
  }

  static bool is_agency(const PackageTable& table, const PackageRow& row) {
    const std::string parent = table.cell(row, kParent);
    return lower_case(table.cell(row, kLevel)) == "agency" || parent.empty() || parent == "0";
  }

  [[nodiscard]] bool has_programs(const std::string& key) const {
    return std::any_of(tables_.begin(), tables_.end(),
                       [&](const PackageTable& table) { return table.has_key(kParent, key); });
  }

  /// The agency of a program; null where it has none, or where it is not in the export.
  Json find_agency(const PackageTable& table, const PackageRow& row) {
    if (is_agency(table, row)) {
      return {};
    }
    const std::string key = table.cell(row, kParent);
    for (const PackageTable& other : tables_) {
      const std::vector<PackageRow> found = other.rows_with(kKey, key, 1);
      if (!found.empty()) {
        Withheld of_agency;  // counted once for each program that shares it would be too often
        return kept_part(other.object_of(found.front()), of_agency);
      }
    }
    warnings_.add(
        "dangling_agency", {table.place_of(row.index), kParent},
        {"deze organisatie staat niet in het bestand.", "this agency is not in the file."});
    return {};
  }

  void add(const PackageTable& table, const PackageRow& row) {
    const std::string place = table.place_of(row.index);
    Json document = kept_part(table.object_of(row), withheld_);
    Json agency = find_agency(table, row);
    if (!agency.is_null()) {
      document.set(kAgencyMember, std::move(agency));
    } else if (is_agency(table, row)) {
      document.set(kAgencyMember, document);
    }
    Notes notes;
    const Fields fields(document, "", notes);
    if (icarol_name(fields).empty()) {
      sink_.reject({place,
                    {"missing_name",
                     "/PublicName",
                     {place + ": deze rij heeft geen naam. Vul PublicName in.",
                      place + ": this row has no name. Fill in PublicName."}}});
      return;
    }
    FeedRecord record{fields.line(kKey), place, read_icarol_activity(fields), document,
                      "icarol-csv"};
    if (record.key.empty()) {
      record.key =
          lower_case(record.activity.name) + "\n" + lower_case(record.activity.organization.name);
    }
    if (!keys_.insert(record.key).second) {
      warnings_.add("duplicate_id", {place, kKey},
                    {"dit nummer staat er vaker in; de laatste rij telt.",
                     "this number stands here more than once; the last row counts."});
    }
    for (const Problem& problem : notes.problems()) {
      sink_.warn({place, problem});
    }
    sink_.add(std::move(record));
  }

  FeedSink& sink_;
  std::vector<PackageTable> tables_;
  TableWarnings warnings_;
  Withheld withheld_;
  std::unordered_set<std::string> keys_;
};

}  // namespace

bool recognises_icarol(const FeedFile& file) {
  const std::string_view header = beginning_of(file).substr(0, beginning_of(file).find('\n'));
  return header.find(kKey) != std::string_view::npos
         && (header.find(kParent) != std::string_view::npos
             || header.find(kLevel) != std::string_view::npos);
}

Result<FeedFacts> read_icarol(std::span<const FeedFile> files, FeedSink& sink) {
  std::vector<PackageTable> tables;
  for (const FeedFile& file : files) {
    Result<PackageTable> table = PackageTable::open(file, kRole, CellStyle::kForeign, is_key);
    if (!table) {
      return table.error();
    }
    tables.push_back(std::move(table).value());
  }
  if (tables.empty()) {
    return Problem{"empty_feed", "", {"Er is geen bestand gegeven.", "No file was given."}};
  }
  IcarolReader reader(std::move(tables), sink);
  reader.read();
  if (!reader.has_read_any()) {
    return Problem{"no_services",
                   "",
                   {files.front().name + ": hier staan geen programma's of organisaties in.",
                    files.front().name + ": there are no programs or agencies in it."}};
  }
  return FeedFacts{};
}

}  // namespace kring::catalog::formats
