// How does one get in?

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/language/facts.h"
#include "indexer/language/facts/entry_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Referral;

const Patterns& patterns() {
  static const Patterns kPatterns(kEntries);
  return kPatterns;
}

Referral referral_of(std::size_t rule) {
  switch (rule) {
    case kIndication:
      return Referral::kIndication;
    case kReferral:
    case kOnlyReferral:
      return Referral::kReferral;
    case kIntake:
      return Referral::kIntake;
    case kRegistration:
    case kMembership:
      return Referral::kRegistration;
    default:
      return Referral::kNone;
  }
}

// Whom the activity sends on, and what one may but need not do.
const Patterns& asides() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0,
       "naar|doorverwijzing|verwijzen|verwijst|helpt|hulp|vragen|terug|geschikt|zoekt|"
       "vrijwilligers|uitlegt|uitleg|legt|aanvragen|geen|niet"},
      {0, "mag|kan|mogelijk|tijdens|ook|sinds"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

// One may come by oneself too: "zelf of via de huisarts".
bool may_come_by_oneself(const FieldHit& found) {
  const std::vector<Token>& tokens = found.field->tokens;
  static constexpr std::array<std::string_view, 6> kSelf = {"zelf",     "uzelf",   "jezelf",
                                                            "zichzelf", "jijzelf", "self"};
  const auto ends = [](const Token& token) { return token.kind == CutKind::kStop; };
  const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(found.hit.begin);
  const auto last = std::find_if(at, tokens.end(), ends);
  const auto first = std::find_if(std::make_reverse_iterator(at), tokens.rend(), ends).base();
  return std::any_of(first, last, [](const Token& token) {
    return std::find(kSelf.begin(), kSelf.end(), token.form->folded) != kSelf.end();
  });
}

// What only a part of those who come must tell beforehand: "rolstoelen graag even melden".
bool is_for_an_extra(const FieldHit& found) {
  static constexpr auto kExtras = std::to_array<PatternRule>({
      {0, "daarvoor|hiervoor|dit|rolstoel*|vervoer|*bus|ophalen|opgehaald|oppas|kinderopvang"},
      {0, "haalt|halen ..3 op"},
      {0, "alleen voor|bij"},
      {0, "yoga|massage|workshop|workshops|maaltijd|eten|lunch|activiteiten"},
  });
  static const Patterns kPatterns(kExtras);
  static constexpr std::size_t kNear = 6;
  return found.field->field != Field::kApplication && found.follows(kPatterns, kNear);
}

const Patterns& sign_ups() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0,
       "*melden|*meld|aanmeld*|opgev*|opgave|op|inschrij*|reserver*|afspraak|bellen|boeken|af|"
       "lid|lijst|formulier*"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

const Patterns& papers() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0, "verwijz*|indicatie*|beschikking|briefje|diagnose|intake|dossier|noten|betaal*|betal*"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

// "Zonder verwijzing": one may still have to sign up.
bool is_of_papers(const FieldHit& found) {
  return found.has_within(papers()) && !found.has_within(sign_ups());
}

// "Een indicatie? Hebben we hier niet nodig."
bool is_asked(const FieldHit& found) {
  const std::vector<Token>& tokens = found.field->tokens;
  const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(found.hit.end);
  const auto end = std::find_if(at, tokens.end(),
                                [](const Token& token) { return token.kind == CutKind::kStop; });
  return end != tokens.end() && end->form->folded == "?";
}

bool counts(const FieldHit& found, const std::vector<FieldHit>& all) {
  static constexpr std::size_t kNear = 3;
  if (found.hit.rule == kMembership) {
    static constexpr auto kDoors = std::to_array<PatternRule>(
        {{0, "loop|lopen|loopt|binnen*|*inloop|inloop*|instromen|nummertje|deur|deuren"}});
    static const Patterns kOpen(kDoors);
    return std::none_of(all.begin(), all.end(), [](const FieldHit& other) {
      return other.hit.rule == kWalkIn && other.has_within(kOpen);
    });
  }
  if (found.hit.rule != kNotNeeded && is_overlapped_by(kNotNeeded, found, all)) return false;
  if (found.hit.rule == kRegistration && is_for_an_extra(found)) return false;
  if (found.hit.rule > kNotNeeded && found.hit.rule < kWalkIn && is_asked(found)) return false;
  if (found.hit.rule == kNotNeeded && is_of_papers(found)) return false;
  if (found.hit.rule != kReferral && found.hit.rule != kIndication) return true;
  return !found.follows(asides(), kNear) && !may_come_by_oneself(found);
}

// Where the field for it says that one walks in, the text's "graag even bellen" is a courtesy.
bool says_to_walk_in(const std::vector<FieldHit>& all) {
  const auto is_in_field = [](const FieldHit& found) {
    return found.field->field == Field::kApplication;
  };
  const auto is_open = [&is_in_field](const FieldHit& found) {
    return is_in_field(found) && referral_of(found.hit.rule) == Referral::kNone;
  };
  const auto is_closed = [&](const FieldHit& found) {
    return is_in_field(found) && referral_of(found.hit.rule) != Referral::kNone
           && counts(found, all);
  };
  return std::any_of(all.begin(), all.end(), is_open)
         && std::none_of(all.begin(), all.end(), is_closed);
}

// The text says that this step is not needed, which the field for it, often copied, still asks for.
bool is_taken_back(const FieldHit& found, const std::vector<FieldHit>& all) {
  if (found.field->field != Field::kApplication) return false;
  const bool is_easy = referral_of(found.hit.rule) == Referral::kRegistration;
  return std::any_of(all.begin(), all.end(), [is_easy](const FieldHit& other) {
    return other.hit.rule == kNotNeeded && other.field->field == Field::kDescription
           && (other.has_within(sign_ups()) || (!is_easy && other.has_within(papers())));
  });
}

}  // namespace

ReferralFact find_referral(const catalog::Activity& activity, const RecordText& text) {
  static constexpr Fields kFields = {Field::kName,        Field::kDescription, Field::kEligibility,
                                     Field::kApplication, Field::kAlert,       Field::kWaitTime};
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  const bool is_open = says_to_walk_in(all);
  ReferralFact fact;
  for (const FieldHit& found : all) {
    const Referral referral = referral_of(found.hit.rule);
    if (is_open && referral == Referral::kRegistration) continue;
    if (referral <= fact.referral || !counts(found, all)) continue;
    if (is_taken_back(found, all)) continue;
    fact.referral = referral;
    fact.sources.evidence = found.evidence();
  }
  if (fact.referral != Referral::kUnknown) return fact;
  if (const std::optional<Trade> trade = find_trade(text)) {
    const bool hires = trade->kind == Trade::Kind::kHires;
    return {hires ? Referral::kRegistration : Referral::kNone, {trade->evidence, {}}};
  }
  if (!activity.application_process.empty()) {
    const Evidence process{
        Field::kApplication, 0, {0, activity.application_process.size()}, Provenance::kGiven};
    return {Referral::kRegistration, {process, {}}};
  }
  return fact;
}

}  // namespace kring::indexer
