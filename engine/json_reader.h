// How is a JSON object read strictly, collecting every fault?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"

namespace kring::engine {

/// Bounds of a whole or decimal number, inclusive.
struct Range {
  double min = 0;
  double max = 0;
};

/// Reads the members of one object. Every member that was not asked for is a fault at the end; so
/// is each wrong one. No problem's text repeats a value. Not thread-safe.
class ObjectReader {
 public:
  /// `problems` and `object` must outlive this. A value that is no object is a fault at `pointer`.
  ObjectReader(const catalog::Json& object, std::string pointer, catalog::Problems& problems);

  /// The member as sent; null where absent. Marks it as asked for.
  const catalog::Json* take(std::string_view name);

  std::optional<int> whole(std::string_view name, Range range);
  std::optional<double> number(std::string_view name, Range range);
  std::optional<bool> boolean(std::string_view name);
  /// Text of at most `max_letters` code points.
  std::optional<std::string> text(std::string_view name, std::size_t max_letters);
  std::optional<catalog::Date> date(std::string_view name);
  std::optional<catalog::Minutes> time_of_day(std::string_view name);
  /// Its place in `names`.
  std::optional<std::size_t> choice(std::string_view name, std::span<const std::string_view> names);
  /// The elements of an array of `min_items` to `max_items`; absent where the member is absent or
  /// no such array.
  const catalog::Json::Array* list(std::string_view name,
                                   std::size_t min_items,
                                   std::size_t max_items);
  std::vector<std::string> texts(std::string_view name,
                                 std::size_t max_items,
                                 std::size_t max_letters);
  /// Places in `names` of an array's elements, each at most once.
  std::optional<std::vector<std::size_t>> choices(std::string_view name,
                                                  std::span<const std::string_view> names,
                                                  std::size_t min_items);

  void require(std::string_view name);
  /// A fault at the member `name`, or at the object itself where `name` is "".
  void fault(std::string_view name, std::string code, catalog::Text text);
  [[nodiscard]] std::string pointer_to(std::string_view name) const;

  /// Reports every member that nobody asked for. Call last.
  void finish();

 private:
  void wrong_kind(std::string_view name, const catalog::Text& expected);

  const catalog::Json& object_;
  std::string pointer_;
  catalog::Problems& problems_;
  std::vector<std::string> taken_;
};

/// The enumerator at a place that ObjectReader::choice found.
template <class Enum>
std::optional<Enum> as(std::optional<std::size_t> place) {
  if (!place) return std::nullopt;
  return static_cast<Enum>(*place);
}

/// Code points of a UTF-8 text.
std::size_t count_letters(std::string_view text);

}  // namespace kring::engine
