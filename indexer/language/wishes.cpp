#include "indexer/language/wishes.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

constexpr std::array<std::string_view, kLimitCount> kLimitNames = {
    "fear_of_groups", "small_group", "low_energy", "low_money",
    "no_transport",   "no_evenings", "quiet",      "mobility"};

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

// Where a clause begins, beside commas.
constexpr auto kBreaks =
    std::to_array<std::string_view>({"maar", "want", "omdat", "wel", "dus", "terwijl", "hoewel",
                                     "behalve", "but", "because", "liever"});

constexpr auto kLimits = std::to_array<PatternRule>({
    {static_cast<std::size_t>(Limit::kFearOfGroups),
     "bang|angst*|eng|doodeng|spannend|paniek* ..4 groep*|mensen|gezelschap|drukte"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "groep*|zaal ..6 durf|tril*|zweet|niet aan"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "zaal|groep* ..2 vol ..6 zweet|eng"},
    {static_cast<std::size_t>(Limit::kFearOfGroups),
     "groep*|gezelschap ..4 eng|doodeng|spannend|bang|angst*|zenuwachtig|paniek*|benauwd"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "durf ..6 niet ..4 groep*|naar binnen|alleen"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "niet ..3 durf ..4 groep*|binnen"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "sociale angst|fobie"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "klap dicht|dichtklappen"},
    {static_cast<std::size_t>(Limit::kFearOfGroups),
     "pleinvrees|straatvrees|drempelvrees|agorafobie"},
    {static_cast<std::size_t>(Limit::kFearOfGroups), "afraid|scared of groups|crowds"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "niet|geen ..3 kring|groep van # man|mensen"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "max|maximaal|hooguit # mensen|man|personen"},
    {static_cast<std::size_t>(Limit::kSmallGroup),
     "niet|geen ..4 grote|groot|hele|volle groep*|club|gezelschap|zaal|bende"},
    {static_cast<std::size_t>(Limit::kSmallGroup),
     "kleine|klein|kleiner groep*|clubje|gezelschap|groepje"},
    {static_cast<std::size_t>(Limit::kSmallGroup),
     "hooguit|maximaal|max ..2 # ..1 mensen|man|personen"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "een op een"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "1 op 1"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "met ..2 paar mensen|man"},
    {static_cast<std::size_t>(Limit::kSmallGroup), "small group|groups"},
    {static_cast<std::size_t>(Limit::kLowEnergy),
     "snel|gauw|zo|altijd|erg|heel moe|bekaf|uitgeput|doodmoe|op"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "weinig|geen|niet ..1 energie|puf|fut"},
    {static_cast<std::size_t>(Limit::kLowEnergy),
     "gesloopt|afgedraaid|uitgeput|bekaf|uitgeteld|gaar"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "vermoeid*|energie is ..2 op"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "niet ..2 lang ..2 volhouden|vol"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "hou|houd ..4 niet ..3 vol"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "uurtje|half uur ..5 genoeg|max*|op"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "batterij|accu|pijp ..4 leeg|op|uit"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "kom ..3 bed|bank niet ..2 uit|af"},
    {static_cast<std::size_t>(Limit::kLowEnergy), "tired"},
    {static_cast<std::size_t>(Limit::kLowMoney),
     "weinig|geen|niet|krap ..2 geld|duur|kas|budget|centen"},
    {static_cast<std::size_t>(Limit::kLowMoney),
     "moet|mag|liefst|graag ..4 gratis|goedkoop|niks|niets kosten?"},
    {static_cast<std::size_t>(Limit::kLowMoney), "mag|moet ..3 niet ..2 kosten|duur"},
    {static_cast<std::size_t>(Limit::kLowMoney), "kan ..5 niet betalen"},
    {static_cast<std::size_t>(Limit::kLowMoney),
     "bijstand|schuldsanering|leefgeld|minimum*|wsnp|weekgeld|bewind*"},
    {static_cast<std::size_t>(Limit::kLowMoney), "zit krap|rood"},
    {static_cast<std::size_t>(Limit::kLowMoney), "blut|rondkomen"},
    {static_cast<std::size_t>(Limit::kLowMoney), "no|little money"},
    {static_cast<std::size_t>(Limit::kLowMoney), "can ..1 afford"},
    {static_cast<std::size_t>(Limit::kLowMoney), "anything|something free"},
    {static_cast<std::size_t>(Limit::kNoTransport), "geen|zonder ..2 auto|vervoer|rijbewijs|fiets"},
    {static_cast<std::size_t>(Limit::kNoTransport),
     "kan|mag ..4 niet meer ..2 fietsen|autorijden|rijden"},
    {static_cast<std::size_t>(Limit::kNoTransport), "bus ..6 niet|nooit|ver|amper"},
    {static_cast<std::size_t>(Limit::kNoTransport), "rijbewijs ..3 kwijt|ingeleverd|niet"},
    {static_cast<std::size_t>(Limit::kNoTransport), "kom ..4 nergens|niet weg|niet ver"},
    {static_cast<std::size_t>(Limit::kNoTransport), "can|no ..1 drive|car"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "avonds ..6 niet|nooit|geen|durf ..4"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "niet ..4 avonds|avond|donker"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "alleen ..1 overdag"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "in het donker ..4 niet"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "overdag"},
    {static_cast<std::size_t>(Limit::kNoEvenings), "not ..3 evening*|dark"},
    {static_cast<std::size_t>(Limit::kQuiet), "te|zo druk|lawaaiig|luid"},
    {static_cast<std::size_t>(Limit::kQuiet), "niet ..2 druk|lawaai|herrie"},
    {static_cast<std::size_t>(Limit::kQuiet), "prikkel*|prikel*|overprikkel*|lawaai|herrie|kabaal"},
    {static_cast<std::size_t>(Limit::kQuiet),
     "rustig|rustige|stil|stille ..2 plek|omgeving|ruimte|sfeer|plekje|ergens"},
    {static_cast<std::size_t>(Limit::kQuiet), "rust nodig|om mij heen"},
    {static_cast<std::size_t>(Limit::kQuiet), "drukte ..4 niet"},
    {static_cast<std::size_t>(Limit::kQuiet), "quiet|noisy"},
    {static_cast<std::size_t>(Limit::kMobility),
     "rollator|rolstoel|scootmobiel|krukken|looprek|wandelstok"},
    {static_cast<std::size_t>(Limit::kMobility), "slecht ter been"},
    {static_cast<std::size_t>(Limit::kMobility), "trap*|drempel* ..3 niet|lastig|moeilijk"},
    {static_cast<std::size_t>(Limit::kMobility), "loop|lopen ..2 slecht|moeilijk|lastig"},
    {static_cast<std::size_t>(Limit::kMobility), "slecht|moeilijk lopen|lopend"},
    {static_cast<std::size_t>(Limit::kMobility), "niet ..2 ver ..1 lopen"},
    {static_cast<std::size_t>(Limit::kMobility), "knie*|heup* ..4 niet|kapot|versleten"},
    {static_cast<std::size_t>(Limit::kMobility), "wheelchair|walker"},
});

const Patterns& rules() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

const Patterns& limits() {
  static const Patterns kPatterns(kLimits);
  return kPatterns;
}

bool parts_clauses(const Token& token) {
  const std::string& sign = token.form->folded;
  return token.kind == CutKind::kStop || sign == "," || sign == ":" || sign == "(";
}

// By token: the clause it stands in.
std::vector<std::size_t> number_clauses(const std::vector<Token>& tokens) {
  std::vector<std::size_t> clauses(tokens.size());
  std::size_t clause = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].form->folded;
    const bool is_break = std::find(kBreaks.begin(), kBreaks.end(), word) != kBreaks.end();
    if (is_break || parts_clauses(tokens[i])) ++clause;
    clauses[i] = clause;
  }
  return clauses;
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

// What says a limit, each within its commas: "koken kan ik niet, elke avond ..." says none.
std::vector<PatternHit> find_limits(const std::vector<Token>& tokens) {
  std::vector<PatternHit> hits = limits().find(tokens);
  std::erase_if(hits, [&tokens](const PatternHit& hit) {
    const auto first = tokens.begin();
    return std::any_of(first + static_cast<std::ptrdiff_t>(hit.begin),
                       first + static_cast<std::ptrdiff_t>(hit.end), parts_clauses);
  });
  return hits;
}

// Whether the words begin or end what says a limit; what stands between is free: "niet ver lopen".
bool says_limit(const ConceptHit& hit, const std::vector<PatternHit>& limits) {
  return std::any_of(limits.begin(), limits.end(), [&hit](const PatternHit& limit) {
    const bool is_within = limit.begin <= hit.begin && hit.end <= limit.end;
    return is_within && (limit.begin == hit.begin || hit.end == limit.end);
  });
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

std::string_view name_of(Limit limit) {
  return kLimitNames[static_cast<std::size_t>(limit)];
}

std::optional<Limit> find_limit(std::string_view name) {
  const auto found = std::find(kLimitNames.begin(), kLimitNames.end(), name);
  if (found == kLimitNames.end()) return std::nullopt;
  return static_cast<Limit>(found - kLimitNames.begin());
}

Wishes read_wishes(std::string_view text,
                   const ConceptFinder& finder,
                   const catalog::Vocabulary& vocabulary,
                   const Analyser& analyser) {
  const std::vector<Token> tokens = analyser.tokens_of(text);
  const Stances stances(tokens);
  const std::vector<PatternHit> said_limits = find_limits(tokens);
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
  std::map<Limit, WishedLimit> said;
  for (const PatternHit& hit : said_limits) {
    const auto limit = static_cast<Limit>(hit.rule);
    said.try_emplace(limit, WishedLimit{limit, hit.span_in(tokens)});
  }
  for (const auto& [limit, wished] : said) {
    wishes.limits.push_back(wished);
  }
  return wishes;
}

}  // namespace kring::indexer
