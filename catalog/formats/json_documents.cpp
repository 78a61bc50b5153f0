#include "catalog/formats/json_documents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kBeginning = 65'536;  ///< bytes in which a format is recognised
constexpr std::size_t kPassEvery =
    65'536;  ///< bytes after which one may let go of what lies behind

struct Document {
  std::string_view text;
  std::size_t line = 1;  ///< of its first character
};

enum class Layout {
  kWhole,  ///< one document, or several after each other
  kLines,  ///< one a line
};

/// Finds the end of an object or list, byte by byte. Counts brackets outside of texts only.
class BracketScan {
 public:
  /// Whether the value ends with `letter`, the next byte.
  bool ends_with(char letter) {
    if (is_in_text_) {
      is_in_text_ = is_escaped_ || letter != '"';
      is_escaped_ = !is_escaped_ && letter == '\\';
      return false;
    }
    is_in_text_ = letter == '"';
    depth_ += letter == '{' || letter == '[' ? 1U : 0U;
    return (letter == '}' || letter == ']') && --depth_ == 0;
  }

 private:
  std::size_t depth_ = 0;
  bool is_in_text_ = false;
  bool is_escaped_ = false;
};

/// Where the object or list at the start of `text` ends; absent where it is cut off.
std::optional<std::size_t> end_of_value(std::string_view text) {
  BracketScan scan;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (scan.ends_with(text[at])) {
      return at + 1;
    }
  }
  return std::nullopt;
}

bool opens_value(std::string_view text) {
  return text.starts_with('{') || text.starts_with('[');
}

bool has_line_name(const std::string& name) {
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

/// Lines are told by the first being complete while more follows, or by the file's name where its
/// second line starts a value too. A first line that is longer than a document may be is none.
Layout layout_of(const FeedFile& file) {
  const std::string_view text = trim(file.bytes);
  const std::size_t line_end = text.substr(0, kMaxDocumentBytes).find('\n');
  if (line_end == std::string_view::npos) {
    return Layout::kWhole;
  }
  const std::string_view line = trim(text.substr(0, line_end));
  const std::string_view rest = trim(text.substr(line_end));
  if (rest.empty() || !opens_value(rest)) {
    return Layout::kWhole;
  }
  const bool is_complete = opens_value(line) && end_of_value(line) == line.size();
  return is_complete || has_line_name(file.name) ? Layout::kLines : Layout::kWhole;
}

/// Values that follow each other; the last reaches to the end where it is cut off, so that the
/// parser says what is wrong.
std::vector<Document> split_values(std::string_view text, ReleasedReading& reading) {
  std::vector<Document> documents;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_blank = trim(text.substr(at, 1)).empty();
    line += text[at] == '\n' ? 1U : 0U;
    if (is_blank) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    documents.push_back({text.substr(begin), line});
    BracketScan scan;
    const bool is_closed = opens_value(text.substr(begin, 1));
    for (bool has_ended = false; at < text.size() && !has_ended; ++at) {
      line += text[at] == '\n' ? 1U : 0U;
      has_ended = is_closed && scan.ends_with(text[at]);
      if (at % kPassEvery == 0) reading.pass(at);
    }
    documents.back().text = text.substr(begin, at - begin);
  }
  return documents;
}

Problem about_file(const std::string& place, const Problem& problem) {
  return {problem.code,
          problem.pointer,
          {place + ": " + problem.text.nl, place + ": " + problem.text.en}};
}

/// A file that does not begin as JSON at all says so more clearly than any parser.
std::optional<Problem> refuse(const FeedFile& file) {
  const std::string_view text = trim(file.bytes);
  if (text.empty()) {
    return Problem{"empty_file",
                   "",
                   {file.name + ", regel 1: het bestand is leeg.",
                    file.name + ", line 1: the file is empty."}};
  }
  if (!opens_value(text)) {
    return Problem{"not_json",
                   "",
                   {file.name + ", regel 1: dit is geen JSON; een feed begint met { of [.",
                    file.name + ", line 1: this is not JSON; a feed begins with { or [."}};
  }
  return std::nullopt;
}

/// Goes through the elements of a list. Only separators are checked here: the parser checks the
/// elements.
class ListCursor {
 public:
  /// requires: `list` begins with [.
  explicit ListCursor(std::string_view list) : rest_(list.substr(1)) {
    skip_blanks();
    is_empty_ = rest_.starts_with(']');
    has_ended_ = is_empty_;
    element_ = find_element();
  }

  [[nodiscard]] bool is_empty() const { return is_empty_; }
  [[nodiscard]] bool has_ended() const { return has_ended_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  /// The element that stands next.
  [[nodiscard]] std::string_view element() const { return element_; }

  /// Passes over `element()` and what separates it from the next; false where neither a comma nor
  /// the end follows.
  bool go_on() {
    rest_.remove_prefix(element_.size());
    skip_blanks();
    has_ended_ = rest_.starts_with(']');
    if (has_ended_) return true;
    if (!rest_.starts_with(',')) return false;
    rest_.remove_prefix(1);
    skip_blanks();
    element_ = find_element();
    return true;
  }

 private:
  [[nodiscard]] std::string_view find_element() const {
    if (opens_value(rest_)) {
      return rest_.substr(0, end_of_value(rest_).value_or(rest_.size()));
    }
    if (rest_.starts_with('"')) {
      return rest_.substr(0, end_of_text());
    }
    return rest_.substr(0, rest_.find_first_of(",] \t\r\n"));
  }

  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  [[nodiscard]] std::size_t end_of_text() const {
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == '"') return at + 1;
      at += rest_[at] == '\\' ? 1U : 0U;
    }
    return rest_.size();
  }

  std::string_view rest_;
  std::string_view element_;
  bool is_empty_ = false;
  bool has_ended_ = false;
};

/// Reads the documents of one file.
class FileReader {
 public:
  FileReader(const FeedFile& file, FeedSink& sink, const VisitDocument& visit)
      : file_(file), sink_(sink), visit_(visit) {}

  Result<Completeness> read() {
    if (const std::optional<Problem> refused = refuse(file_)) {
      return *refused;
    }
    return layout_of(file_) == Layout::kLines ? read_lines() : read_whole();
  }

 private:
  [[nodiscard]] std::string place_of(const Document& document) const {
    return file_.name + ":" + std::to_string(document.line);
  }

  Result<Completeness> read_whole() {
    ReleasedReading ahead(file_.bytes);
    const std::vector<Document> documents = split_values(file_.bytes, ahead);
    ReleasedReading reading(file_.bytes);
    for (const Document& document : documents) {
      const std::string place = documents.size() == 1 ? file_.name : place_of(document);
      const std::optional<Problem> problem = document.text.starts_with('[')
                                                 ? read_list(document, place, reading)
                                                 : read_document(document, place);
      if (problem) {
        return about_file(place, *problem);
      }
      reading.pass(offset_of(document.text) + document.text.size());
    }
    return Completeness::kComplete;
  }

  std::optional<Problem> read_document(const Document& document, const std::string& place) {
    const Result<Json> json = parse_json(document.text);
    if (!json) {
      return json.error().front();
    }
    visit_(*json, {place});
    return std::nullopt;
  }

  /// A list element by element, each as a list of its own.
  std::optional<Problem> read_list(const Document& list,
                                   const std::string& place,
                                   ReleasedReading& reading) {
    ListCursor cursor(list.text);
    for (std::size_t index = 0; !cursor.has_ended(); ++index) {
      const Result<Json> json = parse_json(cursor.element());
      if (!json || !cursor.go_on()) {
        return fault_of(list, json);
      }
      visit_(Json(Json::Array{*json}), {place, index});
      reading.pass(offset_of(cursor.rest()));
    }
    if (cursor.is_empty()) {
      visit_(Json(Json::Array{}), {place});
    }
    return std::nullopt;
  }

  /// What is wrong with the list, with its line; of one that is too large to be read as one, with
  /// that within its element.
  static Problem fault_of(const Document& list, const Result<Json>& element) {
    if (list.text.size() <= kMaxDocumentBytes) {
      const Result<Json> whole = parse_json(list.text);
      if (!whole) return whole.error().front();
    }
    if (!element) return element.error().front();
    return {"invalid_json",
            "",
            {"na regel " + std::to_string(list.line)
                 + ": tussen twee records ontbreekt een komma, of de lijst wordt niet gesloten.",
             "after line " + std::to_string(list.line)
                 + ": a comma between two records is missing, or the list is not closed."}};
  }

  [[nodiscard]] std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - file_.bytes.view().data());
  }

  Result<Completeness> read_lines() {
    std::string_view text = file_.bytes;
    ReleasedReading reading(file_.bytes);
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = trim(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!line.empty()) {
        read_line({line, number});
      }
      reading.pass(file_.bytes.size() - text.size());
    }
    if (documents_read_ == 0) {
      return Problem{"not_json",
                     "",
                     {file_.name + ", regel 1: geen enkele regel is geldige JSON.",
                      file_.name + ", line 1: not a single line is valid JSON."}};
    }
    return documents_rejected_ == 0 ? Completeness::kComplete : Completeness::kPartial;
  }

  /// A line may hold several values.
  void read_line(const Document& line) {
    ReleasedReading whole_line;
    for (const Document& document : split_values(line.text, whole_line)) {
      const Result<Json> json = parse_json(document.text);
      if (json) {
        ++documents_read_;
        visit_(*json, {place_of(line)});
        continue;
      }
      ++documents_rejected_;
      Problem problem = about_file(place_of(line), json.error().front());
      problem.code = "unreadable_record";
      sink_.reject({place_of(line), std::move(problem)});
    }
  }

  const FeedFile& file_;
  FeedSink& sink_;
  const VisitDocument& visit_;
  std::size_t documents_read_ = 0;
  std::size_t documents_rejected_ = 0;
};

}  // namespace

Result<Completeness> read_documents(std::span<const FeedFile> files,
                                    FeedSink& sink,
                                    const VisitDocument& visit) {
  if (files.empty()) {
    return Problem{"empty_feed", "", {"Er is geen bestand gegeven.", "No file was given."}};
  }
  Completeness completeness = Completeness::kComplete;
  for (const FeedFile& file : files) {
    const Result<Completeness> read = FileReader(file, sink, visit).read();
    if (!read) {
      return read.error();
    }
    completeness = *read == Completeness::kPartial ? *read : completeness;
  }
  return completeness;
}

bool is_cut_off(const FeedFile& file) {
  const std::string_view text = trim(file.bytes);
  return opens_value(text) && !end_of_value(text);
}

std::string_view beginning_of(const FeedFile& file) {
  return std::string_view(file.bytes).substr(0, kBeginning);
}

}  // namespace kring::catalog::formats
