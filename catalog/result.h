// How does Kring say that something went wrong?
//
// Three kinds: a programmer's mistake is an assert; a broken world (disk, corrupt index) is an
// Error, thrown; what users send wrong is a list of Problem, returned, all at once.
#pragma once

#include <cassert>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kring::catalog {

/// One sentence in both languages of the product. Neither is ever empty in a finished text.
struct Text {
  std::string nl;
  std::string en;

  bool operator==(const Text&) const = default;
};

/// Languages of the product's own sentences.
enum class Language {
  kDutch,
  kEnglish,
};

/// The sentence of `text` in `language`.
inline const std::string& in(Language language, const Text& text) {
  return language == Language::kEnglish ? text.en : text.nl;
}

/// One fault in what a user sent. `code` is stable snake_case; `pointer` is a JSON pointer (RFC
/// 6901) into the sent document, or "" where the fault is of the whole; `text` says what to do. No
/// text ever holds a value that may describe a person.
struct Problem {
  std::string code;
  std::string pointer;
  Text text;

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// The world is broken: says what was attempted, on which path, and the remedy. Caught in each
/// main, the router and background loops only.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A value, or at least one problem. Member names are those of std::expected.
template <class T>
class Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): as std::expected
  Result(T value) : state_(std::move(value)) {}
  Result(Problems problems) : state_(std::move(problems)) { assert(!error().empty()); }
  Result(Problem problem) : Result(Problems{std::move(problem)}) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return has_value(); }

  /// requires: has_value()
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::get<T>(std::move(state_)); }
  const T* operator->() const { return &value(); }

  /// requires: !has_value()
  [[nodiscard]] const Problems& error() const { return std::get<Problems>(state_); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace kring::catalog
