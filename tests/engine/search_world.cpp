#include "tests/engine/search_world.h"

#include <algorithm>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {

engine::SearchRequest make_search(const std::string& text,
                                  const std::vector<std::string>& filters) {
  engine::SearchRequest request;
  request.text = text;
  request.date = kToday;
  request.per_page = engine::kMaxPerPage;
  for (const std::string& filter : filters) {
    const std::size_t sign = filter.find('=');
    engine::add_filter(filter.substr(0, sign), filter.substr(sign + 1), request);
  }
  return request;
}

engine::SearchAnswer search(const engine::Engine& engine, const engine::SearchRequest& request) {
  auto answer = engine.search(request);
  if (!answer) FAIL(answer.error().front().code << " " << answer.error().front().text.en);
  return *std::move(answer);
}

std::vector<std::string> problems_of(const engine::Engine& engine,
                                     const engine::SearchRequest& request) {
  const auto answer = engine.search(request);
  REQUIRE(!answer);
  std::vector<std::string> codes;
  for (const catalog::Problem& problem : answer.error())
    codes.push_back(problem.code);
  return codes;
}

std::vector<std::string> names_of(const engine::SearchAnswer& answer) {
  std::vector<std::string> names;
  std::transform(answer.hits.begin(), answer.hits.end(), std::back_inserter(names),
                 [](const engine::Hit& hit) { return hit.activity.name; });
  return names;
}

std::string make_record(int number,
                        const std::string& name,
                        const std::string& description,
                        const std::string& more) {
  return R"({"id": "00000000-0000-4000-8000-0000000002)" + std::to_string(number)
         + R"(", "name": ")" + name + R"(", "description": ")" + description
         + R"(", "status": "active", "assured_date": "2026-11-01")" + more + "}";
}

std::string held_in(const std::string& city, const std::string& postcode) {
  return R"(, "service_at_locations": [{"id": "s", "location": {"id": "l", "location_type": "physical",
    "name": "Wijkhuis", "addresses": [{"address_1": "Straat 1", "city": ")"
         + city + R"(", "postal_code": ")" + postcode + R"("}]}}])";
}

}  // namespace kring::tests
