// Which dimensions of the network fall short?
//
//   size          contacts / wanted contacts; without a wish against 8, two thirds of the mean
//   of 11.7 that a review of 23 studies found
//                 in psychosis (a soft reference)
//   quality       share of contacts that give emotional support and are seldom critical; wanted
//   confidants halve it in stability     mean of 1 (known > 5 years), 1/2 (1-5 years), 0 (< 1
//   year), counted over the contacts seen monthly or more variety       share of the wanted domains
//   that have a contact seen monthly or more; without a wish: of four domains density two-sided: 1
//   where a quarter to three quarters of the possible pairs know each other, falling to 0 at none
//   and all reachability  contacts seen weekly or more / 3, or visits a week / wanted visits
//
// Definitions are our own reasoning on the training's dimensions (field facts, 2.4); none is an
// instrument's score.

#include <algorithm>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "catalog/vocabulary.h"
#include "engine/gaps/gaps.h"
#include "engine/gaps/words.h"

namespace kring::engine {
namespace {

using catalog::Dimension;
using catalog::in;
using catalog::Text;
using Contacts = std::vector<const Contact*>;

constexpr int kReferenceSize = 8;
constexpr int kReferenceDomains = 4;
constexpr int kReferenceWeekly = 3;
constexpr int kOften = 2;
constexpr int kVeryCritical = 3;
constexpr int kHalf = catalog::kScoreOne / 2;

bool is_seen_monthly(const Contact& contact) {
  return contact.frequency && *contact.frequency >= Frequency::kMonthly;
}
bool is_seen_weekly(const Contact& contact) {
  return contact.frequency && *contact.frequency >= Frequency::kWeekly;
}

Gap assess_size(const Profile& profile, const Contacts& contacts) {
  const std::optional<int>& wanted = profile.network->wanted.contacts;
  const auto count = static_cast<int>(contacts.size());
  const bool has_wish = wanted && *wanted > 0;
  Gap gap = make_gap(name_of(Dimension::kSize), share(count, has_wish ? *wanted : kReferenceSize),
                     has_wish ? Yardstick::kWish : Yardstick::kReference);
  const Text text =
      has_wish ? Text{fmt::format("Er zijn {} eigen contacten. De wens is {}.", count, *wanted),
                      fmt::format("There are {} own contacts. The wish is {}.", count, *wanted)}
               : Text{fmt::format("Er zijn {} eigen contacten.", count),
                      fmt::format("There are {} own contacts.", count)};
  gap.evidence.push_back(in(profile.language, text));
  return gap;
}

Gap assess_quality(const Profile& profile, const Contacts& contacts) {
  int known = 0;
  int good = 0;
  int confidants = 0;
  for (const Contact* contact : contacts) {
    if (!contact->emotional_support) continue;
    ++known;
    if (*contact->emotional_support >= kOften && contact->critical.value_or(1) < kVeryCritical) {
      ++good;
    }
    if (*contact->emotional_support == 3 && contact->closeness == 3) ++confidants;
  }
  if (known == 0) {
    return make_unknown_gap(name_of(Dimension::kQuality),
                            in(profile.language, {"Bij wie voelt iemand zich vertrouwd?",
                                                  "With whom does the person feel at ease?"}));
  }
  const std::optional<int>& wanted = profile.network->wanted.confidants;
  const bool has_wish = wanted && *wanted > 0;
  const int value =
      has_wish ? (share(good, known) + share(confidants, *wanted)) / 2 : share(good, known);
  Gap gap =
      make_gap(name_of(Dimension::kQuality), value, has_wish ? Yardstick::kWish : Yardstick::kNone);
  gap.evidence.push_back(
      in(profile.language,
         {fmt::format("{} van de {} contacten steunen en zijn zelden kritisch.", good, known),
          fmt::format("{} of {} contacts support and are seldom critical.", good, known)}));
  if (confidants == 0) {
    gap.evidence.push_back(
        in(profile.language, {"Niemand is heel nabij en steunt bijna altijd.",
                              "Nobody is very close and supports almost always."}));
  }
  return gap;
}

Gap assess_stability(const Profile& profile, const Contacts& contacts) {
  int known = 0;
  int halves = 0;
  for (const Contact* contact : contacts) {
    if (!contact->known) continue;
    ++known;
    if (!is_seen_monthly(*contact)) continue;
    halves += *contact->known == KnownFor::kMoreThanFiveYears
                  ? 2
                  : (*contact->known == KnownFor::kOneToFiveYears ? 1 : 0);
  }
  if (known == 0) {
    return make_unknown_gap(name_of(Dimension::kStability),
                            in(profile.language, {"Hoe lang kent iemand de contacten al?",
                                                  "For how long have they known each other?"}));
  }
  Gap gap = make_gap(name_of(Dimension::kStability), share(halves, 2 * known), Yardstick::kNone);
  const auto lasting = std::count_if(contacts.begin(), contacts.end(), [](const Contact* contact) {
    return contact->known == KnownFor::kMoreThanFiveYears && is_seen_monthly(*contact);
  });
  gap.evidence.push_back(
      in(profile.language,
         {fmt::format("{} van de {} contacten zijn er al meer dan vijf jaar, elke maand.", lasting,
                      known),
          fmt::format("{} of {} contacts have been seen monthly for over five years.", lasting,
                      known)}));
  return gap;
}

Gap assess_variety(const Profile& profile, const Contacts& contacts) {
  std::set<Domain> present;
  bool knows_any = false;
  for (const Contact* contact : contacts) {
    knows_any = knows_any || contact->domain.has_value();
    if (contact->domain && *contact->domain != Domain::kOther && is_seen_monthly(*contact)) {
      present.insert(*contact->domain);
    }
  }
  if (!knows_any) {
    return make_unknown_gap(name_of(Dimension::kVariety),
                            in(profile.language, {"Waarvan kent iemand de contacten?",
                                                  "From where does the person know them?"}));
  }
  const std::optional<std::vector<Domain>>& wanted = profile.network->wanted.domains;
  if (wanted && !wanted->empty()) {
    const auto met =
        static_cast<int>(std::count_if(wanted->begin(), wanted->end(), [&present](Domain domain) {
          return present.contains(domain);
        }));
    Gap gap = make_gap(name_of(Dimension::kVariety), share(met, static_cast<int>(wanted->size())),
                       Yardstick::kWish);
    gap.evidence.push_back(in(
        profile.language, {fmt::format("In {} van de {} gewenste kringen is er elke maand contact.",
                                       met, wanted->size()),
                           fmt::format("{} of the {} wished-for circles have monthly contact.", met,
                                       wanted->size())}));
    return gap;
  }
  Gap gap =
      make_gap(name_of(Dimension::kVariety),
               share(static_cast<int>(present.size()), kReferenceDomains), Yardstick::kReference);
  gap.evidence.push_back(
      in(profile.language, {fmt::format("De contacten komen uit {} kringen.", present.size()),
                            fmt::format("The contacts come from {} circles.", present.size())}));
  return gap;
}

Gap assess_density(const Profile& profile, const Contacts& contacts) {
  const auto count = static_cast<int>(contacts.size());
  if (!profile.network->ties || count < 3) {
    return make_unknown_gap(name_of(Dimension::kDensity),
                            in(profile.language, {"Wie kennen elkaar?", "Who know each other?"}));
  }
  const auto is_own = [&contacts](const std::string& id) {
    return std::any_of(contacts.begin(), contacts.end(),
                       [&id](const Contact* contact) { return contact->id == id; });
  };
  const auto ties = static_cast<int>(
      std::count_if(profile.network->ties->begin(), profile.network->ties->end(),
                    [&](const auto& tie) { return is_own(tie.first) && is_own(tie.second); }));
  const int density = share(ties, count * (count - 1) / 2);
  const int beyond_middle =
      std::max(0, std::abs(density - kHalf) - kHalf / 2);  // 0 within a quarter to three quarters
  Gap gap = make_gap(name_of(Dimension::kDensity), catalog::kScoreOne - 4 * beyond_middle,
                     Yardstick::kNone);
  gap.evidence.push_back(
      in(profile.language,
         {fmt::format("{} van de {} paren kennen elkaar.", ties, count * (count - 1) / 2),
          fmt::format("{} of {} pairs know each other.", ties, count * (count - 1) / 2)}));
  return gap;
}

Gap assess_reachability(const Profile& profile, const Contacts& contacts) {
  const bool knows_any = std::any_of(contacts.begin(), contacts.end(), [](const Contact* contact) {
    return contact->frequency.has_value();
  });
  if (!knows_any && !contacts.empty()) {
    return make_unknown_gap(
        name_of(Dimension::kReachability),
        in(profile.language, {"Hoe vaak is er contact?", "How often are they in contact?"}));
  }
  const auto weekly =
      static_cast<int>(std::count_if(contacts.begin(), contacts.end(), [](const Contact* contact) {
        return is_seen_weekly(*contact);
      }));
  Gap gap = make_gap(name_of(Dimension::kReachability), share(weekly, kReferenceWeekly),
                     Yardstick::kNone);
  gap.evidence.push_back(
      in(profile.language, {fmt::format("{} contacten zijn er elke week.", weekly),
                            fmt::format("{} contacts are there every week.", weekly)}));
  return gap;
}

}  // namespace

std::vector<Gap> assess_dimensions(const Profile& profile) {
  const bool has_map = profile.network && profile.network->contacts;
  std::vector<Gap> gaps;
  if (has_map) {
    const Contacts contacts = own_contacts(*profile.network);
    gaps = {assess_size(profile, contacts),      assess_quality(profile, contacts),
            assess_stability(profile, contacts), assess_variety(profile, contacts),
            assess_density(profile, contacts),   assess_reachability(profile, contacts)};
  } else {
    for (int i = 0; i < catalog::kDimensionCount; ++i) {
      gaps.push_back(make_unknown_gap(
          name_of(static_cast<Dimension>(i)),
          in(profile.language,
             {"Wie zijn de belangrijkste contacten?", "Who are the most important contacts?"})));
    }
  }
  for (Gap& gap : gaps) {
    gap.is_support = false;
  }
  return gaps;
}

}  // namespace kring::engine
