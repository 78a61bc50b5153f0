// GET /v1/concepts: in which words are needs and activities told?
#include <string_view>
#include <utility>

#include "service/routes/exchange.h"

namespace kring::service {
namespace {

using catalog::Json;

std::string_view name_of_kind(catalog::ConceptKind kind) {
  switch (kind) {
    case catalog::ConceptKind::kActivity:
      return "activity";
    case catalog::ConceptKind::kGap:
      return "gap";
    case catalog::ConceptKind::kConstraint:
      return "constraint";
    case catalog::ConceptKind::kSafety:
      return "safety";
  }
  return "activity";
}

Json make_concept(const catalog::Concept& entry) {
  Json::Array supports;
  for (const auto support : entry.supports)
    supports.emplace_back(catalog::name_of(support));
  Json::Array dimensions;
  for (const auto dimension : entry.dimensions)
    dimensions.emplace_back(catalog::name_of(dimension));
  return Json::Object{{"id", entry.id},
                      {"kind", name_of_kind(entry.kind)},
                      {"label", Json::Object{{"nl", entry.label.nl}, {"en", entry.label.en}}},
                      {"plain", Json::Object{{"nl", entry.plain.nl}, {"en", entry.plain.en}}},
                      {"supports", std::move(supports)},
                      {"dimensions", std::move(dimensions)}};
}

Response get_concepts(const Call& call, const Surroundings& surroundings) {
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const catalog::Vocabulary& vocabulary = matcher->vocabulary();
  Json::Array entries;
  for (const catalog::Concept& entry : vocabulary.concepts())
    entries.push_back(make_concept(entry));
  return make_json_response(
      Json::Object{{"version", vocabulary.version()}, {"concepts", std::move(entries)}},
      Caching::kRevalidate);
}

}  // namespace

void add_concepts(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/v1/concepts",
             [surroundings](const Call& call) { return get_concepts(call, surroundings); });
}

}  // namespace kring::service
