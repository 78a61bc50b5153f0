// Which conditions do the filters of a search set?

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "engine/search/conditions.h"

namespace kring::engine {
namespace {

using catalog::Problem;
using catalog::Problems;

constexpr int kMaxAge = 130;
constexpr int kMaxEuro = 10'000;
constexpr double kCentsInEuro = 100;

std::string join_names(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// Names the parameters there are, never the one that was sent.
Problem unknown_filter() {
  const std::string names =
      join_names(filter_names()) + ", q, sort, page, perPage, knownOnly, date";
  return {"unknown_parameter",
          "",
          {"Een filter bestaat niet. Er zijn: " + names + ".",
           "A filter does not exist. There are: " + names + "."}};
}

// The values of a short list; of others, where they stand.
Problem unknown_value(const Field& field) {
  if (field.choices == nullptr) {
    return {"unknown_value",
            "",
            {fmt::format("{} heeft deze waarde niet. De namen staan in facets van een antwoord "
                         "zonder deze filter; begrippen in GET /v1/concepts.",
                         field.name),
             fmt::format("{} has no such value. Its names stand in the facets of an answer without "
                         "this filter; concepts in GET /v1/concepts.",
                         field.name)}};
  }
  std::vector<std::string_view> names;
  for (const Choice& choice : field.choices()) {
    names.push_back(choice.name);
  }
  const std::string list = join_names(names);
  return {"unknown_value",
          "",
          {fmt::format("Kies voor {}: {}.", field.name, list),
           fmt::format("Choose for {}: {}.", field.name, list)}};
}

Problem too_many_values(std::string_view field) {
  return {"too_many_values",
          "",
          {fmt::format("{} staat er te vaak: hooguit {} keer.", field, kMaxFilterValues),
           fmt::format("{} stands there too often: at most {} times.", field, kMaxFilterValues)}};
}

Problem bad_number(std::string_view field, int most) {
  return {"bad_number",
          "",
          {fmt::format("Schrijf {} één keer, als een {} van 0 tot en met {}.", field,
                       field == kCostFilter ? "getal" : "heel getal", most),
           fmt::format("Write {} once, as a {} from 0 to {}.", field,
                       field == kCostFilter ? "number" : "whole number", most)}};
}

void read_values(const Field& field,
                 const Filter& filter,
                 const FieldContext& context,
                 FieldValues& chosen,
                 Problems& problems) {
  for (const std::string& name : filter.values) {
    const auto value = field.find(context, name);
    if (!value) {
      problems.push_back(unknown_value(field));
      return;
    }
    if (std::find(chosen.begin(), chosen.end(), *value) == chosen.end()) chosen.push_back(*value);
  }
}

std::optional<double> parse_number(const Filter& filter, int most) {
  if (filter.values.size() != 1) return std::nullopt;
  std::string text = filter.values.front();
  std::replace(text.begin(), text.end(), ',', '.');
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc{} && stop == end && std::isfinite(number);
  return is_number && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

void read_number(const Filter& filter, Conditions& conditions, Problems& problems) {
  const int most = filter.field == kAgeFilter    ? kMaxAge
                   : filter.field == kCostFilter ? kMaxEuro
                                                 : kMaxRadiusKm;
  const std::optional<double> number = parse_number(filter, most);
  const bool is_whole = number && (std::floor(*number) == *number || filter.field == kCostFilter);
  if (!is_whole) {
    problems.push_back(bad_number(filter.field, most));
  } else if (filter.field == kAgeFilter) {
    conditions.age = static_cast<int>(*number);
  } else if (filter.field == kCostFilter) {
    conditions.max_cost = catalog::Cents{std::llround(*number * kCentsInEuro)};
  } else {
    conditions.radius_km = static_cast<int>(*number);
  }
}

void read_places(const Filter& filter,
                 const PlaceNames& names,
                 const indexer::Analyser& analyser,
                 Conditions& conditions,
                 Problems& problems) {
  for (const std::string& name : filter.values) {
    if (name == kEverywhere) {
      conditions.is_everywhere = true;
    } else if (auto place = names.find(analyser.tokens_of(name))) {
      conditions.places.push_back(*std::move(place));
    } else {
      problems.push_back(
          {"unknown_place",
           "",
           {"Deze plaats of postcode staat niet in de tabel. Beheerder: voeg plaatsen toe met "
            "kring "
            "places import.",
            "This place or postcode is not in the table. Administrator: add places with kring "
            "places import."}});
    }
  }
}

}  // namespace

void add_filter(const std::string& field, std::string value, SearchRequest& request) {
  const auto same = std::find_if(request.filters.begin(), request.filters.end(),
                                 [&field](const Filter& filter) { return filter.field == field; });
  if (same != request.filters.end()) {
    same->values.push_back(std::move(value));
  } else {
    request.filters.push_back({field, {std::move(value)}});
  }
}

std::vector<std::string_view> filter_names() {
  std::vector<std::string_view> names;
  for (const Field& field : search_fields()) {
    names.push_back(field.name);
  }
  names.insert(names.end(), {kPlaceFilter, kRadiusFilter, kAgeFilter, kCostFilter});
  return names;
}

catalog::Result<Conditions> read_conditions(const std::vector<Filter>& filters,
                                            const FieldContext& context,
                                            const indexer::Analyser& analyser) {
  const std::span<const Field> fields = search_fields();
  Conditions conditions;
  conditions.chosen.resize(fields.size());
  Problems problems;
  bool has_unknown = false;
  for (const Filter& filter : filters) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&filter](const Field& entry) {
      return entry.name == filter.field;
    });
    if (filter.values.size() > kMaxFilterValues) {
      problems.push_back(too_many_values(field == fields.end() ? "Een filter" : field->name));
    } else if (field != fields.end()) {
      const auto number = static_cast<std::size_t>(field - fields.begin());
      read_values(*field, filter, context, conditions.chosen[number], problems);
    } else if (filter.field == kPlaceFilter) {
      read_places(filter, context.places, analyser, conditions, problems);
    } else if (filter.field == kRadiusFilter || filter.field == kAgeFilter
               || filter.field == kCostFilter) {
      read_number(filter, conditions, problems);
    } else {
      has_unknown = true;
    }
  }
  if (has_unknown) problems.push_back(unknown_filter());
  if (!problems.empty()) return problems;
  return conditions;
}

}  // namespace kring::engine
