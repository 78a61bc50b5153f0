#include "indexer/language/wishes.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/language/clauses.h"
#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

enum Rule : std::size_t {
  kKeeps,        // looks like a refusal and is none: "niet alleen"
  kRefuses,      // what follows
  kRefusesAll,   // the whole clause
  kRefusesBack,  // what the clause before it speaks of
  kSetsAside,    // neither wanted nor refused, the whole clause
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kKeeps, "niet alleen|enkel"},
    {kKeeps, "waarom niet|geen"},
    {kKeeps, "niet|nooit zonder"},
    {kKeeps, "niet uit|erg|genoeg|zo goed|slecht|verkeerd"},
    {kKeeps, "geen idee|probleem|punt|bezwaar|zin|mens|sterveling|moer"},
    {kKeeps, "hoeft ..4 niet ..2 per|gratis|duur|groot|elke|zo"},
    {kKeeps, "niet ..1 weten|weet|meer|vaak|veel|lang|zeker|durf|gelukt|thuis|mis|missen"},
    {kKeeps, "geen ..3 om mee|meer"},
    {kKeeps, "not only|just"},
    {kRefuses, "geen|zonder|no|not"},
    {kRefuses, "niet|liever niet|nooit"},
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
    {kSetsAside, "ontslag|ontslagen ..4 baas|werk|baan"},
    {kSetsAside, "als|toen kind"},
});

const Patterns& rules() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

enum class Stance : std::uint8_t {
  kWanted,
  kRefused,
  kNeither
};

// What the clauses of a text do with the concepts in them.
class Stances {
 public:
  explicit Stances(const std::vector<Token>& tokens)
      : clauses_(number_clauses(tokens)), hits_(rules().find(tokens)) {}

  [[nodiscard]] Stance of(const ConceptHit& hit) const {
    Stance stance = Stance::kWanted;
    for (const PatternHit& rule : hits_) {
      const std::size_t clause = clauses_[hit.begin];
      const bool looks_back = rule.rule == kRefusesBack && clauses_[rule.begin] == clause + 1;
      if (looks_back && !is_kept(rule)) stance = Stance::kRefused;
      if (clauses_[rule.begin] != clause) continue;
      if (rule.rule == kSetsAside) return Stance::kNeither;
      if (rule.rule == kRefusesAll && !is_kept(rule)) stance = Stance::kRefused;
      if (rule.rule == kRefuses && rule.end <= hit.begin && !is_kept(rule))
        stance = Stance::kRefused;
    }
    return stance;
  }

 private:
  [[nodiscard]] bool is_kept(const PatternHit& refusal) const {
    return std::any_of(hits_.begin(), hits_.end(), [&refusal](const PatternHit& other) {
      return other.rule == kKeeps && overlaps(other, refusal);
    });
  }

  std::vector<std::size_t> clauses_;
  std::vector<PatternHit> hits_;
};

using Concepts = std::map<std::size_t, WishedConcept>;

void keep(const ConceptHit& hit, const std::vector<Token>& tokens, Concepts& concepts) {
  const Clarity clarity =
      hit.form == Form::kWhole && !hit.is_hint ? Clarity::kSaid : Clarity::kHinted;
  const TextSpan span{tokens[hit.begin].span.begin, tokens[hit.end - 1].span.end};
  const auto [entry, is_new] =
      concepts.try_emplace(hit.number, WishedConcept{hit.number, clarity, span});
  if (!is_new && clarity > entry->second.clarity) entry->second = {hit.number, clarity, span};
}

std::vector<WishedConcept> values_of(const Concepts& concepts) {
  std::vector<WishedConcept> values;
  for (const auto& [number, wished] : concepts) {
    values.push_back(wished);
  }
  return values;
}

// Whether the words begin or end what says a limit; what stands between is free: "niet ver lopen".
bool says_limit(const ConceptHit& hit, const std::vector<LimitHit>& limits) {
  return std::any_of(limits.begin(), limits.end(), [&hit](const LimitHit& limit) {
    const bool is_within = limit.begin <= hit.begin && hit.end <= limit.end;
    return is_within && (limit.begin == hit.begin || hit.end == limit.end);
  });
}

// Each once, where it is said first.
std::vector<WishedLimit> own_limits(const std::vector<LimitHit>& said) {
  std::map<Limit, WishedLimit> own;
  for (const LimitHit& hit : said) {
    if (hit.stance == LimitStance::kOwn)
      own.try_emplace(hit.limit, WishedLimit{hit.limit, hit.span});
  }
  std::vector<WishedLimit> limits;
  limits.reserve(own.size());
  for (const auto& [limit, wished] : own) {
    limits.push_back(wished);
  }
  return limits;
}

std::vector<WishedLimit> unwanted_words(const std::vector<LimitHit>& said) {
  std::vector<WishedLimit> unwanted;
  for (const LimitHit& hit : said) {
    if (hit.stance == LimitStance::kOwn && hit.names_unwanted)
      unwanted.push_back({hit.limit, hit.span});
  }
  return unwanted;
}

// A name is no wish: "meneer De Wandelaar", "de Kookstraat".
bool is_name(const std::vector<Token>& tokens, std::string_view text, const ConceptHit& hit) {
  const Token& first = tokens[hit.begin];
  const char letter = text[first.span.begin];
  const bool is_capital = letter >= 'A' && letter <= 'Z';
  const bool begins = hit.begin == 0 || tokens[hit.begin - 1].kind == CutKind::kStop;
  static constexpr std::array<std::string_view, 8> kPlaces = {"straat", "laan", "weg",  "plein",
                                                              "park",   "hof",  "wijk", "steeg"};
  const std::string& word = first.form->folded;
  const bool is_place =
      std::any_of(kPlaces.begin(), kPlaces.end(),
                  [&word](std::string_view ending) { return word.ends_with(ending); });
  return is_capital && (!begins || is_place) && hit.end == hit.begin + 1 && word.size() > 4;
}

}  // namespace

Wishes read_wishes(std::string_view text,
                   const ConceptFinder& finder,
                   const catalog::Vocabulary& vocabulary,
                   const Analyser& analyser) {
  const std::vector<Token> tokens = analyser.tokens_of(text);
  const Stances stances(tokens);
  const std::vector<LimitHit> said_limits = find_limits(text, tokens);
  Concepts wanted;
  Concepts refused;
  for (const ConceptHit& hit : finder.find(tokens)) {
    const bool is_activity =
        vocabulary.concepts()[hit.number].kind == catalog::ConceptKind::kActivity;
    if (!is_activity || is_name(tokens, text, hit) || says_limit(hit, said_limits)) continue;
    const Stance stance = stances.of(hit);
    if (stance == Stance::kWanted) keep(hit, tokens, wanted);
    if (stance == Stance::kRefused) keep(hit, tokens, refused);
  }
  Wishes wishes;
  wishes.wanted = values_of(wanted);
  std::erase_if(refused, [&wanted](const auto& entry) { return wanted.contains(entry.first); });
  wishes.refused = values_of(refused);
  wishes.limits = own_limits(said_limits);
  wishes.unwanted = unwanted_words(said_limits);
  return wishes;
}

}  // namespace kring::indexer
