#include "indexer/language/stances.h"

#include <algorithm>
#include <array>

#include "indexer/language/clauses.h"

namespace kring::indexer {
namespace {

enum Rule : std::size_t {
  kKeeps,        // looks like a refusal and is none: "niet alleen"
  kRefuses,      // what follows
  kRefusesAll,   // the whole clause
  kRefusesBack,  // what the clause before it speaks of
  kSetsAside,    // neither wanted nor refused, the whole clause
  kCannot,       // likewise, what follows
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kKeeps, "niet alleen|enkel"},
    {kKeeps, "waarom niet|geen"},
    {kKeeps, "niet|nooit zonder"},
    {kKeeps, "niet uit|erg|genoeg|zo goed|slecht|verkeerd"},
    {kKeeps, "geen idee|probleem|punt|bezwaar|mens|sterveling|moer"},
    {kKeeps, "geen zin meer|>|,"},
    {kKeeps, "niet graag ..1 alleen"},
    {kKeeps, "vind|vindt ..1 alleen ..4 vreselijk|verschrikkelijk|eng|saai|vervelend"},
    {kKeeps, "no ..1 friends|friend|one|people|company|family|buddy|partner|money|energy|time|car"},
    {kKeeps, "hoeft ..4 niet ..2 per|gratis|duur|groot|elke|zo"},
    {kKeeps, "niet ..1 weten|weet|meer|vaak|veel|lang|zeker|durf|gelukt|thuis|mis|missen"},
    {kKeeps, "geen ..3 om mee|meer"},
    {kKeeps, "niet zo|al|elke|iedere|altijd|steeds|vaker|alles|iedereen|dat"},
    {kKeeps,
     "niet te ver|duur|groot|grote|druk|drukke|laat|vroeg|veel|lang|lange|vaak|moeilijk|zwaar|vol|"
     "hard|snel|jong|oud|officieel|serieus"},
    {kKeeps, "niet in|op ..2 eentje"},
    // a place that is refused is not all that happens there: "sporten, niet in een sportschool"
    {kKeeps, "en|ook|maar|zeker|absoluut|dus|,|;|< niet naar|in|op|bij|met|via"},
    {kKeeps, "not only|just"},
    {kRefuses, "geen|zonder|no|not"},
    {kRefuses, "niet graag"},
    {kRefuses, "haat|hate|hates|dislike|dislikes|detest|verafschuw"},
    {kRefuses, "don't|dont|doesn't|doesnt ..1 like|likes|want|wants|enjoy"},
    {kRefuses, "niet|liever niet|nooit"},
    {kRefuses, "wil|wilt|willen|wou|wilde|hoef|hoeft|hoeven|ga ..2 niet"},
    {kRefuses, "en|ook|maar|zeker|absoluut|dus|,|;|< niet"},
    {kRefuses, "liever geen|niet"},
    {kRefuses, "bang|schrik van|voor"},
    {kRefuses, "niks|niets|weinig met|aan"},
    {kRefuses, "hekel|pesthekel|bloedhekel aan"},
    {kRefuses, "houd|hou niet van"},
    {kRefuses, "moet|moeten niks|niets|er? hebben van"},
    {kRefuses, "ga|wil|hoef ..3 niet naar|op|in|aan|met"},
    {kRefuses, "in plaats van"},
    {kRefuses, "don|not ..1 like|want"},
    {kRefuses, "anything but"},
    {kRefuses, "niet ..1 te wachten op"},
    {kRefuses, "zet|breng|stuur|stop me|mij|haar|hem ..1 niet"},
    {kRefuses, "kom ..1 niet aan met"},
    {kRefuses, "alles|iedereen behalve"},
    {kRefuses, "behalve"},
    {kRefuses, "moet|hoef* ..2 niet ..1 naar|bij|op|in|aan"},
    {kRefuses, "niet|nie ..1 in|naar|bij|op|met|aan zo|zon|z"},
    {kRefusesBack, "dat|daar is|zijn|vind|lijkt ..3 niks|niets|nix ..3"},
    {kRefusesBack, "dat ..2 wil|wilde|hoef* ..4 niet"},
    {kRefusesBack, "daar begin|doe|houd|hou ..3 niet ..1 aan|van|mee"},
    {kRefusesBack, "dus dat niet"},
    {kRefusesBack, "dat niet ..1 meer?"},
    {kRefusesBack, "dat was ..3 niks|ramp"},
    {kRefusesBack, "niks voor mij|haar|hem"},
    {kRefusesBack, "echt niet"},
    {kRefusesAll, "nix|niks|niets ..1 voor mij|me|haar|hem|ons"},
    {kRefusesAll, "doe ik niet"},
    {kRefusesAll, "val ..3 slaap"},
    {kRefusesAll, "ben ..2 niet ..1 zo? van"},
    {kRefusesAll, "allergisch"},
    {kRefusesAll, "is|zijn|lijkt|vind ..3 niks|niets ..1 voor mij|me|hem|haar"},
    {kRefusesAll, "niks|niets voor mij|hem|haar"},
    {kRefusesAll, "niet ..1 aan mij|hem|haar besteed"},
    {kRefusesAll, "hoef ik ..2 niet"},
    {kRefusesAll, "hoeft ..4 niet"},
    {kRefusesAll, "hoeven ..3 niet"},
    {kRefusesAll,
     "vind|vindt ik|hij|ze|zij ..4 vreselijk|stom|saai|verschrikkelijk|niks|eng|kinderachtig"},
    {kRefusesAll,
     "vind|vindt ..4 vreselijk|stom|saai|verschrikkelijk|niks|niets|eng|kinderachtig|vervelend|"
     "afschuwelijk >|,|en|maar|want"},
    {kRefusesAll, "niet graag >|,"},
    {kRefusesAll, "daar ..3 niet|niks|niets aan|van|mee"},
    {kRefusesAll, "niet mijn ding|smaak"},
    {kRefusesAll, "trek ik niet"},
    {kRefusesAll, "liever niet >"},
    {kRefusesAll, "niks|niet >"},
    {kRefusesAll, "lijkt me niks"},
    {kRefusesAll, "no thanks"},
    {kSetsAside, "kan|kunnen|kon ..4 niet meer"},
    {kSetsAside, "lukt ..3 niet ..1 meer"},
    {kSetsAside, "mag ..3 niet meer"},
    {kSetsAside, "heb ik al"},
    {kCannot, "kan|kun|kunnen|kon ..2 niet"},
    {kCannot, "cannot|can't|cant"},
    {kCannot, "can not"},
    {kSetsAside, "ontslag|ontslagen ..4 baas|werk|baan|fabriek|bedrijf|zaak|winkel|kantoor"},
    {kSetsAside, "als|toen kind"},
});

const Patterns& rules() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

bool is_kept(const PatternHit& refusal, const std::vector<PatternHit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [&refusal](const PatternHit& other) {
    return other.rule == kKeeps && overlaps(other, refusal);
  });
}

// Whether it is a rule of the whole clause, or one of what follows that the token follows.
bool acts_on(const PatternHit& hit, std::size_t token, Rule on_all, Rule on_rest) {
  return hit.rule == on_all || (hit.rule == on_rest && hit.end <= token);
}

}  // namespace

Stances::Stances(const std::vector<Token>& tokens)
    : clauses_(number_clauses(tokens)), hits_(rules().find(tokens)) {
  std::vector<PatternHit> standing;
  for (const PatternHit& hit : hits_) {
    if (hit.rule == kSetsAside || (hit.rule != kKeeps && !is_kept(hit, hits_)))
      standing.push_back(hit);
  }
  hits_ = std::move(standing);
}

Stance Stances::of(std::size_t token) const {
  Stance stance = Stance::kWanted;
  const std::size_t clause = clauses_[token];
  for (const PatternHit& rule : hits_) {
    if (rule.rule == kRefusesBack && clauses_[rule.begin] == clause + 1) stance = Stance::kRefused;
    if (clauses_[rule.begin] != clause) continue;
    if (acts_on(rule, token, kSetsAside, kCannot)) return Stance::kNeither;
    if (acts_on(rule, token, kRefusesAll, kRefuses)) stance = Stance::kRefused;
  }
  return stance;
}

bool Stances::is_of_rule(std::size_t token) const {
  return std::any_of(hits_.begin(), hits_.end(), [token](const PatternHit& rule) {
    return rule.begin <= token && token < rule.end;
  });
}

}  // namespace kring::indexer
