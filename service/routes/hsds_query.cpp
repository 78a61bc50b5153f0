// What does a request to the HSDS API ask?
#include "service/routes/hsds_query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "catalog/places.h"
#include "service/routes/count.h"

namespace kring::service {
namespace {

using catalog::Problem;
using catalog::Problems;

constexpr double kMaxAge = 150;  // years

/// One parameter: how its value is taken, and what to write where that fails.
struct Parameter {
  std::string_view name;
  bool (*take)(std::string_view value, HsdsQuery& query);
  std::string_view remedy_nl;
  std::string_view remedy_en;
};

template <class Value>
bool put(std::optional<Value> value, std::optional<Value>& target) {
  target = std::move(value);
  return target.has_value();
}

std::optional<double> parse_amount(std::string_view text, double most) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  const bool is_amount = error == std::errc{} && stop == end && value >= 0 && value <= most;
  return is_amount ? std::optional(value) : std::nullopt;
}

/// Whether `value` is "true" or just there; absent where it is not "false" either.
std::optional<catalog::Answer> parse_flag(std::string_view value) {
  if (value == "true" || value == "1" || value.empty()) return catalog::Answer::kYes;  // "?full"
  if (value == "false" || value == "0") return catalog::Answer::kNo;
  return std::nullopt;
}

bool take_detail(std::string_view value, HsdsDetail asked, HsdsDetail& detail) {
  const auto flag = parse_flag(value);
  if (flag == catalog::Answer::kYes) detail = asked;
  return flag.has_value();
}

bool take_format(std::string_view value, HsdsQuery& query) {
  if (value == "ndjson") query.format = HsdsFormat::kLines;
  return value == "ndjson" || value == "json";
}

bool take_proximity(std::string_view value, HsdsQuery& query) {
  const auto meters = parse_amount(value, kHsdsMaxProximityMeters);
  if (meters) query.filter.proximity = catalog::Meters{*meters};
  return meters.has_value();
}

bool take_text(std::string_view value, std::string& target) {
  target = value;
  return !value.empty();
}

bool take_page(std::string_view value, HsdsQuery& query) {
  const auto page = parse_count(value, kHsdsMaxPage);
  query.page = page.value_or(1);
  return page.has_value();
}

constexpr std::array<Parameter, 20> kParameters = {{
    {"search", [](auto value, auto& query) { return take_text(value, query.search); },
     "een of meer woorden", "one or more words"},
    {"page", take_page, "een getal van 1 tot en met 1000000", "a number from 1 to 1000000"},
    {"per_page",
     [](auto value, auto& query) {
       return put(parse_count(value, kHsdsMaxMinimalPerPage), query.per_page);
     },
     "een getal van 1 tot en met 500 (ndjson: 2000, minimal: 10000, full_service: 50)",
     "a number from 1 to 500 (ndjson: 2000, minimal: 10000, full_service: 50)"},
    {"format", take_format, "json of ndjson", "json or ndjson"},
    {"full",
     [](auto value, auto& query) { return take_detail(value, HsdsDetail::kFull, query.detail); },
     "true of false", "true or false"},
    {"minimal",
     [](auto value, auto& query) { return take_detail(value, HsdsDetail::kMinimal, query.detail); },
     "true of false", "true or false"},
    {"full_service",
     [](auto value, auto& query) {
       return take_detail(value, HsdsDetail::kFull, query.service_detail);
     },
     "true of false", "true or false"},
    {"taxonomy_term_id",
     [](auto value, auto& query) { return take_text(value, query.filter.taxonomy_term_id); },
     "de id van een term", "the id of a term"},
    {"taxonomy_id",
     [](auto value, auto& query) { return take_text(value, query.filter.taxonomy_id); },
     "de id van een taxonomie", "the id of a taxonomy"},
    {"organization_id",
     [](auto value, auto& query) { return take_text(value, query.filter.organization_id); },
     "de id van een organisatie", "the id of an organization"},
    {"parent_id", [](auto value, auto& query) { return take_text(value, query.parent_id); },
     "de id van een term", "the id of a term"},
    {"top_only", [](auto value, auto&) { return parse_flag(value).has_value(); }, "true of false",
     "true or false"},
    {"modified_after",
     [](auto value, auto& query) { return put(parse_instant(value), query.filter.modified_after); },
     "een moment als 2026-11-26T10:00:00Z", "a moment such as 2026-11-26T10:00:00Z"},
    {"minimum_age",
     [](auto value, auto& query) {
       return put(parse_amount(value, kMaxAge), query.filter.minimum_age);
     },
     "een leeftijd van 0 tot en met 150", "an age from 0 to 150"},
    {"maximum_age",
     [](auto value, auto& query) {
       return put(parse_amount(value, kMaxAge), query.filter.maximum_age);
     },
     "een leeftijd van 0 tot en met 150", "an age from 0 to 150"},
    {"start_time",
     [](auto value, auto& query) {
       return put(catalog::parse_time_of_day(value), query.filter.start_time);
     },
     "een tijd als 10:00", "a time such as 10:00"},
    {"end_time",
     [](auto value, auto& query) {
       return put(catalog::parse_time_of_day(value), query.filter.end_time);
     },
     "een tijd als 10:00", "a time such as 10:00"},
    {"day", [](auto value, auto& query) { return put(parse_day(value), query.filter.day); },
     "een dag als MO, monday of maandag", "a day such as MO, monday or maandag"},
    {"postcode",
     [](auto value, auto& query) { return put(catalog::parse_postcode4(value), query.postcode4); },
     "een postcode als 6512 of 6512 AB", "a postcode such as 6512 or 6512 AB"},
    {"proximity", take_proximity, "een afstand in meters, van 0 tot en met 500000",
     "a distance in metres, from 0 to 500000"},
}};

const Parameter* find_parameter(std::string_view name, std::span<const std::string_view> known) {
  const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
  const auto* const found =
      std::find_if(kParameters.begin(), kParameters.end(),
                   [name](const Parameter& parameter) { return parameter.name == name; });
  return is_known && found != kParameters.end() ? found : nullptr;
}

Problem make_unknown(std::span<const std::string_view> known) {
  std::string names;
  for (const std::string_view name : known)
    names.append(names.empty() ? "" : ", ").append(name);
  return {"unknown_parameter",
          "",
          {"Er staat een vraagdeel in dat hier niet bestaat. Er zijn: " + names + ".",
           "There is a parameter that does not exist here. There are: " + names + "."}};
}

Problem make_bad_value(const Parameter& parameter) {
  const std::string name(parameter.name);
  return {"bad_value",
          "/" + name,
          {"Schrijf voor " + name + " " + std::string(parameter.remedy_nl) + ".",
           "Write for " + name + " " + std::string(parameter.remedy_en) + "."}};
}

Problem make_given_twice(std::string_view given) {
  const std::string name(given);
  return {
      "given_twice", "/" + name, {"Schrijf " + name + " één keer.", "Write " + name + " once."}};
}

/// The members of a body's object as parameters; a number or a boolean by its spelling.
catalog::Result<std::vector<QueryParameter>> read_body(const std::string& body) {
  std::vector<QueryParameter> parameters;
  if (body.find_first_not_of(" \t\r\n") == std::string::npos) return parameters;
  const auto document = catalog::parse_json(body);
  if (!document) return document.error();
  const Problem problem{
      "bad_body",
      "",
      {"Schrijf één JSON-object, met een tekst, getal, true of false per vraagdeel.",
       "Write one JSON object, with a text, number, true or false for each parameter."}};
  if (!document->is_object()) return problem;
  for (const auto& [name, value] : document->object()) {
    const bool is_plain = value.is_string() || value.is_number() || value.is_bool();
    if (!is_plain) return problem;
    parameters.push_back(
        {name, value.is_string() ? std::string(*value.string()) : catalog::write_json(value)});
  }
  return parameters;
}

int most_per_page(const HsdsQuery& query) {
  if (query.service_detail == HsdsDetail::kFull) return kHsdsMaxPerPageWithServices;
  if (query.detail == HsdsDetail::kMinimal) return kHsdsMaxMinimalPerPage;
  return query.format == HsdsFormat::kLines ? kHsdsMaxLinesPerPage : kHsdsMaxPerPage;
}

Problems find_contradictions(const HsdsQuery& query) {
  Problems problems;
  if (query.filter.proximity && !query.postcode4) {
    problems.push_back({"no_postcode",
                        "/postcode",
                        {"Geef bij proximity ook postcode.", "Give postcode beside proximity."}});
  }
  if (query.per_page.value_or(1) > most_per_page(query)) {
    problems.push_back(
        make_bad_value(*find_parameter("per_page", std::array<std::string_view, 1>{"per_page"})));
  }
  return problems;
}

}  // namespace

catalog::Result<HsdsQuery> read_hsds_query(const Call& call,
                                           std::span<const std::string_view> known) {
  std::vector<QueryParameter> parameters = call.request.query;
  if (call.request.method == Method::kPost) {
    const auto body = read_body(call.request.body);
    if (!body) return body.error();
    parameters.insert(parameters.end(), body->begin(), body->end());
  }
  HsdsQuery query;
  Problems problems;
  std::vector<std::string_view> seen;
  for (const QueryParameter& given : parameters) {
    const Parameter* const parameter = find_parameter(given.name, known);
    if (parameter == nullptr) {
      problems.push_back(make_unknown(known));
      continue;
    }
    const bool is_again = std::find(seen.begin(), seen.end(), parameter->name) != seen.end();
    seen.push_back(parameter->name);
    if (is_again) problems.push_back(make_given_twice(parameter->name));
    if (given.value.size() > kHsdsMaxValueBytes || !parameter->take(given.value, query)) {
      problems.push_back(make_bad_value(*parameter));
    }
  }
  const Problems contradictions = find_contradictions(query);
  problems.insert(problems.end(), contradictions.begin(), contradictions.end());
  if (!problems.empty()) return problems;
  return query;
}

int page_size(const HsdsQuery& query) {
  const bool wants_all = query.format == HsdsFormat::kLines || query.detail == HsdsDetail::kMinimal;
  return query.per_page.value_or(wants_all ? most_per_page(query) : kHsdsDefaultPerPage);
}

}  // namespace kring::service
