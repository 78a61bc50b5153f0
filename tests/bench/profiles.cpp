#include "tests/bench/profiles.h"

#include <array>
#include <string>

#include "catalog/vocabulary.h"
#include "tests/bench/catalog.h"
#include "tests/bench/random.h"

namespace kring::bench {

namespace {

constexpr std::array kTravels = {
    engine::Travel{engine::TravelMode::kWalk, {25}},
    engine::Travel{engine::TravelMode::kBicycle, {30}},
    engine::Travel{engine::TravelMode::kPublicTransport, {40}},
    engine::Travel{engine::TravelMode::kCar, {30}},
};

engine::Profile make_profile(Random& random,
                             const catalog::Vocabulary& vocabulary,
                             const std::vector<catalog::Place>& places) {
  engine::Profile profile;
  profile.person.age = random.between(16, 90);
  profile.person.languages = {"nl"};
  profile.person.postcode = std::to_string(random.pick(places).postcode4);
  profile.practical.travel =
      std::vector<engine::Travel>{random.pick(kTravels), random.pick(kTravels)};
  if (random.chance(50)) {
    profile.practical.max_cost_per_session = catalog::Cents{100L * random.between(0, 10)};
  }
  if (random.chance(40)) {
    profile.practical.availability = {{{0, 1, 2, 3, 4}, {9 * 60}, {17 * 60}}};
  }
  const int needs = random.between(1, 4);
  while (static_cast<int>(profile.needs.size()) < needs) {
    const catalog::Concept& wish = random.pick(vocabulary.concepts());
    if (wish.kind == catalog::ConceptKind::kActivity && !wish.terms_nl.empty()) {
      profile.needs.push_back({wish.id, random.pick(wish.terms_nl), random.between(1, 3)});
    }
  }
  profile.interests = {random.pick(random.pick(vocabulary.concepts()).terms_nl)};
  return profile;
}

}  // namespace

std::vector<engine::Profile> make_profiles(std::size_t count,
                                           std::uint64_t seed,
                                           catalog::Date date) {
  Random random(seed);
  const catalog::Vocabulary vocabulary = load_vocabulary();
  const std::vector<catalog::Place> places = load_demo_places();
  std::vector<engine::Profile> profiles;
  profiles.reserve(count);
  while (profiles.size() < count) {
    profiles.push_back(make_profile(random, vocabulary, places));
    profiles.back().date = date;
  }
  return profiles;
}

}  // namespace kring::bench
