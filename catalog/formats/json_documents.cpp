#include "catalog/formats/json_documents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kBeginning = 65'536;  ///< bytes in which a format is recognised

struct Document {
  std::string_view text;
  std::size_t line = 1;  ///< of its first character
};

enum class Layout {
  kWhole,  ///< one document, or several after each other
  kLines,  ///< one a line
};

/// Where the object or list at the start of `text` ends; absent where it is cut off. Counts
/// brackets outside of texts only.
std::optional<std::size_t> end_of_value(std::string_view text) {
  std::size_t depth = 0;
  bool is_in_text = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (is_in_text) {
      at += letter == '\\' ? 1 : 0;
      is_in_text = letter != '"';
      continue;
    }
    is_in_text = letter == '"';
    depth += letter == '{' || letter == '[' ? 1 : 0;
    if ((letter == '}' || letter == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return std::nullopt;
}

bool opens_value(std::string_view text) {
  return text.starts_with('{') || text.starts_with('[');
}

std::string_view first_line(std::string_view text) {
  return trim(text.substr(0, text.find('\n')));
}

bool has_line_name(const std::string& name) {
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

/// Lines are told by the first being complete while more follows, or by the file's name where its
/// second line starts a value too.
Layout layout_of(const FeedFile& file) {
  const std::string_view text = trim(file.bytes);
  const std::string_view line = first_line(text);
  const std::size_t line_end = text.find('\n');
  const std::string_view rest =
      line_end == std::string_view::npos ? "" : trim(text.substr(line_end));
  if (rest.empty() || !opens_value(rest)) {
    return Layout::kWhole;
  }
  const bool is_complete = opens_value(line) && end_of_value(line) == line.size();
  return is_complete || has_line_name(file.name) ? Layout::kLines : Layout::kWhole;
}

std::vector<Document> split_lines(std::string_view text) {
  std::vector<Document> documents;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (!line.empty()) {
      documents.push_back({line, number});
    }
  }
  return documents;
}

/// Values that follow each other; the last reaches to the end where it is cut off, so that the
/// parser says what is wrong.
std::vector<Document> split_values(std::string_view text) {
  std::vector<Document> documents;
  std::size_t line = 1;
  while (!trim(text).empty()) {
    const auto start = static_cast<std::size_t>(trim(text).data() - text.data());
    line += static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    text.remove_prefix(start);
    const std::size_t end =
        opens_value(text) ? end_of_value(text).value_or(text.size()) : text.size();
    documents.push_back({text.substr(0, end), line});
    const std::string_view read = text.substr(0, end);
    line += static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n'));
    text.remove_prefix(end);
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
    const std::vector<Document> documents = split_values(file_.bytes);
    for (const Document& document : documents) {
      const Result<Json> json = parse_json(document.text);
      const std::string place = documents.size() == 1 ? file_.name : place_of(document);
      if (!json) {
        return about_file(place, json.error().front());
      }
      visit_(*json, place);
    }
    return Completeness::kComplete;
  }

  Result<Completeness> read_lines() {
    for (const Document& line : split_lines(file_.bytes)) {
      read_line(line);
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
    for (const Document& document : split_values(line.text)) {
      const Result<Json> json = parse_json(document.text);
      if (json) {
        ++documents_read_;
        visit_(*json, place_of(line));
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

std::string_view beginning_of(const FeedFile& file) {
  return std::string_view(file.bytes).substr(0, kBeginning);
}

}  // namespace kring::catalog::formats
