#include "catalog/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

#include <fmt/format.h>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace kring::catalog {
namespace {

const Json kNull;
const Json::Array kNoElements;
const Json::Object kNoMembers;

// Why a handler stopped the parser.
enum class Stop {
  kNot,
  kTooDeep,
  kDuplicateName,
  kNulInText,
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
    if (!is_plain(view)) return false;
    return put(Json(view));
  }
  bool StartObject() { return open(Container::kObject); }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view name(text, size);
    if (!is_plain(name)) return false;
    if (!open_.back().begin_member(name)) {
      stop_ = Stop::kDuplicateName;
      return false;
    }
    return true;
  }
  bool EndObject(rapidjson::SizeType /*count*/) { return close(); }
  bool StartArray() { return open(Container::kArray); }
  bool EndArray(rapidjson::SizeType /*count*/) { return close(); }

  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] Stop stop() const { return stop_; }
  Json take() { return std::move(root_); }

 private:
  enum class Container {
    kArray,
    kObject,
  };

  class Open {
   public:
    explicit Open(Container container) : kind(container) {}

    Container kind;
    Json::Array elements;
    Json::Object members;  // the last waits for its value after its name was read

    /// Begins a member. False where another has that name already.
    bool begin_member(std::string_view name) {
      if (has_member(name)) return false;
      members.emplace_back(name, Json());
      return true;
    }

   private:
    bool has_member(std::string_view name) {
      static constexpr std::size_t kFew = 16;  // among them looking along is quickest
      if (members.size() < kFew) {
        return std::any_of(members.begin(), members.end(),
                           [name](const Json::Member& member) { return member.first == name; });
      }
      for (std::size_t i = names_.size(); i < members.size(); ++i) {
        names_.insert(members[i].first);
      }
      return names_.contains(std::string(name));
    }

    std::unordered_set<std::string> names_;  // of the members, once they are many
  };

  bool is_plain(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) stop_ = Stop::kNulInText;
    if (has_half_character(text)) stop_ = Stop::kHalfCharacter;
    return stop_ == Stop::kNot;
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
    Open& last = open_.back();
    Json done = last.kind == Container::kObject ? Json(std::move(last.members))
                                                : Json(std::move(last.elements));
    open_.pop_back();
    return put(std::move(done));
  }

  bool put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Open& parent = open_.back();
    if (parent.kind == Container::kArray) {
      parent.elements.push_back(std::move(value));
    } else {
      parent.members.back().second = std::move(value);
    }
    return true;
  }

  std::vector<Open> open_;
  Json root_;
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
    case Stop::kDuplicateName:
      return {"een veld staat er twee keer", "a member stands there twice"};
    case Stop::kNulInText:
      return {"een tekst bevat het teken NUL", "a text holds the character NUL"};
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

// Writes without recursion on the call stack deeper than kMaxJsonDepth: a Json cannot be deeper
// unless made so by code.
template <class Writer>
void write_value(const Json& value, Writer& writer) {
  if (value.is_object()) {
    writer.StartObject();
    for (const auto& [name, member] : value.object()) {
      writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
      write_value(member, writer);
    }
    writer.EndObject();
    return;
  }
  if (value.is_array()) {
    writer.StartArray();
    for (const Json& element : value.array()) {
      write_value(element, writer);
    }
    writer.EndArray();
    return;
  }
  if (const auto text = value.string()) {
    writer.String(text->data(), static_cast<rapidjson::SizeType>(text->size()));
    return;
  }
  if (const auto truth = value.boolean()) {
    writer.Bool(*truth);
    return;
  }
  if (const std::string* spelling = value.number_spelling()) {
    writer.RawValue(spelling->data(), spelling->size(), rapidjson::kNumberType);
    return;
  }
  writer.Null();
}

}  // namespace

std::string_view Json::kind_name() const {
  static constexpr std::string_view kNames[] = {"null",   "boolean", "number",
                                                "string", "array",   "object"};
  return kNames[value_.index()];
}

std::optional<bool> Json::boolean() const {
  if (const bool* truth = std::get_if<bool>(&value_)) return *truth;
  return std::nullopt;
}

std::optional<double> Json::number() const {
  const std::string* text = number_spelling();
  if (text == nullptr) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> Json::integer() const {
  const std::optional<double> value = number();
  static constexpr double kExact =
      9'007'199'254'740'992.0;  // 2^53: beyond it not every whole number is a double
  if (!value || std::floor(*value) != *value || std::abs(*value) > kExact) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

std::optional<std::string_view> Json::string() const {
  if (const std::string* text = std::get_if<std::string>(&value_)) return std::string_view(*text);
  return std::nullopt;
}

const std::string* Json::number_spelling() const {
  const Number* number = std::get_if<Number>(&value_);
  return number == nullptr ? nullptr : &number->spelling;
}

const Json::Array& Json::array() const {
  const Array* elements = std::get_if<Array>(&value_);
  return elements == nullptr ? kNoElements : *elements;
}

const Json::Object& Json::object() const {
  const Object* members = std::get_if<Object>(&value_);
  return members == nullptr ? kNoMembers : *members;
}

const Json* Json::find(std::string_view name) const {
  for (const Member& member : object()) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

const Json& Json::operator[](std::string_view name) const {
  const Json* member = find(name);
  return member == nullptr ? kNull : *member;
}

void Json::set(std::string name, Json value) {
  if (is_null()) value_ = Object();
  Object& members = std::get<Object>(value_);
  for (Member& member : members) {
    if (member.first == name) {
      member.second = std::move(value);
      return;
    }
  }
  members.emplace_back(std::move(name), std::move(value));
}

void Json::push_back(Json value) {
  if (is_null()) value_ = Array();
  std::get<Array>(value_).push_back(std::move(value));
}

Json make_decimal(std::int64_t scaled, int decimals) {
  std::string digits = std::to_string(scaled < 0 ? -scaled : scaled);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - places);
  std::string fraction = digits.substr(digits.size() - places);
  while (!fraction.empty() && fraction.back() == '0') {
    fraction.pop_back();
  }
  std::string text = (scaled < 0 ? "-" : "") + whole;
  if (!fraction.empty()) text += "." + fraction;
  return Json::Number{text};
}

Result<Json> parse_json(std::string_view text) {
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

std::string write_json(const Json& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  write_value(value, writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string write_pretty_json(const Json& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  writer.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  write_value(value, writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string escape_pointer(std::string_view token) {
  std::string escaped;
  for (const char letter : token) {
    if (letter == '~') {
      escaped += "~0";
    } else if (letter == '/') {
      escaped += "~1";
    } else {
      escaped += letter;
    }
  }
  return escaped;
}

}  // namespace kring::catalog
