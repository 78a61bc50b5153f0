// How much does each part of a score weigh?
//
// The document catalog/weights/weights.json holds every constant of matching with min, default,
// max, unit and reason; it is numbered in the catalogue and copied into the index. Nothing else
// tunes the engine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"
#include "catalog/result.h"

namespace kring::catalog {

/// One constant. Invariant: min <= value <= max.
struct Weight {
  std::string name;  ///< snake_case, unique
  std::int64_t min = 0;
  std::int64_t value = 0;
  std::int64_t max = 0;
  std::string unit;    ///< "1/10000", "minutes", "meters", "days", …
  std::string reason;  ///< why this value, with its source
  bool operator==(const Weight&) const = default;
};

class Weights {
 public:
  Weights() = default;
  Weights(std::string version, std::vector<Weight> entries);

  [[nodiscard]] const std::string& version() const { return version_; }
  [[nodiscard]] const std::vector<Weight>& entries() const { return entries_; }
  [[nodiscard]] bool has(std::string_view name) const;
  /// The value called `name`. requires: has(name). The engine checks once, on opening, all names
  /// that it asks for.
  [[nodiscard]] std::int64_t value(std::string_view name) const;

 private:
  std::string version_;
  std::vector<Weight> entries_;
};

/// Reads a weights document; every value outside its own min..max is a problem. The version is made
/// of the document's bytes.
Result<Weights> parse_weights(std::string_view document);

}  // namespace kring::catalog
