// What does it cost, in the offer's own unit and by meeting?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/paid_meetings.h"
#include "indexer/language/facts/price_scope.h"
#include "indexer/language/facts/price_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Cents;

const Patterns& prices() {
  static const Patterns kPatterns(kPrices);
  return kPatterns;
}

struct Priced {
  Cents amount;
  std::optional<Cents> per_meeting;
  Evidence evidence;
};

bool names_several(const std::vector<Token>& tokens) {
  const std::optional<PatternHit> unit = find_unit(tokens);
  return unit && pays_for_several(*unit);
}

std::optional<Cents> share_out(Cents amount, std::optional<int> meetings) {
  return meetings ? std::optional(Cents{amount.value / *meetings}) : std::nullopt;
}

std::optional<Cents> lower(std::optional<Cents> a, std::optional<Cents> b) {
  if (!a || !b) return a ? a : b;
  return *b < *a ? b : a;
}

// Where no unit is named: one meeting, but a sum that nobody asks for one is a course's.
int meetings_unsaid(Cents amount, const Rhythm& rhythm) {
  static constexpr Cents kDearForOne{1'500};
  return amount < kDearForOne ? 1 : rhythm.course.value_or(1);
}

Cents amount_of(const PatternHit& hit) {
  if (hit.rule == kWholeCents) return Cents{hit.numbers.front() / 100};
  if (hit.rule == kEuroRange) return Cents{hit.numbers.back()};
  if (hit.rule == kEuroAndCents) return Cents{hit.numbers.front() + hit.numbers.back() / 100};
  if (hit.rule == kHalfEuro) return Cents{hit.numbers.front() + 50};
  if (hit.rule == kOneAndHalf) return Cents{150};
  if (hit.rule == kOneEuro)
    return Cents{100 + (hit.numbers.empty() ? 0 : hit.numbers.back() / 100)};
  if (hit.rule == kTenner) return Cents{1'000};
  if (hit.rule == kFiver) return Cents{500};
  return Cents{hit.numbers.front()};
}

bool is_price(const FieldHit& found) {
  if (found.hit.rule == kEuroAlone) return found.field->field == Field::kFees;
  const bool has_cents =
      found.hit.rule == kEuroAndCents || (found.hit.rule == kOneEuro && !found.hit.numbers.empty());
  if (!has_cents) return found.hit.rule >= kEuro;
  const int cents = found.hit.numbers.back() / 100;
  return cents >= 5 && cents < 100 && cents % 5 == 0;  // else the number of something else
}

bool tells_price(const FieldHit& found) {
  return is_price(found) && !is_no_price(found);
}

bool tells_price_for_all(const FieldHit& found) {
  return tells_price(found) && !is_for_some(found);
}

// "€ 5 per keer": the words of the price itself may say it.
bool is_single(const FieldHit& found) {
  return is_single(found.tokens());
}

std::optional<Cents> price_a_meeting(const FieldHit& found, const Rhythm& rhythm) {
  const Cents amount = amount_of(found.hit);
  const std::vector<Token> lead = words_before(found);
  if (is_single(found) || is_single(lead)) return amount;
  const std::vector<Token> rest = words_behind(found);
  if (const auto unit = find_unit(rest)) return share_out(amount, paid_meetings(*unit, rhythm));
  if (is_single(rest)) return amount;
  if (const auto unit = find_unit(lead)) return share_out(amount, paid_meetings(*unit, rhythm));
  return share_out(amount, meetings_unsaid(amount, rhythm));
}

Priced priced_by(const FieldHit& found, const Rhythm& rhythm) {
  return {amount_of(found.hit), price_a_meeting(found, rhythm), found.evidence()};
}

bool is_of_card(const FieldHit& found) {
  const std::vector<Token> lead = words_before(found);
  return is_card(lead) && !is_single(lead);
}

// The first price that everyone pays, of one time rather than of a card for several; a meeting
// costs what it does in the cheapest way to pay.
std::optional<Priced> from_words(const std::vector<FieldHit>& hits, const Rhythm& rhythm) {
  auto chosen = std::find_if(hits.begin(), hits.end(), tells_price_for_all);
  if (chosen == hits.end()) return std::nullopt;
  if (is_of_card(*chosen)) {
    const auto single = std::find_if(chosen, hits.end(), [](const FieldHit& found) {
      return tells_price_for_all(found) && is_single(words_before(found));
    });
    if (single != hits.end()) chosen = single;
  }
  Priced priced = priced_by(*chosen, rhythm);
  for (const FieldHit& other : hits) {
    const bool is_card =
        tells_price_for_all(other)
        && (names_several(words_behind(other)) || names_several(words_before(other)));
    if (is_card) priced.per_meeting = lower(priced.per_meeting, price_a_meeting(other, rhythm));
  }
  return priced;
}

bool pays_for_food_alone(const std::vector<FieldHit>& hits) {
  return std::all_of(hits.begin(), hits.end(), [](const FieldHit& found) {
    return !tells_price(found) || is_of_food(found);
  });
}

// The first price, where only some pay it, or for something beside.
std::optional<Priced> from_part(const std::vector<FieldHit>& hits, const Rhythm& rhythm) {
  const auto chosen = std::find_if(hits.begin(), hits.end(), tells_price);
  if (chosen == hits.end()) return std::nullopt;
  return priced_by(*chosen, rhythm);
}

// "Eigen risico van toepassing", but not "zonder eigen risico".
bool leaves_own_share(const std::vector<FieldHit>& hits) {
  static constexpr auto kDenials = std::to_array<PatternRule>(
      {{0, "geen|zonder ..1 eigen risico|bijdrage"},
       {0, "eigen risico|bijdrage ..4 niet|geen|vervalt|vrijgesteld|buiten"}});
  static const Patterns kPatterns(kDenials);
  return std::any_of(hits.begin(), hits.end(), [](const FieldHit& found) {
    return found.hit.rule == kOwnShare && !found.is_said_with(kPatterns);
  });
}

// Says that the activity is free, for everyone and every time.
std::optional<FieldHit> find_free(const std::vector<FieldHit>& hits) {
  for (const FieldHit& found : hits) {
    if (is_overlapped_by(kForMembers, found, hits)) continue;
    if (found.hit.rule == kFreeEntry) return found;
    if (found.hit.rule == kInsured && !leaves_own_share(hits)) return found;
    if (found.hit.rule != kFree && found.hit.rule != kFreeToAll) continue;
    static constexpr auto kDenials = std::to_array<PatternRule>(
        {{0, "niet|geen|half|halve|soms|deels|gedeeltelijk|vaak|eventueel"}});
    static const Patterns kPatterns(kDenials);
    if (!is_overlapped_by(kFreeThing, found, hits) && !found.follows(kPatterns, 1)) return found;
  }
  return std::nullopt;
}

std::optional<FieldHit> find_first(PriceWord rule, const std::vector<FieldHit>& hits) {
  const auto first = std::find_if(hits.begin(), hits.end(),
                                  [rule](const FieldHit& found) { return found.hit.rule == rule; });
  return first == hits.end() ? std::nullopt : std::optional<FieldHit>(*first);
}

std::optional<FieldHit> find_free_to_all(const std::vector<FieldHit>& hits) {
  const auto first = std::find_if(hits.begin(), hits.end(), [&hits](const FieldHit& found) {
    return found.hit.rule == kFreeToAll && !is_overlapped_by(kFreeThing, found, hits);
  });
  return first == hits.end() ? std::nullopt : std::optional<FieldHit>(*first);
}

CostFact fact_of(const Priced& priced) {
  return {priced.amount, priced.per_meeting, {priced.evidence, {}}};
}

CostFact free_by(const FieldHit& found) {
  return {Cents{0}, Cents{0}, {found.evidence(), {}}};
}

std::vector<FieldHit>::const_iterator find_told(Cents amount, const std::vector<FieldHit>& words) {
  return std::find_if(words.begin(), words.end(), [amount](const FieldHit& found) {
    return tells_price(found) && amount_of(found.hit) == amount;
  });
}

bool is_told(Cents amount, const std::vector<FieldHit>& words) {
  return find_told(amount, words) != words.end();
}

std::optional<Cents> price_a_meeting(const catalog::CostOption& cost,
                                     const std::vector<Token>& tokens,
                                     const std::vector<FieldHit>& words,
                                     const Rhythm& rhythm) {
  if (const auto unit = find_unit(tokens))
    return share_out(*cost.amount, paid_meetings(*unit, rhythm));
  if (is_single(tokens)) return *cost.amount;
  if (is_material(tokens)) return share_out(*cost.amount, rhythm.course.value_or(1));
  const auto told = find_told(*cost.amount, words);
  if (told != words.end()) return price_a_meeting(*told, rhythm);
  return share_out(*cost.amount, meetings_unsaid(*cost.amount, rhythm));
}

struct PricedOption {
  Priced priced;
  int rank = 0;                  // the highest is the activity's price
  std::optional<Cents> by_card;  // of a meeting, for whoever buys several
};

// Whose price an option is; the last before the others.
enum class OptionKind : std::uint8_t {
  kTrial,
  kForSome,
  kCardOrGuests,
  kForAll,
};

OptionKind kind_of(const std::vector<Token>& option) {
  if (is_for_guests(option)) return OptionKind::kCardOrGuests;
  if (is_trial(option)) return OptionKind::kTrial;
  if (is_conditional(option)) return OptionKind::kForSome;
  return is_card(option) ? OptionKind::kCardOrGuests : OptionKind::kForAll;
}

// Ranks what everyone pays before a card, a trial last; of two alike what the words tell, for
// options of other years may stand beside it. requires: cost.amount
PricedOption price_option(const catalog::CostOption& cost,
                          const std::vector<FieldHit>& words,
                          const Analyser& analyser,
                          const Rhythm& rhythm) {
  const std::vector<Token> tokens = analyser.tokens_of(cost.option);
  const std::optional<Cents> per_meeting = price_a_meeting(cost, tokens, words, rhythm);
  const OptionKind kind = kind_of(tokens);
  const bool is_free = is_gift(tokens);
  const bool is_of_several = kind > OptionKind::kForSome && names_several(tokens);
  return {{is_free ? Cents{0} : *cost.amount,
           is_free ? Cents{0} : per_meeting,
           {Field::kFees, 0, {}, Provenance::kGiven}},
          2 * static_cast<int>(kind) + (is_told(*cost.amount, words) ? 1 : 0),
          is_of_several ? per_meeting : std::nullopt};
}

// The first of the highest rank. A meeting costs what it does in the cheapest way to pay.
std::optional<Priced> from_options(const catalog::Activity& activity,
                                   const std::vector<FieldHit>& words,
                                   const Analyser& analyser,
                                   const Rhythm& rhythm) {
  std::optional<PricedOption> chosen;
  std::optional<Cents> by_card;
  for (const catalog::CostOption& cost : activity.costs) {
    if (!cost.amount) continue;
    const PricedOption option = price_option(cost, words, analyser, rhythm);
    by_card = lower(by_card, option.by_card);
    if (!chosen || option.rank > chosen->rank) chosen = option;
  }
  if (!chosen) return std::nullopt;
  if (by_card) chosen->priced.per_meeting = lower(chosen->priced.per_meeting, by_card);
  return chosen->priced;
}

// Whether the words tell the price of one of the options.
bool tells_an_option(const std::vector<FieldHit>& words, const catalog::Activity& activity) {
  return std::any_of(activity.costs.begin(), activity.costs.end(),
                     [&words](const catalog::CostOption& cost) {
                       return cost.amount && is_told(*cost.amount, words);
                     });
}

// Whether the fields name only what some pay, or a first time: "intake: 0".
bool names_only_parts(const catalog::Activity& activity, const Analyser& analyser) {
  return std::all_of(activity.costs.begin(), activity.costs.end(),
                     [&analyser](const catalog::CostOption& cost) {
                       return is_conditional(analyser.tokens_of(cost.option));
                     });
}

// Options grow old while the words are rewritten: what these say instead holds.
std::optional<CostFact> contradict(const Priced& given,
                                   const std::vector<FieldHit>& words,
                                   const catalog::Activity& activity,
                                   const Analyser& analyser,
                                   const Rhythm& rhythm) {
  if (given.amount.value == 0 && !names_only_parts(activity, analyser)) return std::nullopt;
  std::optional<CostFact> told;
  const bool tells_one = tells_an_option(words, activity);
  const auto free = find_free(words);
  const auto written = from_words(words, rhythm);
  const bool is_paid_later = written && given.amount.value == 0;
  const bool is_told_free =
      free && (!tells_one || find_free_to_all(words) || names_only_parts(activity, analyser));
  if (is_told_free && !is_paid_later) {
    told = free_by(*free);
  } else if (written && !tells_one) {
    told = fact_of(*written);
  }
  if (told) told->sources.conflict = given.evidence;
  return told;
}

// Whether the words tell that a price of the field is of the past.
bool is_former(Cents amount, const std::vector<FieldHit>& words) {
  return std::any_of(words.begin(), words.end(), [amount](const FieldHit& found) {
    return is_price(found) && amount_of(found.hit) == amount && is_former_price(found);
  });
}

// The field for it, unless the description, which is rewritten more often, says otherwise of all:
// that one pays where the field says "gratis", that one pays what one can, or that its price is of
// the past.
std::optional<CostFact> from_fees(const std::vector<FieldHit>& fees,
                                  const std::vector<FieldHit>& words,
                                  const Rhythm& rhythm) {
  const auto free = find_free(fees);
  const auto all = from_words(fees, rhythm);
  const auto charged = all ? all : from_part(fees, rhythm);
  if (!free && !charged) return std::nullopt;
  const bool is_free_in_words = find_free(words).has_value();
  const auto written = from_words(words, rhythm);
  if (const auto open = find_free_to_all(words); open && !free) return free_by(*open);
  const auto renewed = std::find_if(words.begin(), words.end(), is_new_price);
  if (charged && renewed != words.end()) return fact_of(priced_by(*renewed, rhythm));
  const bool is_outdated = charged && (is_former(charged->amount, words) || !all);
  if (is_outdated && written) return fact_of(*written);
  const std::optional<FieldHit> entry = find_free_to_all(fees);
  const bool is_entry_free = entry && entry->hit.end - entry->hit.begin > 1;  // "toegang gratis"
  if (free && written && !is_free_in_words && !is_entry_free) return fact_of(*written);
  return free ? free_by(*free) : fact_of(*charged);
}

}  // namespace

CostFact find_cost(const catalog::Activity& activity,
                   const RecordText& text,
                   const Analyser& analyser,
                   catalog::Recurrence recurrence) {
  const Rhythm rhythm = find_rhythm(activity, text, recurrence);
  const std::vector<FieldHit> fees = find_hits(text, prices(), {Field::kFees});
  const std::vector<FieldHit> words =
      find_hits(text, prices(), {Field::kDescription, Field::kName, Field::kEligibility});
  if (const auto given = from_options(activity, words, analyser, rhythm)) {
    return contradict(*given, words, activity, analyser, rhythm).value_or(fact_of(*given));
  }
  const std::optional<FieldHit> free_in_words = find_free(words);
  if (const auto charged = from_fees(fees, words, rhythm)) return *charged;
  if (free_in_words && find_free_to_all(words)) return free_by(*free_in_words);
  if (const auto written = from_words(words, rhythm)) return fact_of(*written);
  if (free_in_words) return free_by(*free_in_words);
  const auto free_drink = find_first(kFreeDrink, words);
  if (free_drink && pays_for_food_alone(words)) return free_by(*free_drink);
  if (const auto part = from_part(words, rhythm)) return fact_of(*part);
  if (const auto drink = find_first(kFreeDrink, fees)) return free_by(*drink);
  if (free_drink) return free_by(*free_drink);
  return {};
}

}  // namespace kring::indexer
