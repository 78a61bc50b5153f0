// How is a field read that may be missing, of another kind, or written in another way?
//
// Real feeds write numbers as text, one object where a list is meant, and null for nothing. What
// cannot be used is noted and passed over; it never costs the record.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"

namespace kring::catalog::formats {

/// What is worth mending in one record, gathered while it is read.
class Notes {
 public:
  void add(const std::string& pointer, const std::string& code, const Text& text);
  /// The field is there but is no `wanted` (in both languages).
  void add_unusable(const std::string& pointer, const Text& wanted);
  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  Problems problems_;
};

/// One object of a record, with its JSON pointer. Refers to the record and the notes, which outlive
/// it.
class Fields {
 public:
  Fields(const Json& object, std::string pointer, Notes& notes);

  [[nodiscard]] const Json& json() const { return *object_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] std::string pointer_to(std::string_view name) const;
  [[nodiscard]] Notes& notes() const { return *notes_; }
  /// Whether the member is there and not null.
  [[nodiscard]] bool has(std::string_view name) const;

  /// Plain text; a number or boolean is taken by its spelling; "" where there is none.
  [[nodiscard]] std::string text(std::string_view name) const;
  /// As text, on one line.
  [[nodiscard]] std::string line(std::string_view name) const;
  /// The first of `names` that has a text.
  [[nodiscard]] std::string first_line(std::initializer_list<std::string_view> names) const;
  /// A number, or a text that is one ("51.5", "51,5").
  [[nodiscard]] std::optional<double> number(std::string_view name) const;
  /// A whole number in [low, high].
  [[nodiscard]] std::optional<int> whole_number(std::string_view name, int low, int high) const;
  /// An amount >= 0: 7.6, "7.60", "€ 7,60".
  [[nodiscard]] std::optional<Cents> money(std::string_view name) const;
  [[nodiscard]] std::optional<Date> date(std::string_view name) const;
  /// "10:00", "10:00:00", "9:00am", "830am", "10.30 uur".
  [[nodiscard]] std::optional<Minutes> time_of_day(std::string_view name) const;

  /// The objects of a list, or the one object that stands where a list is meant.
  [[nodiscard]] std::vector<Fields> objects(std::string_view name) const;
  /// The object, or the first of a list; without members where there is none.
  [[nodiscard]] Fields object(std::string_view name) const;
  /// The texts of a list, or the one text; objects in it are passed over.
  [[nodiscard]] std::vector<std::string> lines(std::string_view name) const;

 private:
  const Json* object_;
  std::string pointer_;
  Notes* notes_;
};

std::optional<double> parse_number(std::string_view text);
std::optional<Cents> parse_money(std::string_view text);
std::optional<Minutes> parse_clock(std::string_view text);

/// Adds `word` unless it is empty or there already.
void add_distinct(std::vector<std::string>& words, const std::string& word);

}  // namespace kring::catalog::formats
