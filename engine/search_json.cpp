// How is the answer of a search written as JSON?

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/answer_json.h"
#include "engine/search.h"

namespace kring::engine {
namespace {

using catalog::Json;

constexpr std::array<std::string_view, 5> kTiers = {"exact", "stem", "compound_part", "synonym",
                                                    "typo"};
constexpr std::array<std::string_view, 5> kOrders = {"relevance", "distance", "next_session",
                                                     "name", "checked"};

Json write_place(const ReadPlace& place) {
  Json json = object();
  json.set("name", place.name);
  json.set("municipality", text_or_null(place.municipality));
  json.set("text", text_or_null(place.text));
  json.set("radius_km", whole_or_null(place.radius_km));
  return json;
}

Json write_spelling(const Spelling& spelling) {
  Json json = object();
  json.set("word", spelling.word);
  json.set("instead", text_or_null(spelling.instead));
  json.set("others", texts(spelling.others));
  return json;
}

Json write_query(const ReadQuery& query) {
  Json json = object();
  json.set("text", query.text);
  json.set("words", list(query.words, [](const ReadWord& word) {
             Json entry = object();
             entry.set("text", word.text);
             entry.set("concepts", texts(word.concepts));
             return entry;
           }));
  json.set("without", texts(query.without));
  json.set("ignored", texts(query.ignored));
  json.set("places", list(query.places, write_place));
  json.set("spelling", list(query.spelling, write_spelling));
  return json;
}

Json write_found_in(const FoundIn& record) {
  Json json = object();
  json.set("id", record.id);
  json.set("source", record.source);
  return json;
}

Json write_found(const FoundWord& found) {
  Json json = object();
  json.set("word", found.word);
  json.set("tier", name_of(found.tier));
  json.set("found", text_or_null(found.found));
  json.set("field", text_or_null(found.field));
  json.set("excerpt", text_or_null(found.excerpt));
  json.set("record", found.record ? write_found_in(*found.record) : Json());
  json.set("text", found.text);
  return json;
}

template <class Fact>
Json write_fact(const Fact& fact) {
  Json json = object();
  json.set("filter", fact.filter);
  json.set("text", fact.text);
  return json;
}

Json write_hit(const Hit& hit) {
  Json json = object();
  json.set("activity", write_card(hit.activity));
  json.set("tier", hit.tier ? Json(name_of(*hit.tier)) : Json());
  json.set("missing_words", texts(hit.missing_words));
  json.set("why", list(hit.why, write_found));
  json.set("known", list(hit.known, write_fact<KnownFact>));
  json.set("unknown", list(hit.unknown, write_fact<UnknownFact>));
  json.set(
      "distance_meters",
      hit.distance ? Json(static_cast<std::int64_t>(std::llround(hit.distance->value))) : Json());
  json.set("next_sessions", texts(hit.next_sessions));
  json.set("verified_on", date_or_null(hit.verified_on));
  return json;
}

Json write_facet(const Facet& facet) {
  Json json = object();
  json.set("field", facet.field);
  json.set("label", facet.label);
  json.set("values", list(facet.values, [](const FacetValue& value) {
             Json entry = object();
             entry.set("value", value.value);
             entry.set("label", value.label);
             entry.set("count", value.count);
             entry.set("is_chosen", value.is_chosen);
             return entry;
           }));
  json.set("unknown", facet.unknown);
  return json;
}

}  // namespace

std::string_view name_of(Tier tier) {
  return kTiers[static_cast<std::size_t>(tier)];
}

std::string_view name_of(SearchOrder order) {
  return kOrders[static_cast<std::size_t>(order)];
}

std::optional<SearchOrder> find_search_order(std::string_view name) {
  const auto* const found = std::find(kOrders.begin(), kOrders.end(), name);
  if (found == kOrders.end()) return std::nullopt;
  return static_cast<SearchOrder>(found - kOrders.begin());
}

std::string list_search_orders() {
  std::string list;
  for (const std::string_view name : kOrders) {
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list;
}

Json to_json(const SearchAnswer& answer) {
  const int pages = (answer.total + answer.per_page - 1) / answer.per_page;
  Json json = object();
  json.set("date", catalog::format_date(answer.date));
  json.set("versions", write_versions(answer.versions));
  json.set("safety", write_safety(answer.safety));
  json.set("query", write_query(answer.query));
  Json order = object();
  order.set("by", name_of(answer.order));
  order.set("text", answer.order_text);
  json.set("order", std::move(order));
  json.set("total_items", answer.total);
  json.set("total_pages", pages);
  json.set("page_number", answer.page);
  json.set("size", static_cast<int>(answer.hits.size()));
  json.set("first_page", answer.page == 1);
  json.set("last_page", answer.page >= pages);
  json.set("empty", answer.hits.empty());
  json.set("contents", list(answer.hits, write_hit));
  json.set("facets", list(answer.facets, write_facet));
  return json;
}

}  // namespace kring::engine
