#include "indexer/language/limits.h"

#include <algorithm>
#include <array>

#include "indexer/language/clauses.h"
#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

constexpr std::array<std::string_view, kLimitCount> kLimitNames = {
    "fear_of_groups", "small_group", "low_energy", "low_money",
    "no_transport",   "no_evenings", "quiet",      "mobility"};

constexpr PatternRule says(Limit limit, std::string_view pattern) {
  return {static_cast<std::size_t>(limit), pattern};
}

constexpr auto kLimits = std::to_array<PatternRule>({
    says(Limit::kFearOfGroups,
         "bang|angst*|eng|doodeng|spannend|paniek* ..4 groep*|mensen|gezelschap|drukte"),
    says(Limit::kFearOfGroups, "groep*|zaal ..6 durf|tril*|zweet|niet aan"),
    says(Limit::kFearOfGroups, "zaal|groep* ..2 vol ..6 zweet|eng"),
    says(Limit::kFearOfGroups,
         "groep*|gezelschap ..4 eng|doodeng|spannend|bang|angst*|zenuwachtig|paniek*|benauwd"),
    says(Limit::kFearOfGroups, "durf ..6 niet ..4 groep*|naar binnen|alleen"),
    says(Limit::kFearOfGroups, "niet ..3 durf ..4 groep*|binnen"),
    says(Limit::kFearOfGroups, "sociale angst|fobie"),
    says(Limit::kFearOfGroups, "klap dicht|dichtklappen"),
    says(Limit::kFearOfGroups, "pleinvrees|straatvrees|drempelvrees|agorafobie"),
    says(Limit::kFearOfGroups, "afraid|scared of groups|crowds"),
    says(Limit::kSmallGroup, "niet|geen ..3 kring|groep van # man|mensen"),
    says(Limit::kSmallGroup, "max|maximaal|hooguit # mensen|man|personen"),
    says(Limit::kSmallGroup,
         "niet|geen ..4 grote|groot|hele|volle groep*|club|gezelschap|zaal|bende"),
    says(Limit::kSmallGroup, "kleine|klein|kleiner groep*|clubje|gezelschap|groepje"),
    says(Limit::kSmallGroup, "hooguit|maximaal|max ..2 # ..1 mensen|man|personen"),
    says(Limit::kSmallGroup, "een op een"),
    says(Limit::kSmallGroup, "1 op 1"),
    says(Limit::kSmallGroup, "met ..2 paar mensen|man"),
    says(Limit::kSmallGroup, "small group|groups"),
    says(Limit::kLowEnergy, "snel|gauw|zo|altijd|erg|heel moe|bekaf|uitgeput|doodmoe|op"),
    says(Limit::kLowEnergy, "weinig|geen|niet ..1 energie|puf|fut"),
    says(Limit::kLowEnergy, "gesloopt|afgedraaid|uitgeput|bekaf|uitgeteld|gaar"),
    says(Limit::kLowEnergy, "vermoeid*|energie is ..2 op"),
    says(Limit::kLowEnergy, "niet ..2 lang ..2 volhouden|vol"),
    says(Limit::kLowEnergy, "hou|houd ..4 niet ..3 vol"),
    says(Limit::kLowEnergy, "uurtje|half uur ..5 genoeg|max*|op"),
    says(Limit::kLowEnergy, "batterij|accu|pijp ..4 leeg|op|uit"),
    says(Limit::kLowEnergy, "kom ..3 bed|bank niet ..2 uit|af"),
    says(Limit::kLowEnergy, "tired"),
    says(Limit::kLowMoney, "weinig|geen|krap ..1 geld|budget|centen"),
    says(Limit::kLowMoney, "niet veel|genoeg|zoveel ..1 geld"),
    says(Limit::kLowMoney, "niet te|zo|al? duur|dure"),
    says(Limit::kLowMoney, "krap bij kas"),
    says(Limit::kLowMoney, "moet|mag|liefst|graag ..4 gratis|goedkoop"),
    says(Limit::kLowMoney, "moet|mag|liefst ..3 niks|niets ..1 kosten"),
    says(Limit::kLowMoney, "mag|moet ..3 niet ..2 kosten|duur"),
    says(Limit::kLowMoney, "kan ..5 niet betalen"),
    says(Limit::kLowMoney, "in|van de bijstand|schuldsanering|wsnp"),
    says(Limit::kLowMoney,
         "bijstandsuitkering|leefgeld|weekgeld|minimuminkomen|minimumloon|minima"),
    says(Limit::kLowMoney, "onder bewind*"),
    says(Limit::kLowMoney, "zit krap|rood"),
    says(Limit::kLowMoney, "sta ..1 rood"),
    says(Limit::kLowMoney, "blut"),
    says(Limit::kLowMoney, "niet|moeilijk|nauwelijks|amper|moeite ..2 rondkomen"),
    says(Limit::kLowMoney, "no|little money"),
    says(Limit::kLowMoney, "can|cannot|not ..1 afford"),
    says(Limit::kLowMoney, "anything|something free"),
    says(Limit::kNoTransport, "geen|zonder ..1 auto|vervoer|rijbewijs|fiets"),
    says(Limit::kNoTransport, "kan|mag ..4 niet meer ..2 fietsen|autorijden|rijden"),
    says(Limit::kNoTransport, "bus ..2 te ver"),
    says(Limit::kNoTransport, "bus ..1 rijdt|komt|gaat|stopt|haal ..2 niet|nooit|amper|nauwelijks"),
    says(Limit::kNoTransport, "bus kan|durf|lukt|mag ..2 niet"),
    says(Limit::kNoTransport, "kan|durf ..1 niet ..1 met de bus"),
    says(Limit::kNoTransport, "als|zolang ..1 bus ..1 niet nodig"),
    says(Limit::kNoTransport, "rijdt|komt|gaat ..3 geen ..1 bus"),
    says(Limit::kNoTransport, "rijbewijs ..3 kwijt|ingeleverd|ingetrokken|verlopen"),
    says(Limit::kNoTransport, "kom ..2 niet weg|ver"),
    says(Limit::kNoTransport, "can|cannot|not drive"),
    says(Limit::kNoTransport, "no|without ..1 car"),
    says(Limit::kNoTransport, "don|not drive"),
    says(Limit::kNoTransport, "don|not have|own ..1 car"),
    says(Limit::kNoEvenings, "niet|nooit meer? zo? laat? s? avonds"),
    says(Limit::kNoEvenings,
         "niet|nooit meer? laat? in|op|tijdens|bij|na de|het avond|avonduren|donker"),
    says(Limit::kNoEvenings, "geen avonden|avondactiviteit*|avondgroep*|avondprogramma*"),
    says(Limit::kNoEvenings, "liever|graag|liefst geen|niet ..3 avonds|avond|avonden|donker"),
    says(Limit::kNoEvenings, "niet|nooit|liefst|liever voor|tot? na? zessen|zevenen|achten"),
    says(Limit::kNoEvenings, "avonds liever? niet|nooit"),
    says(Limit::kNoEvenings, "avonds ..1 ga|durf|kom|rijd|fiets|doe ..6 niet|nooit"),
    says(Limit::kNoEvenings, "avonds kan|wil|mag|moet|lukt|hoeft|past ..3 niet|nooit"),
    says(Limit::kNoEvenings, "ga|durf|kom|kan|wil|mag|rijd|fiets ..2 avonds ..2 niet|nooit"),
    says(Limit::kNoEvenings, "in het donker ..4 niet"),
    says(Limit::kNoEvenings, "alleen|enkel|slechts|uitsluitend maar? overdag"),
    says(Limit::kNoEvenings, "liefst|liever|graag overdag"),
    says(Limit::kNoEvenings, "overdag graag|liefst"),
    says(Limit::kNoEvenings, "not|never in|during|after|at the? evening*|dark|night"),
    says(Limit::kNoEvenings, "no|not evening|evenings"),
    says(Limit::kNoEvenings, "don|not|never|cannot go|come|leave ..5 evening*|dark|night"),
    says(Limit::kNoEvenings, "only ..3 in|during the day|daytime|daylight"),
    says(Limit::kQuiet, "te druk|lawaaiig|luid|luidruchtig"),
    says(Limit::kQuiet, "niet ..2 druk|lawaaiig|luid"),
    says(Limit::kQuiet, "te veel ..1 lawaai|herrie|kabaal|drukte|prikkel*"),
    says(Limit::kQuiet, "niet|geen|zonder|tegen ..3 lawaai|herrie|kabaal|drukte"),
    says(Limit::kQuiet,
         "lawaai|herrie|kabaal|drukte|prikkel*|prikel* ..4 niet|slecht|gek|moe|veel"),
    says(Limit::kQuiet, "niet|geen|minder|weinig|zonder|snel ..2 prikkel*|prikel*"),
    says(Limit::kQuiet, "overprikkel*|prikkelgevoelig*|prikkelarm*"),
    says(Limit::kQuiet, "rustig|rustige|stil|stille ..2 plek|omgeving|ruimte|sfeer|plekje|ergens"),
    says(Limit::kQuiet, "rust nodig"),
    says(Limit::kQuiet, "rust om mij|me heen"),
    says(Limit::kQuiet, "quiet place|spot|room|space|group|setting|corner"),
    says(Limit::kQuiet, "somewhere|something|anywhere ..1 quiet"),
    says(Limit::kQuiet, "not|too ..1 noisy|loud"),
    says(Limit::kMobility, "zit|in|met|achter|op|mijn ..2? krukken"),
    says(Limit::kMobility, "rollator|rolstoel|scootmobiel|looprek|wandelstok"),
    says(Limit::kMobility, "rolstoelgebruik*|rolstoelafhankelijk"),
    says(Limit::kMobility, "slecht|moeilijk ter been"),
    says(Limit::kMobility, "niet ..3 ter been"),
    says(Limit::kMobility, "trap|trappen|traplopen|drempels ..3 niet|lastig|moeilijk"),
    says(Limit::kMobility, "loop|lopen ..2 slecht|moeilijk|lastig"),
    says(Limit::kMobility, "slecht|moeilijk lopen|lopend"),
    says(Limit::kMobility, "niet ..2 ver ..1 lopen"),
    says(Limit::kMobility, "kan|mag|lukt ..3 niet ..1 meer|goed|lang|best lopen"),
    says(Limit::kMobility, "lopen kan|gaat|lukt ..2 niet"),
    says(Limit::kMobility, "knie*|heup* ..4 niet|kapot|versleten"),
    says(Limit::kMobility, "wheelchair"),
    says(Limit::kMobility, "use|need|behind a|my walker"),
    says(Limit::kMobility, "walk with a|my walker|stick|cane"),
});

// What says the opposite, by the limit whose words it overlaps.
constexpr auto kDenials = std::to_array<PatternRule>({
    says(Limit::kFearOfGroups, "niet|nooit ..1 bang|eng|spannend|zenuwachtig"),
    says(Limit::kLowEnergy, "niet|nooit ..1 moe|uitgeput|vermoeid*|tired"),
    says(Limit::kLowMoney, "niet om ..2 geld"),
    says(Limit::kLowMoney, "niet ..2 gratis"),
    says(Limit::kLowMoney, "geld ..3 geen probleem"),
    says(Limit::kNoTransport, "geen|zonder ..2 nodig"),
    says(Limit::kNoTransport, "geen|zonder ..1 fiets|rijbewijs ..5 wel ..2 auto|vervoer|scooter"),
    says(Limit::kNoEvenings,
         "niet|not ..1 alleen|enkel|slechts|uitsluitend|only ..3 overdag|avond*|evening*|day*"),
    says(Limit::kNoEvenings, "overdag of|en|maar ..2 avond*"),
    says(Limit::kNoEvenings, "werk|ben|zit|zat ..2 overdag"),
    says(Limit::kNoEvenings, "weet ..3 niet"),
    says(Limit::kNoEvenings, "niet wat|hoe|waar|wie"),
    says(Limit::kNoEvenings,
         "avonds ..5 niet|nooit ..3 alleen|slapen|thuis|rusten|stilzitten|zonder"),
    says(Limit::kNoEvenings, "niet ..3 avonds ..3 alleen|thuis"),
    says(Limit::kQuiet, "heb|hebt|heeft|had|hadden|hebben ..4 druk"),
    says(Limit::kQuiet, "maak|ben ..3 druk"),
    says(Limit::kQuiet, "te druk met"),
    says(Limit::kQuiet, "niet erg|storend|vervelend|bang"),
    says(Limit::kQuiet, "geen last"),
    says(Limit::kQuiet, "niet|nooit ..1 overprikkel*|prikkelgevoelig*"),
    says(Limit::kQuiet, "woon|wonen ..4 rustig*|stil*"),
    says(Limit::kQuiet, "geen rust"),
    says(Limit::kMobility, "niet slecht|moeilijk|lastig|zwaar"),
    says(Limit::kMobility, "is ..2 niet ..2 ver ..1 lopen"),
    says(Limit::kMobility, "geen ..1 rollator|rolstoel|scootmobiel|krukken|looprek|wandelstok"),
    says(Limit::kMobility, "duw|duwen ..3 rolstoel"),
    says(Limit::kMobility, "rolstoel ..2 duwen"),
    says(Limit::kMobility, "loop|wandel ..1 zonder ..1 rollator|krukken|wandelstok"),
    says(Limit::kMobility, "push*|not|no ..3 wheelchair"),
    says(Limit::kMobility, "niet meer ..1 pijn|zeer"),
});

// What helps somebody walk: an activity that is called so may well be meant for them.
constexpr auto kAids = std::to_array<PatternRule>({
    {0, "rollator|rolstoel*|scootmobiel|looprek|wandelstok|krukken|wheelchair|walker|stick|cane"},
});

enum Mention : std::size_t {
  kRelative,  // whose own limits follow
  kPeople,    // whose limits follow in the same breath: "mensen in een rolstoel"
};

constexpr auto kOthers = std::to_array<PatternRule>({
    {kRelative,
     "mijn|m|onze|ons|zijn|haar|hun|my|our|his|her ..1 "
     "*moeder|*vader|*ouders|man|vrouw|echtgenoot|echtgenote|partner|vriend|vriendin|vrienden|"
     "kind|kinderen|*kind|*kinderen|*zoon|*zoontje|*dochter|*dochtertje|*zus|*broer|opa|oma|tante|"
     "oom|buurman|buurvrouw|buren|collega*|neef|nicht|hond|mother|father|parents|husband|wife|"
     "friend|friends|son|daughter|child|children|kids|brother|sister|neighbour"},
    {kRelative, "de|een buurman|buurvrouw|buren|kinderen|kleinkinderen|vriend|vriendin|collega"},
    {kPeople,
     "mensen|iemand|anderen|ouderen|personen|bewoners|people|someone|others "
     "met|in|zonder|achter|with|without"},
    {kPeople, "mensen|iemand|anderen|ouderen|personen|bewoners|people|someone|others ..1 die|who"},
});

// Where somebody seeks for another, the other's limits are those of the one it is for.
constexpr auto kSeeksForAnother = std::to_array<PatternRule>({
    {0, "zoek|zoeken|looking ..4 voor|for mijn|m|onze|haar|zijn|hem|hen|ze|my|our|her|him|them"},
    {0, "voor mijn|m|onze|haar|zijn ..2 zoek|zoeken"},
});

// By which a clause goes on about those of the clause before it.
constexpr auto kGoesOn = std::to_array<PatternRule>({
    {0, "die|hij|zij|ze|deze|who|he|she|they"},
});

// The speaker, or a death after which the speaker is alone.
constexpr auto kTurnsBack = std::to_array<PatternRule>({
    {0, "ik|k|mij|me|wij|we|ons|i|overleden|overleed|dood|stierf|died"},
});

constexpr auto kLinks = std::to_array<PatternRule>({
    {0, "die|dat|met|in|zonder|achter|who|with|without"},
});

constexpr auto kPrepositions = std::to_array<PatternRule>({
    {0, "met|voor|van|door|bij|naar|zonder|om|aan|with|for|of|by|to"},
});

// Empty where it ends before it begins.
std::vector<Token> part_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  end = std::min(end, tokens.size());
  const auto first = tokens.begin();
  return {first + static_cast<std::ptrdiff_t>(std::min(begin, end)),
          first + static_cast<std::ptrdiff_t>(end)};
}

// Tells whose the limits of one text are.
class Owners {
 public:
  explicit Owners(const std::vector<Token>& tokens)
      : tokens_(tokens), clauses_(number_clauses(tokens)) {
    static const Patterns kMentions(kOthers);
    static const Patterns kSeeks(kSeeksForAnother);
    if (!kSeeks.is_in(tokens)) mentions_ = kMentions.find(tokens);
  }

  [[nodiscard]] bool is_of_another(const PatternHit& limit) const {
    return is_told_of(limit.begin, begin_of_clause(limit.begin)) || goes_on_about(limit)
           || belongs_to_next(limit);
  }

 private:
  // Whether the last one who is named from `from` on, before the token `at`, is who `at` tells of.
  [[nodiscard]] bool is_told_of(std::size_t at, std::size_t from) const {
    static const Patterns kBack(kTurnsBack);
    static const Patterns kDirect(kLinks);
    static const Patterns kBefore(kPrepositions);
    const auto last = std::find_if(
        mentions_.rbegin(), mentions_.rend(),
        [&](const PatternHit& mention) { return mention.begin >= from && mention.begin < at; });
    if (last == mentions_.rend() || kBack.is_in(part_of(tokens_, last->end, at))) return false;
    const bool is_aside =
        last->begin > from && kBefore.is_in(part_of(tokens_, last->begin - 1, last->begin));
    return last->rule == kPeople || !is_aside
           || kDirect.is_in(part_of(tokens_, last->end, last->end + 1));
  }

  // "Mijn man, die slecht ter been is": who is named before the comma.
  [[nodiscard]] bool goes_on_about(const PatternHit& limit) const {
    static const Patterns kPronouns(kGoesOn);
    const std::size_t begin = begin_of_clause(limit.begin);
    if (begin == 0 || limit.begin <= begin) return false;
    if (!kPronouns.is_in(part_of(tokens_, begin, std::min(begin + 2, limit.begin)))) return false;
    const std::size_t before = begin_of_clause(begin - 1);
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const PatternHit& mention) {
      return mention.begin >= before && mention.end <= begin;
    });
  }

  // "De rolstoel van mijn vrouw".
  [[nodiscard]] bool belongs_to_next(const PatternHit& limit) const {
    const bool is_owned = limit.end < tokens_.size() && tokens_[limit.end].form->folded == "van";
    return is_owned
           && std::any_of(mentions_.begin(), mentions_.end(), [&limit](const PatternHit& mention) {
                return mention.begin == limit.end + 1;
              });
  }

  [[nodiscard]] std::size_t begin_of_clause(std::size_t at) const {
    const auto first = std::lower_bound(clauses_.begin(), clauses_.end(), clauses_[at]);
    return static_cast<std::size_t>(first - clauses_.begin());
  }

  const std::vector<Token>& tokens_;
  std::vector<std::size_t> clauses_;
  std::vector<PatternHit> mentions_;
};

bool is_apostrophe_at(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 4> kMarks = {"'", "`", "\u2019", "\u2018"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return at <= text.size() && text.substr(at).starts_with(mark);
  });
}

// "I can drive": a token leaves out the "'t" by which "can't" denies.
bool affirms(std::string_view text, const std::vector<Token>& tokens, const PatternHit& hit) {
  if (tokens[hit.begin].form->folded != "can") return false;
  const bool is_denied = tokens[hit.begin + 1].form->folded == "not";
  return !is_denied && !is_apostrophe_at(text, tokens[hit.begin].span.end);
}

TextSpan span_of(std::string_view text, const std::vector<Token>& tokens, const PatternHit& hit) {
  TextSpan span = hit.span_in(tokens);
  if (hit.begin == 0 || tokens[hit.begin - 1].form->folded != "s") return span;
  span.begin = tokens[hit.begin - 1].span.begin;
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}}) {  // bytes of an apostrophe
    if (span.begin < length || !is_apostrophe_at(text, span.begin - length)) continue;
    span.begin -= length;
    break;
  }
  return span;
}

bool crosses_clauses(const std::vector<Token>& tokens, const PatternHit& hit) {
  const auto first = tokens.begin();
  return std::any_of(first + static_cast<std::ptrdiff_t>(hit.begin),
                     first + static_cast<std::ptrdiff_t>(hit.end), parts_clauses);
}

bool turns_away(Limit limit) {
  return limit == Limit::kFearOfGroups || limit == Limit::kLowMoney || limit == Limit::kNoTransport
         || limit == Limit::kNoEvenings || limit == Limit::kMobility;
}

bool names_unwanted(const std::vector<Token>& tokens, const PatternHit& hit) {
  static const Patterns kHelping(kAids);
  return turns_away(static_cast<Limit>(hit.rule))
         && !kHelping.is_in(part_of(tokens, hit.begin, hit.end));
}

bool is_denied(const PatternHit& hit, const std::vector<PatternHit>& denials) {
  return std::any_of(denials.begin(), denials.end(), [&hit](const PatternHit& denial) {
    return denial.rule == hit.rule && overlaps(denial, hit);
  });
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

std::vector<LimitHit> find_limits(std::string_view text, const std::vector<Token>& tokens) {
  static const Patterns kStated(kLimits);
  static const Patterns kDenied(kDenials);
  const std::vector<PatternHit> denials = kDenied.find(tokens);
  const Owners owners(tokens);
  std::vector<LimitHit> limits;
  for (const PatternHit& hit : kStated.find(tokens)) {
    if (crosses_clauses(tokens, hit)) continue;
    LimitStance stance = LimitStance::kOwn;
    if (owners.is_of_another(hit)) stance = LimitStance::kOfAnother;
    if (is_denied(hit, denials) || affirms(text, tokens, hit)) stance = LimitStance::kDenied;
    limits.push_back({static_cast<Limit>(hit.rule), stance, hit.begin, hit.end,
                      span_of(text, tokens, hit), names_unwanted(tokens, hit)});
  }
  return limits;
}

}  // namespace kring::indexer
