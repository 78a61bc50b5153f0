// How is a hostile JSON document read?
#include <algorithm>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "catalog/json.h"

namespace kring::catalog {
namespace {

// Why a handler stopped the parser.
enum class Stop {
  kNot,
  kTooDeep,
  kHalfCharacter,
};

// Whether an escape wrote half of a surrogate pair alone ("\\udc00"): the library takes a low half,
// for which UTF-8 has no bytes, so that the text could not be read again.
bool has_half_character(std::string_view text) {
  static constexpr char kLead = '\xED';
  static constexpr unsigned char kFirstHalf = 0xA0;  // second byte of U+D800
  for (std::size_t at = text.find(kLead); at != std::string_view::npos;
       at = text.find(kLead, at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= kFirstHalf) return true;
  }
  return false;
}

Problem make_given_twice(std::string pointer) {
  return {"given_twice",
          std::move(pointer),
          {"Dit veld staat er meer dan eens. Laat het één keer staan.",
           "This member stands there more than once. Leave one."}};
}

Problem make_nul_character(std::string pointer) {
  return {"nul_character",
          std::move(pointer),
          {"Deze tekst bevat het teken NUL (\\u0000). Laat dat weg.",
           "This text holds the character NUL (\\u0000). Leave it out."}};
}

enum class Container {
  kArray,
  kObject,
};

// An array or object whose end has not come.
class Open {
 public:
  explicit Open(Container kind) : kind_(kind) {}

  // Begins a member; whether it is the first of that name.
  bool begin_member(std::string_view name) {
    at_ = find_member(name);
    const bool is_new = at_ == members_.size();
    if (is_new) members_.emplace_back(name, Json());
    return is_new;
  }

  void put(Json value) {
    if (kind_ == Container::kArray) {
      elements_.push_back(std::move(value));
      return;
    }
    members_[at_].second = std::move(value);
  }

  // Of the value that is read now: the token of its pointer.
  [[nodiscard]] std::string token() const {
    return kind_ == Container::kArray ? std::to_string(elements_.size())
                                      : escape_pointer(members_[at_].first);
  }

  Json take() {
    return kind_ == Container::kObject ? Json(std::move(members_)) : Json(std::move(elements_));
  }

 private:
  // The place of the member; the number of members where there is none.
  std::size_t find_member(std::string_view name) {
    static constexpr std::size_t kFew = 16;  // among them looking along is quickest
    if (members_.size() < kFew) {
      const auto found =
          std::find_if(members_.begin(), members_.end(),
                       [name](const Json::Member& member) { return member.first == name; });
      return static_cast<std::size_t>(found - members_.begin());
    }
    for (std::size_t i = places_.size(); i < members_.size(); ++i) {
      places_.emplace(members_[i].first, i);
    }
    const auto found = places_.find(std::string(name));
    return found == places_.end() ? members_.size() : found->second;
  }

  Container kind_;
  Json::Array elements_;
  Json::Object members_;
  std::size_t at_ = 0;                                   // of the member that is read now
  std::unordered_map<std::string, std::size_t> places_;  // of the members, once they are many
};

// Builds a Json from the parser's events, without recursion.
// NOLINTBEGIN(readability-identifier-naming): the names of the events are the parsing library's
class Builder {
 public:
  bool Null() { return put(Json()); }
  bool Bool(bool value) { return put(Json(value)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return put(Json(Json::Number{std::string(text, size)}));
  }
  bool Int(int value) { return put(Json(value)); }
  bool Uint(unsigned value) { return put(Json(std::int64_t{value})); }
  bool Int64(std::int64_t value) { return put(Json(value)); }
  bool Uint64(std::uint64_t value) { return put(Json(Json::Number{std::to_string(value)})); }
  bool Double(double value) { return put(Json(Json::Number{fmt::format("{}", value)})); }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view view(text, size);
    if (!is_whole(view)) return false;
    if (has_nul(view)) note(make_nul_character);
    return put(Json(view));
  }
  bool StartObject() { return open(Container::kObject); }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view name(text, size);
    if (!is_whole(name)) return false;
    const bool is_new = open_.back().begin_member(name);
    if (!is_new) note(make_given_twice);
    if (has_nul(name)) note(make_nul_character);
    return true;
  }
  bool EndObject(rapidjson::SizeType /*count*/) { return close(); }
  bool StartArray() { return open(Container::kArray); }
  bool EndArray(rapidjson::SizeType /*count*/) { return close(); }

  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] Stop stop() const { return stop_; }
  JsonDocument take() { return {std::move(root_), std::move(ambiguities_)}; }

 private:
  static bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

  bool is_whole(std::string_view text) {
    if (has_half_character(text)) stop_ = Stop::kHalfCharacter;
    return stop_ == Stop::kNot;
  }

  // Of the value that is read now.
  void note(Problem (*make_problem)(std::string pointer)) {
    if (ambiguities_.size() >= kMaxAmbiguities) return;
    std::string pointer;
    for (const Open& open : open_)
      pointer += "/" + open.token();
    ambiguities_.push_back(make_problem(std::move(pointer)));
  }

  bool open(Container kind) {
    if (open_.size() >= kMaxJsonDepth) {
      stop_ = Stop::kTooDeep;
      return false;
    }
    open_.emplace_back(kind);
    return true;
  }

  bool close() {
    Json done = open_.back().take();
    open_.pop_back();
    return put(std::move(done));
  }

  bool put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      open_.back().put(std::move(value));
    }
    return true;
  }

  std::vector<Open> open_;
  Json root_;
  Problems ambiguities_;
  Stop stop_ = Stop::kNot;
};

Problem json_problem(std::string_view text, std::size_t offset, const Text& what) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::size_t column = before.size() - line_start + 1;
  return {"invalid_json",
          "",
          {fmt::format("Dit is geen geldige JSON: regel {}, teken {}: {}.", line, column, what.nl),
           fmt::format("This is not valid JSON: line {}, column {}: {}.", line, column, what.en)}};
}

Text describe(Stop stop, rapidjson::ParseErrorCode code) {
  switch (stop) {
    case Stop::kTooDeep:
      return {fmt::format("meer dan {} niveaus diep", kMaxJsonDepth),
              fmt::format("more than {} levels deep", kMaxJsonDepth)};
    case Stop::kHalfCharacter:
      return {"een tekst bevat een half teken (\\udc00)",
              "a text holds half a character (\\udc00)"};
    case Stop::kNot:
      break;
  }
  std::string reason = rapidjson::GetParseError_En(code);
  while (!reason.empty() && reason.back() == '.') {
    reason.pop_back();
  }
  return {"het document klopt hier niet (" + reason + ")", reason};
}

}  // namespace

Result<JsonDocument> parse_json_document(std::string_view text) {
  if (text.size() > kMaxDocumentBytes) {
    return Problem{
        "document_too_large",
        "",
        {fmt::format("Dit document is groter dan {} MiB. Splits het, of geef één record per regel "
                     "(NDJSON).",
                     kMaxDocumentBytes >> 20U),
         fmt::format(
             "This document is larger than {} MiB. Split it, or give one record a line (NDJSON).",
             kMaxDocumentBytes >> 20U)}};
  }
  Builder builder;
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  static constexpr unsigned kFlags = rapidjson::kParseIterativeFlag
                                     | rapidjson::kParseValidateEncodingFlag
                                     | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult outcome = reader.Parse<kFlags>(stream, builder);
  if (outcome.IsError() || builder.stop() != Stop::kNot) {
    return json_problem(text, outcome.Offset(), describe(builder.stop(), outcome.Code()));
  }
  // The library takes a NUL for the end of the text.
  if (stream.Tell() != text.size()) {
    return json_problem(text, stream.Tell(),
                        describe(Stop::kNot, rapidjson::kParseErrorDocumentRootNotSingular));
  }
  return builder.take();
}

Result<Json> parse_json(std::string_view text) {
  Result<JsonDocument> document = parse_json_document(text);
  if (!document) return document.error();
  JsonDocument read = *std::move(document);
  if (!read.ambiguities.empty()) return std::move(read.ambiguities);
  return std::move(read.value);
}

}  // namespace kring::catalog
