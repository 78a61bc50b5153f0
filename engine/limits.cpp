#include "engine/limits.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/practical_json.h"

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Text;
using indexer::Limit;

// What the words leave open is filled in with these. Each is shown to the person, who can undo it.
constexpr catalog::Minutes kMorning{6 * 60};
constexpr catalog::Minutes kEvening{18 * 60};  // where Dutch "avond" begins
// About 1.5 kilometres as the crow flies: beyond it hardly a journey in the Netherlands is walked
// (field facts, 4.2).
constexpr catalog::Minutes kWalk{30};
// What somebody on benefits has for going out in a week (field facts, V09).
constexpr catalog::Cents kLittleMoney{500};

std::optional<FilledField> fill_cost(const Practical& stated, Practical& filled) {
  if (stated.max_cost_per_session) return std::nullopt;
  filled.max_cost_per_session = kLittleMoney;
  return FilledField{"/practical/max_cost_per_session",
                     catalog::make_decimal(kLittleMoney.value, 2)};
}

std::optional<FilledField> fill_travel(const Practical& stated, Practical& filled) {
  if (stated.travel) return std::nullopt;
  filled.travel = std::vector<Travel>{{TravelMode::kWalk, kWalk}};
  return FilledField{"/practical/travel", write_travel(*filled.travel)};
}

std::optional<FilledField> fill_hours(const Practical& stated, Practical& filled) {
  if (stated.availability) return std::nullopt;
  filled.availability = std::vector<WeekHours>{{{0, 1, 2, 3, 4, 5, 6}, kMorning, kEvening}};
  return FilledField{"/practical/availability", write_hours(*filled.availability)};
}

bool holds(const Practical& practical, AccessNeed need) {
  const std::vector<AccessNeed>& needs = practical.access_needs;
  return std::find(needs.begin(), needs.end(), need) != needs.end();
}

// Needs are a list: one more takes nothing from those that are filled in.
std::optional<FilledField> fill_access(AccessNeed need,
                                       const Practical& stated,
                                       Practical& filled) {
  if (holds(stated, need)) return std::nullopt;
  if (!holds(filled, need)) filled.access_needs.push_back(need);
  Json added;
  added.push_back(name_of(need));
  return FilledField{"/practical/access_needs", std::move(added)};
}

// Where a wheelchair gets in there are no steps.
std::optional<FilledField> fill_step_free(const Practical& stated, Practical& filled) {
  if (holds(stated, AccessNeed::kWheelchair)) return std::nullopt;
  return fill_access(AccessNeed::kStepFree, stated, filled);
}

struct Wording {
  Text label;
  Spoken effect;
};

// By Limit.
const Wording& wording_of(Limit limit) {
  static const std::string kEuro = std::to_string(kLittleMoney.value / 100);
  static const std::string kMinutes = std::to_string(kWalk.value);
  static const Spoken kMindSize = {"Let bij elke activiteit op de grootte van de groep.",
                                   "Mind the size of the group at each activity."};
  static const std::array<Wording, indexer::kLimitCount> kWordings = {{
      {{"Bang voor groepen", "Afraid of groups"}, kMindSize},
      {{"Liever een kleine groep", "Rather a small group"}, kMindSize},
      {{"Weinig energie", "Little energy"},
       {"Let bij elke activiteit op de reis en de duur.",
        "Mind the journey and the length of each activity."}},
      {{"Weinig geld", "Little money"},
       {"Het kost hoogstens " + kEuro + " euro per keer.",
        "It costs at most " + kEuro + " euro a time."}},
      {{"Geen eigen vervoer", "No transport"},
       {"Het is hoogstens " + kMinutes + " minuten lopen.",
        "It is at most " + kMinutes + " minutes on foot."}},
      {{"Niet in de avond", "Not in the evening"},
       {"Wat alleen in de avond is, valt af.", "What is only in the evening drops out."}},
      {{"Een rustige plek", "A quiet place"},
       {"Weet Kring niet of het er rustig is, dan vraagt u het na.",
        "Where Kring does not know whether it is quiet, you ask.",
        "Weet Kring niet of het er rustig is, dan vraag je het na."}},
      {{"Moeilijk lopen", "Walking is hard"},
       {"Een plek met drempels of trappen valt af. Weet Kring het niet, dan vraagt u het na.",
        "A place with steps or stairs drops out. Where Kring does not know, you ask.",
        "Een plek met drempels of trappen valt af. Weet Kring het niet, dan vraag je het na."}},
  }};
  return kWordings[static_cast<std::size_t>(limit)];
}

}  // namespace

std::optional<FilledField> fill_in(Limit limit, const Practical& stated, Practical& filled) {
  switch (limit) {
    case Limit::kLowMoney:
      return fill_cost(stated, filled);
    case Limit::kNoTransport:
      return fill_travel(stated, filled);
    case Limit::kNoEvenings:
      return fill_hours(stated, filled);
    case Limit::kQuiet:
      return fill_access(AccessNeed::kQuiet, stated, filled);
    case Limit::kMobility:
      return fill_step_free(stated, filled);
    case Limit::kFearOfGroups:
    case Limit::kSmallGroup:
    case Limit::kLowEnergy:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_only_shown(Limit limit) {
  return limit == Limit::kFearOfGroups || limit == Limit::kSmallGroup || limit == Limit::kLowEnergy;
}

const Text& label_of(Limit limit) {
  return wording_of(limit).label;
}

const Spoken& effect_of(Limit limit) {
  return wording_of(limit).effect;
}

}  // namespace kring::engine
