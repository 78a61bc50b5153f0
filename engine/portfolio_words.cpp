#include "engine/portfolio_words.h"

#include <algorithm>
#include <array>

#include "engine/explain.h"
#include "engine/portfolio.h"
#include "engine/spoken.h"
#include "engine/unanswered.h"
#include "indexer/language/limits.h"

namespace kring::engine {
namespace {

using catalog::GroupSize;
using catalog::in;
using catalog::Text;

bool is_said(const Understood& understood, indexer::Limit limit) {
  return std::any_of(understood.words.begin(), understood.words.end(),
                     [limit](const UnderstoodWords& words) {
                       return words.kind == UnderstoodKind::kLimit && !words.is_undone
                              && words.name == indexer::name_of(limit);
                     });
}

bool names(const Profile& profile, std::string_view concept_id) {
  return std::any_of(profile.needs.begin(), profile.needs.end(),
                     [concept_id](const Need& need) { return need.concept_id == concept_id; });
}

bool needs_ladder(const Understood& understood) {
  const Profile& profile = understood.profile;
  return profile.practical.first_step_support.value_or(false)
         || is_said(understood, indexer::Limit::kFearOfGroups)
         || is_said(understood, indexer::Limit::kLowEnergy)
         || names(profile, "constraint_social_anxiety") || names(profile, "constraint_motivation");
}

// How much it asks of who is afraid of people.
enum class Rung : std::uint8_t {
  kOnePerson,  ///< one to one, at home, by phone or online
  kSmallGroup,
  kOpenGroup,
};

Rung rung_of(const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  const std::uint8_t size = at.features().group_size[at.activity];
  const bool is_for_one = size == static_cast<std::uint8_t>(GroupSize::kOneToOne);
  if (is_for_one || (!forms.empty() && !forms.has(catalog::Attendance::kInPerson))) {
    return Rung::kOnePerson;
  }
  return size == static_cast<std::uint8_t>(GroupSize::kSmallGroup) ? Rung::kSmallGroup
                                                                   : Rung::kOpenGroup;
}

const Spoken& go_on_words(Rung rung) {
  static const std::array<Spoken, 3> kWords = {
      {{"Ga verder als dit contact vertrouwd voelt.", "Go on when this contact feels familiar."},
       {"Ga verder als u drie keer bent geweest.", "Go on when you have been three times.",
        "Ga verder als je drie keer bent geweest."},
       {"Ga verder als u hier mensen kent.", "Go on when you know people here.",
        "Ga verder als je hier mensen kent."}}};
  return kWords[static_cast<std::size_t>(rung)];
}

void set_steps(const ScoreContext& context,
               const std::vector<Candidate>& ranked,
               const std::vector<std::size_t>& chosen,
               std::vector<PortfolioEntry>& entries) {
  std::vector<std::size_t> order(chosen.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rung_of(ranked[chosen[a]].at) < rung_of(ranked[chosen[b]].at);
  });
  for (std::size_t step = 0; step < order.size(); ++step) {
    PortfolioEntry& entry = entries[order[step]];
    entry.step = static_cast<int>(step) + 1;
    if (step + 1 == order.size()) continue;
    entry.go_on_when =
        in(context.asked.profile, go_on_words(rung_of(ranked[chosen[order[step]]].at)));
  }
}

// What members so far have told: concepts that needs ask, and kinds of support and dimensions.
struct Told {
  ConceptBits concepts;
  std::array<bool, indexer::kOfferCount> offers{};
};

void tell_concepts(const ScoreContext& context,
                   const SiteAt& at,
                   Told& told,
                   std::vector<std::string>& adds) {
  const catalog::Vocabulary& vocabulary = context.asked.snapshot.vocabulary();
  for (const std::size_t number : subjects_of(at, vocabulary)) {
    if (!is_needed(context.asked.needs, number) || told.concepts.has(number)) continue;
    told.concepts.add(number);
    adds.push_back(in(context.asked.profile.language, vocabulary.concepts()[number].plain));
  }
}

void tell_offers(const ScoreContext& context,
                 const SiteAt& at,
                 Told& told,
                 std::vector<std::string>& adds) {
  static constexpr std::int32_t kClear = catalog::kScoreOne / 2;  // of a gap, and of an offer
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    const bool is_given = context.gaps[k] >= kClear
                          && at.features().offers[at.activity * indexer::kOfferCount + k] >= kClear;
    if (!is_given || told.offers[k]) continue;
    told.offers[k] = true;
    adds.push_back(in(context.asked.profile.language, offer_words(k)));
  }
}

// What it is about, of one that adds no more than another way.
void tell_subject(const ScoreContext& context, const SiteAt& at, std::vector<std::string>& adds) {
  const catalog::Vocabulary& vocabulary = context.asked.snapshot.vocabulary();
  const std::vector<std::size_t> subjects = subjects_of(at, vocabulary);
  if (subjects.empty()) return;
  const Text& name = vocabulary.concepts()[subjects.front()].plain;
  adds.push_back(in(context.asked.profile.language,
                    {"een andere weg: " + name.nl, "another way: " + name.en}));
}

std::string tell_unanswered(const ScoreContext& context, const std::vector<Feasible>& sites) {
  std::string names;
  for (const std::size_t i : find_unanswered(context, sites)) {
    names += (names.empty() ? "" : ", ") + name_need(context.asked, context.asked.needs[i]);
  }
  if (names.empty()) return {};
  return in(context.asked.profile.language, {"Hiervoor is nu niets gevonden: " + names + ".",
                                             "Nothing was found for this now: " + names + "."});
}

}  // namespace

std::vector<PortfolioEntry> tell_portfolio(const ScoreContext& context,
                                           const std::vector<Candidate>& ranked,
                                           const std::vector<std::size_t>& chosen,
                                           const Understood& understood) {
  std::vector<PortfolioEntry> entries;
  Told told;
  const bool best_waits = !chosen.empty() && has_long_wait(context, ranked[chosen.front()]);
  bool has_early = false;
  for (const std::size_t i : chosen) {
    PortfolioEntry entry;
    entry.activity = {std::string(ranked[i].id())};
    tell_concepts(context, ranked[i].at, told, entry.adds);
    tell_offers(context, ranked[i].at, told, entry.adds);
    if (entry.adds.empty()) tell_subject(context, ranked[i].at, entry.adds);
    if (!has_early && starts_early(context, ranked[i])) {
      has_early = true;
      entry.role = best_waits ? PortfolioRole::kBridge : PortfolioRole::kEarlyStart;
    }
    entries.push_back(std::move(entry));
  }
  if (needs_ladder(understood)) set_steps(context, ranked, chosen, entries);
  return entries;
}

std::string tell_lacking(const ScoreContext& context,
                         const std::vector<Feasible>& sites,
                         const std::vector<Candidate>& ranked,
                         const std::vector<std::size_t>& chosen) {
  const catalog::Language language = context.asked.profile.language;
  std::string lacking = tell_unanswered(context, sites);
  if (!has_early_start(context, ranked, chosen) && !chosen.empty()) {
    if (!lacking.empty()) lacking += ' ';
    lacking +=
        in(language,
           {"Niets hiervan begint zeker snel en zonder verwijzing. Bel vandaag om dit te vragen.",
            "Nothing here surely starts soon without a referral. Call today to ask."});
  }
  return lacking;
}

}  // namespace kring::engine
