#include "catalog/json.h"

#include <charconv>
#include <cmath>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace kring::catalog {
namespace {

const Json kNull;
const Json::Array kNoElements;
const Json::Object kNoMembers;

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
