#include "catalog/formats/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "catalog/formats/archive.h"
#include "catalog/formats/encoding.h"
#include "catalog/formats/number_format.h"
#include "catalog/formats/xml.h"

namespace kring::catalog::formats {

namespace {

constexpr std::string_view kFolder = "xl/";
constexpr std::string_view kWorkbookPart = "xl/workbook.xml";
constexpr int kLetters = 26;

/// What the parts beside the sheets say.
struct Shared {
  std::vector<std::string> texts;
  std::vector<NumberKind> styles;  ///< by the number of a cell's style
  Epoch epoch = Epoch::k1900;
};

std::optional<std::size_t> parse_count(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = fault == std::errc() && end == digits.data() + digits.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

/// Sheets by the order of their tabs: name and relation.
class WorkbookVisitor : public XmlVisitor {
 public:
  void open(const std::string& name, const XmlAttributes& attributes) override {
    if (name == "sheet" && sheets.size() < kMaxSheets) {
      sheets.emplace_back(attribute_of(attributes, "name"), attribute_of(attributes, "id"));
    }
    if (name == "workbookPr") {
      const std::string old = attribute_of(attributes, "date1904");
      epoch = old == "1" || old == "true" ? Epoch::k1904 : Epoch::k1900;
    }
  }
  void close(const std::string& /*name*/) override {}
  void text(std::string_view /*part*/) override {}

  std::vector<std::pair<std::string, std::string>> sheets;
  Epoch epoch = Epoch::k1900;
};

/// Where each relation leads.
class RelationVisitor : public XmlVisitor {
 public:
  void open(const std::string& name, const XmlAttributes& attributes) override {
    if (name == "Relationship") {
      const std::string target = attribute_of(attributes, "Target");
      targets[attribute_of(attributes, "Id")] =
          target.starts_with('/') ? target.substr(1) : std::string(kFolder) + target;
    }
  }
  void close(const std::string& /*name*/) override {}
  void text(std::string_view /*part*/) override {}

  std::map<std::string, std::string> targets;
};

/// Which styles are dates.
class StyleVisitor : public XmlVisitor {
 public:
  void open(const std::string& name, const XmlAttributes& attributes) override {
    const std::string id = attribute_of(attributes, "numFmtId");
    if (name == "numFmt") {
      own_[id] = kind_of_code(attribute_of(attributes, "formatCode"));
    }
    is_in_cells_ = is_in_cells_ || name == "cellXfs";
    if (name == "xf" && is_in_cells_) {
      const auto own = own_.find(id);
      const auto number = static_cast<int>(parse_count(id).value_or(0) % 1'000);
      styles.push_back(own == own_.end() ? kind_of_builtin(number) : own->second);
    }
  }
  void close(const std::string& name) override { is_in_cells_ = is_in_cells_ && name != "cellXfs"; }
  void text(std::string_view /*part*/) override {}

  std::vector<NumberKind> styles;

 private:
  std::map<std::string, NumberKind> own_;
  bool is_in_cells_ = false;
};

/// Texts that cells refer to by number. Pieces with their own layout are joined; how words are
/// pronounced (rPh) is left out.
class TextVisitor : public XmlVisitor {
 public:
  void open(const std::string& name, const XmlAttributes& /*attributes*/) override {
    is_text_ = name == "t" && !is_sound_;
    is_sound_ = is_sound_ || name == "rPh";
  }
  void close(const std::string& name) override {
    is_text_ = false;
    is_sound_ = is_sound_ && name != "rPh";
    if (name == "si") {
      texts.push_back(decode_text(std::exchange(current_, {})));
    }
  }
  void text(std::string_view part) override { current_.append(is_text_ ? part : ""); }

  std::vector<std::string> texts;

 private:
  std::string current_;
  bool is_text_ = false;
  bool is_sound_ = false;
};

/// "C14" is column 2, from 0; absent where it has no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z';
       ++letters) {
    if (column > kMaxSheetColumns) {
      return column;
    }
    column = column * kLetters + static_cast<std::size_t>(reference[letters] - 'A' + 1);
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

/// The rows of one sheet.
class SheetVisitor : public XmlVisitor {
 public:
  explicit SheetVisitor(const Shared& shared) : shared_(shared) {}

  void open(const std::string& name, const XmlAttributes& attributes) override {
    if (name == "row") {
      number_ = parse_count(attribute_of(attributes, "r")).value_or(number_ + 1);
      row_ = {number_, {}, number_};
      next_column_ = 0;
    } else if (name == "c") {
      type_ = attribute_of(attributes, "t");
      style_ = parse_count(attribute_of(attributes, "s")).value_or(0);
      column_ = column_of(attribute_of(attributes, "r")).value_or(next_column_);
      next_column_ = column_ + 1;
      value_.clear();
    }
    is_value_ = name == "v" || (name == "t" && !is_sound_);
    is_sound_ = is_sound_ || name == "rPh";
  }

  void close(const std::string& name) override {
    is_value_ = false;
    is_sound_ = is_sound_ && name != "rPh";
    if (name == "c") {
      put(show_cell());
    } else if (name == "row") {
      bytes_ += sizeof(TableRow);
      rows.push_back(std::exchange(row_, {}));
    }
  }

  void text(std::string_view part) override { value_.append(is_value_ ? part : ""); }

  [[nodiscard]] bool is_done() const override {
    return is_too_wide_ || cells_ > kMaxTableCells || bytes_ > kMaxTableBytes;
  }

  std::vector<TableRow> rows;

 private:
  [[nodiscard]] std::string show_cell() const {
    if (type_ == "s") {
      const std::optional<std::size_t> index = parse_count(value_);
      return index && *index < shared_.texts.size() ? shared_.texts[*index] : std::string();
    }
    if (type_ == "b") {
      return value_ == "1" ? "ja" : "nee";
    }
    if (type_ == "e") {
      return {};
    }
    if (type_.empty() || type_ == "n") {
      const bool has_style = style_ < shared_.styles.size();
      return show_number(value_, has_style ? shared_.styles[style_] : NumberKind::kPlain,
                         shared_.epoch);
    }
    return decode_text(value_);
  }

  void put(std::string text) {
    if (text.empty()) {
      return;
    }
    is_too_wide_ = is_too_wide_ || column_ >= kMaxSheetColumns;
    if (is_too_wide_) {
      return;
    }
    if (column_ >= row_.cells.size()) {
      cells_ += column_ + 1 - row_.cells.size();
      row_.cells.resize(column_ + 1);
    }
    bytes_ += text.size();
    row_.cells[column_] = std::move(text);
  }

  const Shared& shared_;
  TableRow row_;
  std::size_t number_ = 0;
  std::string type_;
  std::size_t style_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;  ///< of a cell that does not say where it is
  std::string value_;
  bool is_value_ = false;
  bool is_sound_ = false;
  bool is_too_wide_ = false;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

/// Walks the part called `name`; a part that is not there is passed over.
std::optional<Problem> walk(const Archive& archive, const std::string& name, XmlVisitor& visitor) {
  if (!archive.has(name)) {
    return std::nullopt;
  }
  const Result<std::string> bytes = archive.read(name);
  if (!bytes) {
    return bytes.error().front();
  }
  std::optional<Problem> problem = read_xml(*bytes, visitor);
  if (problem) {
    problem->text = {name + ": " + problem->text.nl, name + ": " + problem->text.en};
  }
  return problem;
}

Result<Sheet> read_sheet(const Archive& archive,
                         const std::string& part,
                         const std::string& name,
                         const Shared& shared) {
  SheetVisitor visitor(shared);
  if (std::optional<Problem> problem = walk(archive, part, visitor)) {
    return std::move(*problem);
  }
  if (visitor.is_done()) {
    return table_too_large();
  }
  return Sheet{name, std::move(visitor.rows)};
}

/// The part of each sheet, and the sheet's name.
std::vector<std::pair<std::string, std::string>> list_sheets(const WorkbookVisitor& workbook,
                                                             const RelationVisitor& relations) {
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& [name, id] : workbook.sheets) {
    const auto target = relations.targets.find(id);
    if (target != relations.targets.end()) {
      parts.emplace_back(target->second, decode_text(name));
    }
  }
  return parts;
}

}  // namespace

bool is_workbook(const FeedBytes& bytes) {
  if (!is_archive(bytes)) {
    return false;
  }
  const Result<Archive> archive = parse_archive(bytes);
  return archive && archive->has(kWorkbookPart);
}

Result<std::optional<Sheet>> find_sheet(const FeedBytes& bytes,
                                        const std::function<bool(const Sheet&)>& is_wanted) {
  const Result<Archive> archive = parse_archive(bytes);
  if (!archive) {
    return archive.error();
  }
  WorkbookVisitor workbook;
  RelationVisitor relations;
  StyleVisitor styles;
  TextVisitor texts;
  const std::pair<std::string, XmlVisitor*> parts[] = {{std::string(kWorkbookPart), &workbook},
                                                       {"xl/_rels/workbook.xml.rels", &relations},
                                                       {"xl/styles.xml", &styles},
                                                       {"xl/sharedStrings.xml", &texts}};
  for (const auto& [name, visitor] : parts) {
    if (std::optional<Problem> problem = walk(*archive, name, *visitor)) {
      return std::move(*problem);
    }
  }
  const Shared shared{std::move(texts.texts), std::move(styles.styles), workbook.epoch};
  for (const auto& [part, name] : list_sheets(workbook, relations)) {
    Result<Sheet> sheet = read_sheet(*archive, part, name, shared);
    if (!sheet) {
      return sheet.error();
    }
    if (is_wanted(*sheet)) {
      return std::optional(std::move(sheet).value());
    }
  }
  return std::optional<Sheet>();
}

}  // namespace kring::catalog::formats
