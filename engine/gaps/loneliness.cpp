// Does the person miss a close bond, or a wider circle?
//
//   close_bond    1 - confidants / wished confidants; without a wish, against one. A confidant
//                 counts 1, whoever supports and is close without being all that counts 1/2
//   wider_circle  1 - mean of size and variety, of contacts seen monthly or more who do not strain
//
// Scores of instruments taken elsewhere are soft: where there are any, they count one third beside
// the map, and the whole where the map says nothing. De Jong Gierveld's subscales: score / 3.
// LSNS-6: how far below 12, its cut-off. Self-sufficiency of the social network: 1 at level 1, 1/2
// at level 3, 0 from level 5. The two call for different help: being isolated and feeling lonely
// overlap only in part (field facts, 0.7 and 3).

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/gaps.h"
#include "engine/gaps/measure.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;
using catalog::Score;

constexpr int kOne = catalog::kScoreOne;
constexpr int kIsolationCutOff = 12;  // of LSNS-6
constexpr int kSubscaleMost = 3;      // of De Jong Gierveld's
constexpr int kHighestLevel = 5;      // of self-sufficiency

std::optional<int> mean_of(const std::vector<int>& values) {
  if (values.empty()) return std::nullopt;
  int sum = 0;
  for (const int value : values) {
    sum += value;
  }
  return sum / static_cast<int>(values.size());
}

std::optional<int> blend(const std::optional<int>& map, const std::optional<int>& score) {
  if (map && score) return (2 * *map + *score) / 3;
  return map ? map : score;
}

bool is_nearly_confidant(const Contact& contact) {
  return !strains(contact) && contact.emotional_support.value_or(1) >= kSometimes
         && contact.closeness.value_or(1) >= kSometimes;
}

std::optional<int> lack_of_bond(const Network& network, const Contacts& contacts) {
  const bool is_known =
      contacts.empty() || std::any_of(contacts.begin(), contacts.end(), [](const Contact* c) {
        return c->emotional_support.has_value();
      });
  if (!network.contacts || !is_known) return std::nullopt;
  int halves = 0;
  for (const Contact* contact : contacts) {
    halves += is_confidant(*contact) ? 2 : (is_nearly_confidant(*contact) ? 1 : 0);
  }
  return kOne - share(halves, 2 * wish_for(network.wanted.confidants).value_or(1));
}

std::optional<int> lack_of_circle(const Network& network, const Contacts& contacts) {
  const bool is_known = contacts.empty()
                        || std::any_of(contacts.begin(), contacts.end(),
                                       [](const Contact* c) { return c->frequency.has_value(); });
  if (!network.contacts || !is_known) return std::nullopt;
  Contacts seen = without_strain(contacts);
  std::erase_if(seen, [](const Contact* c) { return !is_seen_monthly(*c); });
  std::vector<int> lacks = {kOne - *measure_size(network, seen).value};
  if (const auto variety = measure_variety(network, seen).value) lacks.push_back(kOne - *variety);
  return mean_of(lacks);
}

std::optional<int> score_of_bond(const InstrumentScores& scores) {
  if (!scores.de_jong_gierveld6_emotional) return std::nullopt;
  return share(*scores.de_jong_gierveld6_emotional, kSubscaleMost);
}

std::optional<int> score_of_circle(const InstrumentScores& scores) {
  std::vector<int> values;
  if (scores.de_jong_gierveld6_social) {
    values.push_back(share(*scores.de_jong_gierveld6_social, kSubscaleMost));
  }
  if (scores.lsns6) {
    values.push_back(share(std::max(0, kIsolationCutOff - *scores.lsns6), kIsolationCutOff));
  }
  if (scores.zrm_social_network) {
    values.push_back(share(kHighestLevel - *scores.zrm_social_network, kHighestLevel - 1));
  }
  return mean_of(values);
}

void tell_score(const std::optional<int>& score, Language language, Loneliness& side) {
  if (!score) return;
  side.evidence.push_back(in(language, {"Een ingevulde vragenlijst telt zacht mee.",
                                        "A questionnaire's total counts softly."}));
}

Loneliness tell_bond(const Network& network, const Contacts& contacts, Language language) {
  const std::optional<int> map = lack_of_bond(network, contacts);
  const std::optional<int> score = score_of_bond(network.scores);
  Loneliness side{"close_bond", std::nullopt, {}};
  if (const auto gap = blend(map, score)) side.gap = Score{*gap};
  if (map) {
    const int confidants = count_confidants(contacts);
    const auto nearly = std::count_if(contacts.begin(), contacts.end(), [](const Contact* c) {
      return !is_confidant(*c) && is_nearly_confidant(*c);
    });
    side.evidence.push_back(in(
        language,
        {fmt::format("Heel vertrouwde contacten: {}. Bijna zo vertrouwd: {}.", confidants, nearly),
         fmt::format("Confidants: {}. Nearly so: {}.", confidants, nearly)}));
  }
  tell_score(score, language, side);
  return side;
}

Loneliness tell_circle(const Network& network, const Contacts& contacts, Language language) {
  const std::optional<int> map = lack_of_circle(network, contacts);
  const std::optional<int> score = score_of_circle(network.scores);
  Loneliness side{"wider_circle", std::nullopt, {}};
  if (const auto gap = blend(map, score)) side.gap = Score{*gap};
  if (map) {
    const auto seen = std::count_if(contacts.begin(), contacts.end(), [](const Contact* c) {
      return is_seen_monthly(*c) && !strains(*c);
    });
    side.evidence.push_back(
        in(language, {fmt::format("Contacten die er elke maand zijn: {}.", seen),
                      fmt::format("Contacts seen every month: {}.", seen)}));
  }
  tell_score(score, language, side);
  return side;
}

}  // namespace

std::vector<Loneliness> assess_loneliness(const Profile& profile) {
  const Network network = profile.network.value_or(Network());
  const Contacts contacts = own_contacts(network);
  return {tell_bond(network, contacts, profile.language),
          tell_circle(network, contacts, profile.language)};
}

}  // namespace kring::engine
