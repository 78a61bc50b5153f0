// What is a JSON document to Kring, and how is a hostile one read?
//
// A plain value, so that nobody but json.cpp and json_parser.cpp knows the parsing library. Numbers
// keep their spelling, so that a document goes out as it came in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxJsonDepth = 64;              ///< nested arrays and objects
inline constexpr std::size_t kMaxDocumentBytes = 67'108'864;  ///< one JSON document, 64 MiB
inline constexpr std::size_t kMaxAmbiguities = 20;            ///< told of one document

/// One JSON value. Members keep their order; names within an object are unique.
class Json {
 public:
  struct Number {
    std::string spelling;  ///< as it stood in the document, a valid JSON number
    bool operator==(const Number&) const = default;
  };
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  // NOLINTBEGIN(google-explicit-constructor): a document is written down as it reads
  Json() = default;  ///< null
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(int value) : Json(static_cast<std::int64_t>(value)) {}
  Json(std::int64_t value) : value_(Number{std::to_string(value)}) {}
  Json(Number value) : value_(std::move(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  bool operator==(const Json&) const = default;

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] bool is_bool() const { return std::holds_alternative<bool>(value_); }
  [[nodiscard]] bool is_number() const { return std::holds_alternative<Number>(value_); }
  [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(value_); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
  [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }

  /// "null", "boolean", "number", "string", "array" or "object".
  [[nodiscard]] std::string_view kind_name() const;

  /// The value in the asked form; absent (or empty) where this is of another kind. Nothing is
  /// converted.
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<double> number() const;
  /// Whole numbers only: "3" and "3.0" are, "3.5" and 1e300 are not.
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// Points into this value.
  [[nodiscard]] std::optional<std::string_view> string() const;
  [[nodiscard]] const std::string* number_spelling() const;  ///< null where this is no number
  [[nodiscard]] const Array& array() const;                  ///< empty where this is no array
  [[nodiscard]] const Object& object() const;                ///< empty where this is no object

  /// The member called `name`, or null (nullptr) where this is no object or has none.
  [[nodiscard]] const Json* find(std::string_view name) const;
  /// The member called `name`, or a null value. `doc["a"]["b"]` is safe on any document.
  const Json& operator[](std::string_view name) const;

  /// Sets or adds a member. requires: this is an object or null (which becomes an object).
  void set(std::string name, Json value);
  /// Appends. requires: this is an array or null (which becomes an array).
  void push_back(Json value);

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
};

/// A number with `decimals` digits after the point, trailing zeros cut ("0.315").
Json make_decimal(std::int64_t scaled, int decimals);

/// A document as RFC 8259 has it, and what two readers of it may read differently.
struct JsonDocument {
  Json value;            ///< of a name that stands twice, what it says last
  Problems ambiguities;  ///< names that stand twice and texts with NUL: the first kMaxAmbiguities
};

/// Every valid document and no other: RFC 8259 in UTF-8 without BOM, at most kMaxJsonDepth deep and
/// kMaxDocumentBytes long. A problem's text tells line and column.
Result<JsonDocument> parse_json_document(std::string_view text);

/// The same, and refuses what is ambiguous: a problem for each place, with its pointer.
Result<Json> parse_json(std::string_view text);

/// Compact, members in their order.
std::string write_json(const Json& value);

/// As write_json, indented by two blanks.
std::string write_pretty_json(const Json& value);

/// `token` escaped for use in a JSON pointer.
std::string escape_pointer(std::string_view token);

}  // namespace kring::catalog
