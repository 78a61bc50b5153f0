#include "catalog/formats/kring_csv.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/formats/encoding.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/table.h"
#include "catalog/formats/table_rows.h"
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

/// Those among which the headings are looked for.
std::vector<TableRow> first_rows(const TableRows& rows) {
  std::vector<TableRow> first;
  for (std::size_t index = 0; index < std::min(rows.size(), kHeadingRows); ++index) {
    first.push_back(rows.row(index));
  }
  return first;
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

/// The table of a file that has our headings.
struct TemplateTable {
  std::string sheet;  ///< its name; "" of a text file
  TableRows rows;
};

Result<TemplateTable> read_table(const FeedFile& file) {
  if (is_workbook(file.bytes)) {
    Result<std::optional<Sheet>> found = find_sheet(
        file.bytes, [](const Sheet& sheet) { return find_headings(sheet.rows).has_value(); });
    if (!found) {
      return about(file, found.error().front());
    }
    std::optional<Sheet> sheet = std::move(found).value();
    return sheet ? Result<TemplateTable>(
               TemplateTable{std::move(sheet->name), TableRows(std::move(sheet->rows))})
                 : about(file, unknown_table());
  }
  Result<TableRows> rows = TableRows::open(file.bytes, choose_delimiter);
  if (!rows) {
    return about(file, rows.error().front());
  }
  if (!find_headings(first_rows(*rows))) {
    return about(file, unknown_table());
  }
  return TemplateTable{"", std::move(rows).value()};
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

/// Reads the rows of one table. Of each row only the number of its activity is held.
class TableReader {
 public:
  TableReader(const FeedFile& file, const TemplateTable& table, FeedSink& sink)
      : file_(file),
        rows_(table.rows),
        sink_(sink),
        first_(*find_headings(first_rows(table.rows))),
        headings_(read_headings(table.rows.row(first_), table.sheet)) {}

  /// How many records it gave.
  std::size_t read() {
    warn_of_columns();
    for (std::size_t index = first_ + 1; index < rows_.size(); ++index) {
      const TableRow row = rows_.row(index);
      if (!is_empty(row) && !is_guide(row)) {
        gather(row, index);
      }
    }
    std::sort(members_.begin(), members_.end());
    for (auto group = members_.begin(); group != members_.end();) {
      const auto end = std::find_if(group, members_.end(), [group](const Member& member) {
        return member.activity != group->activity;
      });
      add({group, end});
      group = end;
    }
    return activity_of_.size();
  }

  [[nodiscard]] bool has_rejected() const { return has_rejected_; }

 private:
  /// A row of an activity, both by number.
  struct Member {
    std::uint32_t activity = 0;  ///< in the order of their first rows
    std::uint32_t row = 0;
    bool operator<(const Member& other) const {
      return std::tie(activity, row) < std::tie(other.activity, other.row);
    }
  };

  [[nodiscard]] std::string place_of(const TableRow& row) const {
    return file_.name + ":" + std::to_string(row.number);
  }

  /// By which rows of one activity are known; "" where the row tells neither key nor name.
  static std::string key_of(const TemplateRow& cells) {
    std::string key = cells.line(Field::kKey);
    if (!key.empty() || cells.line(Field::kName).empty()) {
      return key;
    }
    Activity named;
    named.name = cells.line(Field::kName);
    named.organization.name = cells.line(Field::kOrganization);
    return key_of_names(named);
  }

  /// Puts a row with the others of its activity.
  void gather(const TableRow& row, std::size_t index) {
    Problems ignored;
    const TemplateRow cells(headings_, row, ignored);
    const std::string key = key_of(cells);
    const std::size_t hash = std::hash<std::string>{}(key);
    if (cells.line(Field::kName).empty() && (key.empty() || !activity_of_.contains(hash))) {
      reject(cells, row);
      return;
    }
    const auto next = static_cast<std::uint32_t>(activity_of_.size());
    const auto [activity, is_new] = activity_of_.emplace(hash, next);
    members_.push_back({activity->second, static_cast<std::uint32_t>(index)});
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

  void add(std::span<const Member> members) {
    std::vector<TableRow> rows;
    for (const Member& member : members) {
      rows.push_back(rows_.row(member.row));
    }
    Problems problems;
    std::vector<TemplateRow> cells;
    Json kept{Json::Array{}};
    for (const TableRow& row : rows) {
      cells.emplace_back(headings_, row, problems);
      kept.push_back(as_list(cells.back().kept_cells()));
    }
    FeedRecord record{key_of(cells.front()), place_of(rows.front()), read_template_activity(cells),
                      Json(Json::Object{}), "kring-csv"};
    record.document.set("headings", as_list(headings_.kept));
    record.document.set("rows", std::move(kept));
    for (const Problem& problem : problems) {
      sink_.warn({record.key, problem});
    }
    sink_.add(std::move(record));
    for (std::size_t further = 1; further < rows.size(); ++further) {
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
  const TableRows& rows_;
  FeedSink& sink_;
  std::size_t first_;
  Headings headings_;
  std::unordered_map<std::size_t, std::uint32_t>
      activity_of_;  ///< by the hashes of keys: mistaken once in 2^64
  std::vector<Member> members_;
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
    const Result<TemplateTable> table = read_table(file);
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
