#include "engine/json_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Text;

std::string join(std::span<const std::string_view> names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

std::optional<std::size_t> place_in(std::span<const std::string_view> names,
                                    std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

Text choose_from(std::span<const std::string_view> names) {
  return {"Kies een van: " + join(names) + ".", "Choose one of: " + join(names) + "."};
}

}  // namespace

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

ObjectReader::ObjectReader(const Json& object, std::string pointer, catalog::Problems& problems)
    : object_(object), pointer_(std::move(pointer)), problems_(problems) {
  if (!object.is_object()) {
    problems_.push_back(
        {"wrong_type", pointer_, {"Hier hoort een object te staan.", "An object belongs here."}});
  }
}

const Json* ObjectReader::take(std::string_view name) {
  taken_.emplace_back(name);
  return object_.find(name);
}

std::string ObjectReader::pointer_to(std::string_view name) const {
  return name.empty() ? pointer_ : pointer_ + "/" + catalog::escape_pointer(name);
}

void ObjectReader::fault(std::string_view name, std::string code, Text text) {
  problems_.push_back({std::move(code), pointer_to(name), std::move(text)});
}

void ObjectReader::wrong_kind(std::string_view name, const Text& expected) {
  fault(name, "wrong_type",
        {"Hier hoort " + expected.nl + " te staan.", "Here belongs " + expected.en + "."});
}

std::optional<int> ObjectReader::whole(std::string_view name, Range range) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::optional<std::int64_t> number = value->integer();
  if (!number) {
    wrong_kind(name, {"een heel getal", "a whole number"});
    return std::nullopt;
  }
  if (static_cast<double>(*number) < range.min || static_cast<double>(*number) > range.max) {
    fault(name, "out_of_range",
          {fmt::format("Kies een getal van {} tot en met {}.", range.min, range.max),
           fmt::format("Choose a number from {} to {}.", range.min, range.max)});
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

std::optional<double> ObjectReader::number(std::string_view name, Range range) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::optional<double> number = value->number();
  if (!number) {
    wrong_kind(name, {"een getal", "a number"});
    return std::nullopt;
  }
  if (*number < range.min || *number > range.max) {
    fault(name, "out_of_range",
          {fmt::format("Kies een getal van {} tot en met {}.", range.min, range.max),
           fmt::format("Choose a number from {} to {}.", range.min, range.max)});
    return std::nullopt;
  }
  return number;
}

std::optional<bool> ObjectReader::boolean(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_bool()) wrong_kind(name, {"true of false", "true or false"});
  return value->boolean();
}

std::optional<std::string> ObjectReader::text(std::string_view name, std::size_t max_letters) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const auto text = value->string();
  if (!text) {
    wrong_kind(name, {"tekst", "text"});
    return std::nullopt;
  }
  if (count_letters(*text) > max_letters) {
    fault(name, "too_long",
          {fmt::format("Gebruik hoogstens {} tekens.", max_letters),
           fmt::format("Use at most {} characters.", max_letters)});
    return std::nullopt;
  }
  return std::string(*text);
}

std::optional<catalog::Date> ObjectReader::date(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value->string().value_or("");
  const auto date = text.size() == 10 ? catalog::parse_date(text) : std::nullopt;
  if (!date) {
    fault(name, "invalid_date",
          {"Geef een bestaande datum als 2026-11-23.", "Give an existing date as 2026-11-23."});
  }
  return date;
}

std::optional<catalog::Minutes> ObjectReader::time_of_day(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value->string().value_or("");
  const auto time = text.size() == 5 ? catalog::parse_time_of_day(text) : std::nullopt;
  if (!time) fault(name, "invalid_time", {"Geef een tijd als 09:30.", "Give a time as 09:30."});
  return time;
}

std::optional<std::size_t> ObjectReader::choice(std::string_view name,
                                                std::span<const std::string_view> names) {
  const Json* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::optional<std::size_t> place =
      value->is_string() ? place_in(names, *value->string()) : std::nullopt;
  if (!place) fault(name, "unknown_value", choose_from(names));
  return place;
}

const Json::Array* ObjectReader::list(std::string_view name,
                                      std::size_t min_items,
                                      std::size_t max_items) {
  const Json* value = take(name);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    wrong_kind(name, {"een lijst", "a list"});
    return nullptr;
  }
  if (value->array().size() < min_items || value->array().size() > max_items) {
    fault(name, "wrong_count",
          {fmt::format("Geef {} tot {} onderdelen.", min_items, max_items),
           fmt::format("Give {} to {} items.", min_items, max_items)});
    return nullptr;
  }
  return &value->array();
}

std::vector<std::string> ObjectReader::texts(std::string_view name,
                                             std::size_t max_items,
                                             std::size_t max_letters) {
  std::vector<std::string> texts;
  const Json::Array* items = list(name, 0, max_items);
  if (items == nullptr) return texts;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto text = (*items)[i].string();
    if (text && count_letters(*text) <= max_letters) {
      texts.emplace_back(*text);
      continue;
    }
    problems_.push_back({"invalid_text",
                         fmt::format("{}/{}", pointer_to(name), i),
                         {fmt::format("Geef tekst van hoogstens {} tekens.", max_letters),
                          fmt::format("Give text of at most {} characters.", max_letters)}});
  }
  return texts;
}

std::optional<std::vector<std::size_t>> ObjectReader::choices(
    std::string_view name,
    std::span<const std::string_view> names,
    std::size_t min_items) {
  const Json::Array* items = list(name, min_items, names.size());
  if (items == nullptr) return std::nullopt;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::optional<std::size_t> place =
        (*items)[i].is_string() ? place_in(names, *(*items)[i].string()) : std::nullopt;
    const std::string pointer = fmt::format("{}/{}", pointer_to(name), i);
    if (!place) {
      problems_.push_back({"unknown_value", pointer, choose_from(names)});
    } else if (std::find(places.begin(), places.end(), *place) != places.end()) {
      problems_.push_back(
          {"repeated_value", pointer, {"Noem elke waarde een keer.", "Name each value once."}});
    } else {
      places.push_back(*place);
    }
  }
  return places;
}

void ObjectReader::require(std::string_view name) {
  if (!object_.is_object() || object_.find(name) != nullptr) return;
  fault(name, "missing", {"Dit veld is nodig.", "This member is needed."});
}

void ObjectReader::finish() {
  for (const auto& [name, value] : object_.object()) {
    if (std::find(taken_.begin(), taken_.end(), name) != taken_.end()) continue;
    fault(name, "unknown_member",
          {"Dit veld kent Kring niet.", "Kring does not know this member."});
  }
}

}  // namespace kring::engine
