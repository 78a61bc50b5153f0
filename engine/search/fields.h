// By which fields of an activity can a search be narrowed, value by value?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"
#include "engine/asked.h"
#include "engine/search/choices.h"
#include "engine/search/place_names.h"

namespace kring::engine {

/// What the values of a field are read with. The members must outlive it.
struct FieldContext {
  const Asked& asked;
  const PlaceNames& places;
  std::uint8_t days = 0;       ///< a bit each, from Monday; none: every day
  std::uint8_t day_parts = 0;  ///< a bit each; none: the whole day
};

using FieldValues = std::vector<std::uint64_t>;
bool is_chosen(const FieldValues& chosen, std::uint64_t value);

/// A value as people and programs read it.
struct NamedValue {
  std::string name;
  std::string label;
};

/// One field: a query parameter, and a facet of the answer.
struct Field {
  /// Whether one of the values `chosen` holds at a site; with none chosen: kUnknown where nothing
  /// is known of the field there, else kNo.
  using Judge = catalog::Answer (*)(const Field& field,
                                    const FieldContext& context,
                                    const SiteAt& at,
                                    const FieldValues& chosen);

  std::string_view name;
  catalog::Text label;
  catalog::Text question;  ///< what to ask where its value is not known
  /// Adds the values that hold at a site of an activity.
  void (*collect)(const FieldContext& context, const SiteAt& at, FieldValues& values);
  Judge judge = nullptr;
  Choices (*choices)() = nullptr;  ///< all values, where they are few; else null
  /// The value called so; absent where there is none.
  std::optional<std::uint64_t> (*find)(const FieldContext& context, const std::string& name);
  /// `holder` is a site that has the value.
  NamedValue (*describe)(const FieldContext& context, std::uint64_t value, const SiteAt& holder);
};

/// All of them, in the order of the facets.
std::span<const Field> search_fields();

inline constexpr std::string_view kDayField = "day";
inline constexpr std::string_view kDayPartField = "dayPart";

}  // namespace kring::engine
