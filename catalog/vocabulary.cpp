#include "catalog/vocabulary.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "catalog/json.h"
#include "catalog/version.h"

namespace kring::catalog {
namespace {

constexpr std::array<std::string_view, kSupportCount> kSupportNames = {"practical", "emotional",
                                                                       "informational", "esteem"};
constexpr std::array<std::string_view, kDimensionCount> kDimensionNames = {
    "size", "quality", "stability", "variety", "density", "reachability"};

template <class Enum, std::size_t kCount>
std::optional<Enum> find_name(const std::array<std::string_view, kCount>& names,
                              std::string_view name) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

ConceptKind kind_of(std::string_view id) {
  if (id.starts_with("gap_")) return ConceptKind::kGap;
  if (id.starts_with("constraint_")) return ConceptKind::kConstraint;
  if (id.starts_with("safety_")) return ConceptKind::kSafety;
  return ConceptKind::kActivity;
}

std::vector<std::string> read_terms(const Json& json) {
  std::vector<std::string> terms;
  for (const Json& term : json.array()) {
    terms.emplace_back(term.string().value_or(""));
  }
  return terms;
}

Problem fault(std::size_t index, std::string_view member, Text text) {
  return {"invalid_vocabulary", fmt::format("/{}/{}", index, member), std::move(text)};
}

template <class Enum, class Find>
std::vector<Enum> read_names(const Json& json,
                             Find find,
                             std::size_t index,
                             std::string_view member,
                             Problems& problems) {
  std::vector<Enum> values;
  for (const Json& name : json.array()) {
    const std::optional<Enum> value = find(name.string().value_or(""));
    if (value) {
      values.push_back(*value);
    } else {
      problems.push_back(
          fault(index, member, {"Deze naam bestaat niet.", "There is no such name."}));
    }
  }
  return values;
}

Usual read_usual(const Json& json) {
  return {find_group_size(json["group_size"].string().value_or("")),
          find_referral(json["referral"].string().value_or("")).value_or(Referral::kUnknown),
          find_recurrence(json["recurrence"].string().value_or("")).value_or(Recurrence::kUnknown)};
}

std::vector<RelatedConcept> read_related(const Json& json, std::size_t index, Problems& problems) {
  std::vector<RelatedConcept> related;
  for (const auto& [id, hundredths] : json.object()) {
    const std::int64_t value = hundredths.integer().value_or(0);
    if (value >= 1 && value <= 99) {
      related.push_back({id, static_cast<int>(value)});
    } else {
      problems.push_back(fault(
          index, "related",
          {"Verwantschap is een getal van 1 tot 99.", "How related is a number from 1 to 99."}));
    }
  }
  return related;
}

std::vector<Kind> read_kinds(const Json& json) {
  std::vector<Kind> kinds;
  for (const auto& [id, patterns] : json.object()) {
    kinds.push_back({id, read_terms(patterns)});
  }
  return kinds;
}

std::optional<Audience> read_audience(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  Audience audience;
  if (const std::optional<std::int64_t> age = json["max_age"].integer()) {
    audience.max_age = static_cast<int>(*age);
  }
  audience.is_for_newcomers = json["newcomers"].boolean().value_or(false);
  return audience;
}

Concept read_concept(const Json& json, std::size_t index, Problems& problems) {
  Concept entry;
  entry.id = json["id"].string().value_or("");
  if (entry.id.empty()) {
    problems.push_back(
        fault(index, "id", {"Geef elk begrip een id.", "Give every concept an id."}));
  }
  entry.kind = kind_of(entry.id);
  entry.label = {std::string(json["label_nl"].string().value_or("")),
                 std::string(json["label_en"].string().value_or(""))};
  entry.plain = {std::string(json["plain_nl"].string().value_or(entry.label.nl)),
                 std::string(json["plain_en"].string().value_or(entry.label.en))};
  entry.terms_nl = read_terms(json["terms_nl"]);
  entry.hints_nl = read_terms(json["hints_nl"]);
  entry.wishes_nl = read_terms(json["wishes_nl"]);
  entry.terms_en = read_terms(json["terms_en"]);
  entry.wishes_en = read_terms(json["wishes_en"]);
  entry.patterns = read_terms(json["patterns"]);
  entry.exceptions = read_terms(json["exceptions"]);
  entry.terms_are_kinds = json["terms_are_kinds"].boolean().value_or(false);
  entry.kinds = read_kinds(json["kinds"]);
  entry.implies = read_terms(json["implies"]);
  entry.related = read_related(json["related"], index, problems);
  entry.audience = read_audience(json["audience"]);
  entry.teaches_language = json["teaches_language"].boolean().value_or(false);
  entry.usual = read_usual(json["usual"]);
  entry.supports =
      read_names<Support>(json["support_types"], find_support, index, "support_types", problems);
  entry.dimensions = read_names<Dimension>(json["network_dimensions"], find_dimension, index,
                                           "network_dimensions", problems);
  return entry;
}

bool has_concept(const std::vector<Concept>& concepts, const std::string& id) {
  return std::any_of(concepts.begin(), concepts.end(),
                     [&id](const Concept& entry) { return entry.id == id; });
}

void check_related(const std::vector<Concept>& concepts, Problems& problems) {
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    for (const RelatedConcept& related : concepts[i].related) {
      if (has_concept(concepts, related.id)) continue;
      problems.push_back(
          fault(i, "related", {"Dit begrip bestaat niet.", "There is no such concept."}));
    }
  }
}

void number_kinds(std::vector<Concept>& concepts, Problems& problems) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    concepts[i].first_kind = number;
    number += concepts[i].kinds.size();
    if (number <= kMaxKinds) continue;
    problems.push_back(
        fault(i, "kinds",
              {fmt::format("Een vocabulaire heeft hoogstens {} soorten (kinds).", kMaxKinds),
               fmt::format("A vocabulary has at most {} kinds.", kMaxKinds)}));
    return;
  }
}

}  // namespace

std::uint64_t kind_bits(const Concept& entry) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < entry.kinds.size(); ++i) {
    bits |= std::uint64_t{1} << (entry.first_kind + i);
  }
  return bits;
}

std::string_view name_of(Support support) {
  return kSupportNames[static_cast<std::size_t>(support)];
}
std::string_view name_of(Dimension dimension) {
  return kDimensionNames[static_cast<std::size_t>(dimension)];
}
std::optional<Support> find_support(std::string_view name) {
  return find_name<Support>(kSupportNames, name);
}
std::optional<Dimension> find_dimension(std::string_view name) {
  return find_name<Dimension>(kDimensionNames, name);
}

Vocabulary::Vocabulary(std::string version, std::vector<Concept> concepts)
    : version_(std::move(version)), concepts_(std::move(concepts)) {}

std::optional<std::size_t> Vocabulary::find(std::string_view id) const {
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    if (concepts_[i].id == id) return i;
  }
  return std::nullopt;
}

Result<Vocabulary> parse_vocabulary(std::string_view document) {
  const Result<Json> json = parse_json(document);
  if (!json) return json.error();
  Problems problems;
  if (!json->is_array() || json->array().empty() || json->array().size() > kMaxConcepts) {
    problems.push_back(
        {"invalid_vocabulary",
         "",
         {fmt::format("Een vocabulaire is een lijst van 1 tot {} begrippen.", kMaxConcepts),
          fmt::format("A vocabulary is an array of 1 to {} concepts.", kMaxConcepts)}});
    return problems;
  }
  std::vector<Concept> concepts;
  for (std::size_t i = 0; i < json->array().size(); ++i) {
    concepts.push_back(read_concept(json->array()[i], i, problems));
  }
  check_related(concepts, problems);
  number_kinds(concepts, problems);
  if (!problems.empty()) return problems;
  return Vocabulary(version_of(document), std::move(concepts));
}

}  // namespace kring::catalog
