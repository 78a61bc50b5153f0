// How long does one search take?
//
// kring_search_bench CATALOG INDEX DATE [REPEATS] prints one JSON object: of each search the hits
// and the time. Before anything is timed, the tiers of the first page and the number of hits are
// compared with a plain pass over the catalogue.
#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/store/store.h"
#include "engine/engine.h"
#include "tests/engine/oracle.h"
#include "tests/engine/oracle_search.h"

namespace {

using kring::catalog::Json;
using kring::engine::SearchAnswer;
using kring::engine::SearchRequest;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int kRepeats = 20;
constexpr double kTenths = 10;

/// Single words, so that no hit lacks one; none, for which all hits are judged and counted.
constexpr auto kTexts =
    std::to_array<const char*>({"", "koffie", "wandelgroep", "maatje", "zingen", "wandlen"});

SearchRequest make_request(const std::string& text, kring::catalog::Date date) {
  SearchRequest request;
  request.text = text;
  request.date = date;
  return request;
}

/// Throws where the answer is not that of the plain pass. A corrected word has no plain answer.
void check(const kring::tests::Oracle& oracle,
           const SearchRequest& request,
           const SearchAnswer& answer) {
  if (request.text.empty() || !answer.query.spelling.empty()) return;
  const auto expected = kring::tests::search_plainly(oracle, request.text, request.date);
  const bool has_tiers = std::all_of(answer.hits.begin(), answer.hits.end(),
                                     [&expected](const kring::engine::Hit& hit) {
                                       const auto found = expected.find(hit.activity.id.value);
                                       return found != expected.end() && found->second == hit.tier;
                                     });
  if (!has_tiers || expected.size() != static_cast<std::size_t>(answer.total)) {
    throw kring::catalog::Error("the index finds otherwise than the catalogue holds: "
                                + request.text);
  }
}

Json measure(const kring::engine::Engine& engine, const SearchRequest& request, int repeats) {
  std::vector<double> times;
  int hits = 0;
  for (int i = 0; i < repeats; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto answer = engine.search(request);
    times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
    hits = answer.value().total;
  }
  std::sort(times.begin(), times.end());
  return Json::Object{
      {"text", request.text},
      {"hits", hits},
      {"p50_microseconds", kring::catalog::make_decimal(
                               static_cast<std::int64_t>(times[times.size() / 2] * kTenths), 1)}};
}

void run(const std::vector<std::string>& words, kring::catalog::Date date) {
  const auto store =
      kring::catalog::ActivityStore::open(words[0], kring::catalog::OpenMode::kReadOnly);
  const kring::tests::Oracle oracle(store, date);
  const auto engine = kring::engine::Engine::open(words[1]);
  Json::Array searches;
  for (const char* const text : kTexts) {
    const SearchRequest request = make_request(text, date);
    check(oracle, request, engine->search(request).value());
    searches.push_back(
        measure(*engine, request, words.size() > 3 ? std::stoi(words[3]) : kRepeats));
  }
  std::cout << write_json(Json(Json::Object{{"searches", std::move(searches)}})) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const auto date = words.size() < 3 ? std::nullopt : kring::catalog::parse_date(words[2]);
  if (!date || words.size() > 4) {
    std::cerr << "Usage: kring_search_bench CATALOG INDEX DATE [REPEATS]\n";
    return 2;
  }
  try {
    run(words, *date);
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
  return 0;
}
