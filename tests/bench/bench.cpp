// How long does one match take?
//
// kring_bench CATALOG INDEX DATE [REQUESTS] [SEED] prints one JSON object. Before anything is
// timed, the first answers are compared with a plain pass over the catalogue, and every answer is
// made once: this warms the caches and shows that equal requests give equal bytes.
#include <algorithm>
#include <chrono>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/store/store.h"
#include "engine/engine.h"
#include "tests/bench/profiles.h"
#include "tests/engine/oracle.h"

namespace {

constexpr double kTenths = 10;

using kring::catalog::Json;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t kChecked = 20;  ///< answers compared with the oracle
constexpr std::size_t kRequests = 1'000;
constexpr std::uint64_t kSeed = 20'261'121;

struct Options {
  std::string catalog;
  std::string index;
  kring::catalog::Date date;
  std::size_t requests = kRequests;
  std::uint64_t seed = kSeed;
};

std::string answer_text(const kring::engine::Engine& engine,
                        const kring::engine::Profile& profile) {
  const auto answer = engine.match(profile, kring::engine::kDefaultLimit);
  if (!answer) {
    throw kring::catalog::Error("a bench profile is refused: " + answer.error()[0].text.en);
  }
  return kring::catalog::write_json(to_json(*answer));
}

/// What two answers must have in common: the order, the scores and the counts of each gate.
std::string outline(const std::string& id, kring::catalog::Score score) {
  return id + " " + std::to_string(score.points) + "\n";
}

/// Throws where the engine's answer is not that of the oracle, which reads the catalogue alone.
void check(const Options& options,
           const kring::engine::Engine& engine,
           const std::vector<kring::engine::Profile>& profiles) {
  const auto store =
      kring::catalog::ActivityStore::open(options.catalog, kring::catalog::OpenMode::kReadOnly);
  const kring::tests::Oracle oracle(store, options.date);
  for (std::size_t i = 0; i < std::min(kChecked, profiles.size()); ++i) {
    const auto answer = engine.match(profiles[i], kring::engine::kMaxLimit).value();
    const auto expected =
        oracle.match(profiles[i], answer.assessment.gaps, kring::engine::kMaxLimit);
    std::string answered_text;
    std::string expected_text;
    for (const auto& match : answer.matches) {
      answered_text += outline(match.activity.id.value, match.score);
    }
    for (const auto& match : expected.first) {
      expected_text += outline(match.id, match.score);
    }
    if (answered_text != expected_text || answer.excluded != expected.excluded) {
      throw kring::catalog::Error("the index answers otherwise than the catalogue: profile "
                                  + std::to_string(i));
    }
  }
}

Json to_microseconds(double value) {
  return kring::catalog::make_decimal(static_cast<std::int64_t>(value * kTenths), 1);
}

/// The value that `share` of the ascending `times` do not exceed.
double percentile(const std::vector<double>& times, double share) {
  const auto last = static_cast<double>(times.size() - 1);
  return times[static_cast<std::size_t>(last * share)];
}

struct Timings {
  std::vector<double> match;           ///< Engine::match alone, microseconds, ascending
  std::vector<double> match_and_json;  ///< with the answer written as JSON
};

Timings measure(const kring::engine::Engine& engine,
                const std::vector<kring::engine::Profile>& profiles) {
  std::vector<std::string> expected;
  expected.reserve(profiles.size());
  for (const auto& profile : profiles) {
    expected.push_back(answer_text(engine, profile));
  }
  Timings timings;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto answer = engine.match(profiles[i], kring::engine::kDefaultLimit);
    const auto matched = std::chrono::steady_clock::now();
    const std::string text = kring::catalog::write_json(to_json(answer.value()));
    const auto written = std::chrono::steady_clock::now();
    if (text != expected[i]) {
      throw kring::catalog::Error("the same profile got two answers: number " + std::to_string(i));
    }
    timings.match.push_back(Microseconds(matched - start).count());
    timings.match_and_json.push_back(Microseconds(written - start).count());
  }
  std::sort(timings.match.begin(), timings.match.end());
  std::sort(timings.match_and_json.begin(), timings.match_and_json.end());
  return timings;
}

Json summary(const std::vector<double>& times) {
  return Json::Object{{"min", to_microseconds(times.front())},
                      {"p50", to_microseconds(percentile(times, 0.5))},
                      {"p95", to_microseconds(percentile(times, 0.95))},
                      {"p99", to_microseconds(percentile(times, 0.99))},
                      {"max", to_microseconds(times.back())}};
}

void run(const Options& options) {
  const auto engine = kring::engine::Engine::open(options.index);
  const auto profiles = kring::bench::make_profiles(options.requests, options.seed, options.date);
  check(options, *engine, profiles);
  const Timings timings = measure(*engine, profiles);
  const Json report =
      Json::Object{{"activities", static_cast<std::int64_t>(engine->count())},
                   {"checked", static_cast<std::int64_t>(std::min(kChecked, profiles.size()))},
                   {"requests", static_cast<std::int64_t>(profiles.size())},
                   {"seed", static_cast<std::int64_t>(options.seed)},
                   {"match_microseconds", summary(timings.match)},
                   {"match_and_json_microseconds", summary(timings.match_and_json)}};
  std::cout << write_json(report) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const auto date = words.size() < 3 ? std::nullopt : kring::catalog::parse_date(words[2]);
  if (!date || words.size() > 5) {
    std::cerr << "Usage: kring_bench CATALOG INDEX DATE [REQUESTS] [SEED]\n";
    return 2;
  }
  try {
    Options options{.catalog = words[0], .index = words[1], .date = *date};
    options.requests = words.size() > 3 ? std::stoul(words[3]) : kRequests;
    options.seed = words.size() > 4 ? std::stoull(words[4]) : kSeed;
    run(options);
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
  return 0;
}
