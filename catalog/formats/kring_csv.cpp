#include "catalog/formats/kring_csv.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "catalog/formats/encoding.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/table.h"
#include "catalog/formats/template_activity.h"
#include "catalog/formats/template_columns.h"
#include "catalog/formats/template_row.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/workbook.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kHeadingRows = 10;  ///< rows among which the headings are looked for
constexpr std::size_t kFewestFields =
    2;  ///< known headings, the name among them, that make a table ours
constexpr std::size_t kMostNamed = 20;  ///< columns that one warning names

bool are_headings(const TableRow& row) {
  const Headings headings = read_headings(row, "");
  return headings.columns.contains(Field::kName) && headings.columns.size() >= kFewestFields;
}

/// Where the headings stand; absent where they do not.
std::optional<std::size_t> find_headings(const std::vector<TableRow>& rows) {
  for (std::size_t index = 0; index < std::min(rows.size(), kHeadingRows); ++index) {
    if (are_headings(rows[index])) {
      return index;
    }
  }
  return std::nullopt;
}

bool holds_headings(std::string_view line, char delimiter) {
  const Result<std::vector<TableRow>> rows = parse_csv(line, delimiter);
  return rows && find_headings(*rows).has_value();
}

/// The delimiter with which one of the first lines is our headings; absent where none is. Line by
/// line, since a beginning may end within a cell, and a title above may hold a comma.
std::optional<char> find_heading_delimiter(std::string_view text) {
  for (std::size_t number = 0; number < kHeadingRows && !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const auto found = std::find_if(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
      return holds_headings(line, delimiter);
    });
    if (found != kDelimiters.end()) {
      return *found;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

char choose_delimiter(std::string_view text) {
  return find_heading_delimiter(text).value_or(find_delimiter(text));
}

Problem about(const FeedFile& file, const Problem& problem) {
  return {problem.code,
          problem.pointer,
          {file.name + ": " + problem.text.nl, file.name + ": " + problem.text.en}};
}

Problem unknown_table() {
  return {"unknown_table",
          "",
          {"geen blad heeft bovenaan de kolom Naam en een andere kolom van het sjabloon. Haal het "
           "sjabloon "
           "op met kring export --format kring-csv --template.",
           "no sheet has the column Naam and another one of the template at its top. Get the "
           "template with "
           "kring export --format kring-csv --template."}};
}

/// The table of `file` that has our headings.
Result<Sheet> read_table(const FeedFile& file) {
  if (is_workbook(file.bytes)) {
    Result<std::optional<Sheet>> found = find_sheet(
        file.bytes, [](const Sheet& sheet) { return find_headings(sheet.rows).has_value(); });
    if (!found) {
      return about(file, found.error().front());
    }
    std::optional<Sheet> sheet = std::move(found).value();
    return sheet ? Result<Sheet>(std::move(*sheet)) : about(file, unknown_table());
  }
  Result<std::vector<TableRow>> rows = parse_table(file.bytes, choose_delimiter);
  if (!rows) {
    return about(file, rows.error().front());
  }
  if (!find_headings(*rows)) {
    return about(file, unknown_table());
  }
  return Sheet{"", std::move(rows).value()};
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (std::size_t index = 0; index < std::min(words.size(), kMostNamed); ++index) {
    joined += (index == 0 ? "" : ", ") + words[index];
  }
  return joined + (words.size() > kMostNamed ? ", …" : "");
}

/// Rows that lead the writer through the template.
bool is_guide(const TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.starts_with(kHelpMark) || cell.starts_with(kExampleMark);
  });
}

bool is_empty(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return trim(cell).empty(); });
}

/// Reads the rows of one table.
class TableReader {
 public:
  TableReader(const FeedFile& file, const Sheet& sheet, FeedSink& sink)
      : file_(file),
        sheet_(sheet),
        sink_(sink),
        first_(*find_headings(sheet.rows)),
        headings_(read_headings(sheet.rows[first_], sheet.name)) {}

  /// How many records it gave.
  std::size_t read() {
    warn_of_columns();
    for (std::size_t index = first_ + 1; index < sheet_.rows.size(); ++index) {
      const TableRow& row = sheet_.rows[index];
      if (!is_empty(row) && !is_guide(row)) {
        gather(index);
      }
    }
    for (const auto& [key, rows] : in_order_) {
      add(key, rows);
    }
    return in_order_.size();
  }

  [[nodiscard]] bool has_rejected() const { return has_rejected_; }

 private:
  using Group = std::pair<std::string, std::vector<std::size_t>>;  ///< key and rows

  [[nodiscard]] std::string place_of(const TableRow& row) const {
    return file_.name + ":" + std::to_string(row.number);
  }

  /// Puts a row with the others of its activity.
  void gather(std::size_t index) {
    const TableRow& row = sheet_.rows[index];
    Problems ignored;
    const TemplateRow cells(headings_, row, ignored);
    std::string key = cells.line(Field::kKey);
    const bool is_known = !key.empty() && group_of_.contains(key);
    if (cells.line(Field::kName).empty() && !is_known) {
      reject(cells, row);
      return;
    }
    if (key.empty()) {
      Activity named;
      named.name = cells.line(Field::kName);
      named.organization.name = cells.line(Field::kOrganization);
      key = key_of_names(named);
    }
    const auto [group, is_new] = group_of_.emplace(key, in_order_.size());
    if (is_new) {
      in_order_.emplace_back(key, std::vector<std::size_t>());
    }
    in_order_[group->second].second.push_back(index);
  }

  void reject(const TemplateRow& cells, const TableRow& row) {
    Problems problems;
    TemplateRow(headings_, row, problems)
        .note(
            Field::kName, "missing_name",
            {"hier ontbreekt de naam. Vul hem in; bij een tweede plaats of tijd: herhaal kenmerk "
             "en naam.",
             "the name is missing. Fill it in; for a second place or time, repeat key and name."});
    const std::string key = cells.line(Field::kKey);
    sink_.reject({key.empty() ? place_of(row) : key, problems.front()});
    has_rejected_ = true;
  }

  void add(const std::string& key, const std::vector<std::size_t>& indexes) {
    Problems problems;
    std::vector<TemplateRow> rows;
    Json kept{Json::Array{}};
    for (const std::size_t index : indexes) {
      rows.emplace_back(headings_, sheet_.rows[index], problems);
      kept.push_back(as_list(rows.back().kept_cells()));
    }
    FeedRecord record{key, place_of(sheet_.rows[indexes.front()]), read_template_activity(rows),
                      Json(Json::Object{}), "kring-csv"};
    record.document.set("headings", as_list(headings_.kept));
    record.document.set("rows", std::move(kept));
    for (const Problem& problem : problems) {
      sink_.warn({key, problem});
    }
    sink_.add(std::move(record));
    for (std::size_t further = 1; further < indexes.size(); ++further) {
      sink_.fold();
    }
  }

  static Json as_list(const std::vector<std::string>& texts) {
    Json list{Json::Array{}};
    for (const std::string& text : texts) {
      list.push_back(text);
    }
    return list;
  }

  void warn_of_columns() {
    if (!headings_.unknown.empty()) {
      const std::string names = join(headings_.unknown);
      warn("unknown_columns",
           {"deze kolommen kent Kring niet of staan er twee keer: " + names
                + ". Ze worden bewaard en tellen niet mee. Gebruik de kolommen van het sjabloon.",
            "these columns are unknown to Kring or stand there twice: " + names
                + ". They are kept and do not count. Use the columns of the template."});
    }
    if (!headings_.about_persons.empty()) {
      const std::string count = std::to_string(headings_.about_persons.size());
      const std::string names = join(headings_.about_persons);
      warn("person_columns_left_out",
           {"kolommen over personen zijn niet ingelezen en niet bewaard (" + count + "): " + names
                + ". Haal ze uit het bestand.",
            "columns about persons were not read and not kept (" + count + "): " + names
                + ". Take them out of the file."});
    }
    if (!headings_.columns.contains(Field::kKey)) {
      warn("missing_id", {"er is geen kolom Kenmerk; naam en organisatie houden activiteiten nu "
                          "uit elkaar. Een andere naam "
                          "is dan een nieuwe activiteit.",
                          "there is no column Kenmerk; name and organisation now tell activities "
                          "apart. Another name is "
                          "then a new activity."});
    }
  }

  void warn(const std::string& code, const Text& text) {
    sink_.warn({file_.name, about(file_, {code, "", text})});
  }

  const FeedFile& file_;
  const Sheet& sheet_;
  FeedSink& sink_;
  std::size_t first_;
  Headings headings_;
  std::map<std::string, std::size_t> group_of_;
  std::vector<Group> in_order_;
  bool has_rejected_ = false;
};

}  // namespace

std::string key_of_names(const Activity& activity) {
  return lower_case(activity.name) + "\n" + lower_case(activity.organization.name);
}

bool recognises_kring_csv(const FeedFile& file) {
  return is_workbook(file.bytes)
         || find_heading_delimiter(decode_text(beginning_of(file))).has_value();
}

Result<FeedFacts> read_kring_csv(std::span<const FeedFile> files, FeedSink& sink) {
  if (files.empty()) {
    return Problem{"empty_feed", "", {"Er is geen bestand gegeven.", "No file was given."}};
  }
  std::size_t records = 0;
  bool is_complete = true;
  for (const FeedFile& file : files) {
    const Result<Sheet> table = read_table(file);
    if (!table) {
      return table.error();
    }
    TableReader reader(file, *table, sink);
    records += reader.read();
    is_complete = is_complete && !reader.has_rejected();
  }
  if (records == 0) {
    return about(files.front(), {"no_services",
                                 "",
                                 {"hier staan geen activiteiten in; er is niets veranderd.",
                                  "there are no activities in it; nothing was changed."}});
  }
  return FeedFacts{"", is_complete ? Completeness::kComplete : Completeness::kPartial, ""};
}

}  // namespace kring::catalog::formats
