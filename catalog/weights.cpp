#include "catalog/weights.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "catalog/json.h"
#include "catalog/version.h"

namespace kring::catalog {
namespace {

Weight read_weight(const Json& json, std::size_t index, Problems& problems) {
  Weight weight;
  weight.name = json["name"].string().value_or("");
  weight.unit = json["unit"].string().value_or("");
  weight.reason = json["reason"].string().value_or("");
  const auto min = json["min"].integer();
  const auto value = json["default"].integer();
  const auto max = json["max"].integer();
  const std::string pointer = fmt::format("/weights/{}", index);
  if (weight.name.empty() || weight.reason.empty() || !min || !value || !max) {
    problems.push_back(
        {"invalid_weight",
         pointer,
         {"Een gewicht heeft name, min, default, max (hele getallen), unit en reason.",
          "A weight has name, min, default, max (whole numbers), unit and reason."}});
    return weight;
  }
  weight.min = *min;
  weight.value = *value;
  weight.max = *max;
  if (weight.value < weight.min || weight.value > weight.max) {
    problems.push_back({"weight_out_of_range",
                        pointer + "/default",
                        {fmt::format("Kies een waarde van {} tot {}.", weight.min, weight.max),
                         fmt::format("Choose a value from {} to {}.", weight.min, weight.max)}});
  }
  return weight;
}

}  // namespace

Weights::Weights(std::string version, std::vector<Weight> entries)
    : version_(std::move(version)), entries_(std::move(entries)) {}

std::int64_t Weights::value(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [name](const Weight& weight) { return weight.name == name; });
  assert(found != entries_.end());
  return found->value;
}

bool Weights::has(std::string_view name) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [name](const Weight& weight) { return weight.name == name; });
}

Result<Weights> parse_weights(std::string_view document) {
  const Result<Json> json = parse_json(document);
  if (!json) return json.error();
  Problems problems;
  std::vector<Weight> entries;
  const Json::Array& array = (*json)["weights"].array();
  for (std::size_t i = 0; i < array.size(); ++i) {
    entries.push_back(read_weight(array[i], i, problems));
  }
  if (entries.empty()) {
    problems.push_back({"invalid_weights",
                        "/weights",
                        {"Geef een lijst van gewichten.", "Give a list of weights."}});
  }
  if (!problems.empty()) return problems;
  return Weights(version_of(document), std::move(entries));
}

}  // namespace kring::catalog
