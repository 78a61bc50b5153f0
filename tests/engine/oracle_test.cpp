// Does the index answer exactly as the catalogue would, however its segments lie?

#include "tests/engine/oracle.h"

#include <iostream>

#include <catch2/catch.hpp>

#include "indexer/indexer.h"
#include "tests/engine/demo_world.h"
#include "tests/engine/random_profile.h"

namespace kring::tests {
namespace {

constexpr int kProfiles = 500;
constexpr std::uint64_t kSeed = 20'261'123;

void update(const catalog::ActivityStore& store, const std::string& index_dir) {
  indexer::build_index(store, {index_dir, kToday, indexer::BuildMode::kUpdate, {}});
}

// The lines from `from` on, of which every third is renamed and every seventh left out.
std::vector<std::string> changed(const std::vector<std::string>& lines, std::size_t from) {
  std::vector<std::string> kept;
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (i % 7 == 0) continue;
    if (i % 3 != 0) {
      kept.push_back(lines[i]);
      continue;
    }
    catalog::Json record = *catalog::parse_json(lines[i]);
    record.set("name", std::string(*record["name"].string()) + " in de tuin");
    kept.push_back(catalog::write_json(record));
  }
  return kept;
}

// One catalogue with a history, and three indexes of its last state that came to be differently.
struct Layouts {
  ScratchFolder folder;
  catalog::ActivityStore store;
  std::vector<std::shared_ptr<const engine::Engine>> engines;

  Layouts()
      : store(catalog::ActivityStore::open(folder.file("catalogue.db"),
                                           catalog::OpenMode::kCreateIfMissing)) {
    const std::string step_by_step = folder.file("step-by-step");
    const std::string late = folder.file("late");
    const std::vector<std::string> nijmegen = demo_lines(0);
    import_demo_places(store);
    import_lines(store, "nijmegen", {nijmegen.begin(), nijmegen.begin() + 80});
    update(store, step_by_step);
    import_lines(store, "nijmegen", nijmegen);
    update(store, step_by_step);
    import_lines(store, "limburg", demo_lines(1));
    update(store, step_by_step);
    update(store, late);
    import_lines(store, "nijmegen", changed(nijmegen, 5));
    update(store, step_by_step);
    import_lines(store, "limburg", changed(demo_lines(1), 0));
    update(store, step_by_step);
    update(store, late);
    engines = {rebuild(store, folder.file("rebuilt")), engine::Engine::open(step_by_step),
               engine::Engine::open(late)};
    REQUIRE(indexer::read_status(folder.file("rebuilt")).segments == 1);
    REQUIRE(indexer::read_status(step_by_step).segments > 2);
    REQUIRE(indexer::read_status(late).segments > 1);
  }
};

using Listed = std::vector<std::string>;

std::string describe(const std::string& id,
                     catalog::Score score,
                     const std::vector<engine::ScorePart>& parts) {
  std::string text = id + " " + std::to_string(score.points);
  for (const engine::ScorePart& part : parts) {
    text += " " + part.name + "=" + std::to_string(part.value.points) + "x"
            + std::to_string(part.weight.points) + "=" + std::to_string(part.points.points);
  }
  return text;
}

Listed list_excluded(const std::map<engine::Gate, int>& excluded) {
  Listed list;
  for (const auto& [gate, count] : excluded)
    list.push_back(std::string(name_of(gate)) + " " + std::to_string(count));
  return list;
}

Listed list_expected(const Expected& expected) {
  Listed list;
  for (const ExpectedMatch& match : expected.first)
    list.push_back(describe(match.id, match.score, match.parts));
  return list;
}

Listed list_answered(const engine::MatchAnswer& answer) {
  Listed list;
  for (const engine::Match& match : answer.matches)
    list.push_back(describe(match.activity.id.value, match.score, match.parts));
  return list;
}

}  // namespace

TEST_CASE("the index answers as a pass over the whole catalogue does, in every layout") {
  const Layouts layouts;
  const Oracle oracle(layouts.store, kToday);
  const Stock stock = make_stock(oracle, layouts.store.places());
  bench::Random random(kSeed);
  std::cout << "oracle: " << kProfiles << " profiles, seed " << kSeed << '\n';
  std::map<engine::Gate, int> removed_by;
  for (int i = 0; i < kProfiles; ++i) {
    const catalog::Json document = make_random_profile(random, stock);
    INFO("seed " << kSeed << ", profile " << i << ": " << catalog::write_json(document));
    const engine::Profile profile = make_profile(catalog::write_json(document));
    const engine::MatchAnswer answer = match(*layouts.engines.front(), profile);
    const Expected expected =
        oracle.match(profile, answer.assessment.gaps, static_cast<std::size_t>(engine::kMaxLimit));
    REQUIRE(list_excluded(answer.excluded) == list_excluded(expected.excluded));
    REQUIRE(list_answered(answer) == list_expected(expected));
    for (const auto& [gate, count] : answer.excluded)
      removed_by[gate] += count;
    for (std::size_t layout = 1; layout < layouts.engines.size(); ++layout) {
      INFO("layout " << layout);
      REQUIRE(bytes_of(match(*layouts.engines[layout], profile)) == bytes_of(answer));
    }
  }
  REQUIRE(removed_by.size() == engine::kGateCount);
}

}  // namespace kring::tests
