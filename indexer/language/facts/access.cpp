// Who can get in at a place?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Answer;

enum Rule : std::size_t {
  kReachable,
  kBlocked,
  kAwkward,  // neither yes nor no: someone must help
  kToilet,
  kNoToilet,
  kLoop,
  kQuiet,
  kDog,
  kBarred,  // no wheelchair gets in, whatever else is level
  kPartly,  // in, but not to all of it
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kReachable,
     "rolstoeltoegankelijk*|rolstoelvriendelijk*|drempelvrij*|drempelloos|gelijkvloers*|"
     "rolstoelgeschikt|rolstoelingang|"
     "invalidentoilet|rolstoeltoilet|hellingbaan|oprijplaat|badlift|tillift*|rolstoelplaats*|"
     "rolstoellift|plateaulift|platformlift|rolstoelproof|trapvrij|gehandicaptentoilet|"
     "mindervalidentoilet|mivatoilet|toegankelijk"},
    {kReachable, "rollatorvriendelijk|rollatortoegankelijk"},
    {kReachable, "< ja >"},
    {kReachable, "straatniveau|maaiveld|oprijplank|rijplank|drempelplaat|drempelplaten"},
    {kReachable, "bereikbaar|toegankelijk ..1 met|per ..2 rolstoel*|scootmobiel|rollator"},
    {kReachable, "miva|mindervaliden toilet|ingang|parkeerplaats"},
    {kReachable, "geschikt|toegankelijk voor ..1 mindervaliden|gehandicapten|scootmobielen"},
    {kReachable, "vlakke|lage ingang|entree|drempel"},
    {kReachable, "rolstoel*|rollator* ..4 komen|mee|ok|welkom|oke"},
    {kReachable, "volledig|geheel|goed aangepast|toegankelijk"},
    {kReachable, "rolstoel* ..3 prima|past|ingang|gaat|kunnen"},
    {kReachable, "helling|oprit|step-free|ramp|ramps|elevator|drempelvrij"},
    {kReachable, "step free"},
    {kReachable, "goed|geschikt voor rolstoel*"},
    {kReachable, "geen|zonder drempel|drempels|trappen|trap|opstap"},
    {kReachable, "begane grond"},
    {kReachable, "lift|liften"},
    {kReachable, "rolstoel ..2 kan|past|welkom|geschikt|mogelijk"},
    {kReachable, "brede|automatische deur|deuren|schuifdeur|gang|ingang|paden|poort"},
    {kReachable, "deur # cm breed"},
    {kReachable, "verharde|verhard paden|pad|terrein"},
    {kReachable, "paden|parkpaden verhard"},
    {kReachable, "toegankelijk voor|met ..2 rolstoel*|iedereen|scootmobiel"},
    {kReachable, "aangepast|aangepaste toilet|kleedkamer*|ingang"},
    {kReachable, "drempelhulp"},
    {kReachable, "ruime|rolstoel helling"},
    {kReachable, "alles vlak|gelijkvloers"},
    {kReachable, "een niveau"},
    {kReachable, "wheelchair accessible|friendly"},
    {kBlocked,
     "geen|zonder|niet "
     "lift|rolstoeltoegankelijk|rolstoel*|toegankelijk|drempelvrij|rolstoelvriendelijk"},
    {kBlocked, "rolstoel ..3 niet|lastig|onmogelijk"},
    {kBlocked, "niet ..3 rolstoel*"},
    {kBlocked, "ongeschikt voor ..2 rolstoel*"},
    {kBlocked, "steile|smalle|wenteltrap trap|trappen"},
    {kBlocked, "per|via|alleen|met trap|trappen"},
    {kBlocked, "trap van|op|af|zonder"},
    {kBlocked, "trapje|traptreden|wenteltrap|zolder|stoeptreden"},
    {kBlocked, "# treden|traptreden"},
    {kBlocked, "hoge drempel|drempels|opstap|stoep"},
    {kBlocked, "geen|zonder hellingbaan|helling|oprit|oprijplaat"},
    {kBlocked, "< nee >"},
    {kBlocked, "opstap|treetje|trede|treden|opstapje|steps|stairs"},
    {kBlocked, "trap op|omhoog|omlaag|naar"},
    {kBlocked, "boven|kelder , alleen trap"},
    {kBlocked, "niet geschikt voor ..1 rolstoel*"},
    {kBlocked, "no lift|elevator"},
    {kBlocked, "onverhard*|kiezelpad|kiezels|gravel|drassig|modder*"},
    {kBlocked, "smalle ..1 deur|deuren|ingang|gang"},
    {kBlocked, "steile helling voor"},
    {kBlocked, "slecht|moeilijk|lastig|niet bereikbaar|toegankelijk"},
    {kBlocked, "lift is? ..2 defect|kapot|stuk"},
    {kBlocked, "lift ..1 buiten gebruik|werking"},
    {kBlocked, "te smal voor"},
    {kBlocked, "alleen|uitsluitend ..3 trap|trappen"},
    {kBlocked, "ladder|loopplank"},
    {kBlocked, "niet verhard"},
    {kBarred, "steile helling voor"},
    {kBarred, "rolstoel* past|kan|kunnen|gaat|helaas ..1 niet"},
    {kBarred, "rolstoel* ..1 alleen|mits ..2 opgevouwen|opvouw*|inklap*|ingeklapt"},
    {kBarred, "niet toegankelijk|geschikt voor ..4 rolstoel*"},
    {kBarred, "ongeschikt voor ..1 rolstoel*"},
    {kBarred, "geen rolstoel*"},
    {kBarred, "rolstoel* : nee|niet"},
    {kAwkward, "stoeptrede|stoepje"},
    {kAwkward, "losse plank"},
    {kAwkward, "hulp nodig"},
    {kAwkward, "met|na hulp"},
    {kAwkward, "steile helling bij"},
    {kToilet,
     "aangepast|aangepaste|rolstoeltoegankelijk|breed|ruim|rolstoelvriendelijk|groot|mindervaliden "
     "toilet"},
    {kToilet, "invalidentoilet|rolstoeltoilet|mindervalidentoilet"},
    {kToilet, "toilet voor mindervaliden|gehandicapten|rolstoel*"},
    {kToilet, "incl|inclusief toilet"},
    {kToilet, "toilet smal maar rolstoel past"},
    {kNoToilet, "toilet ..2 niet|krap|boven"},
    {kNoToilet, "geen ..2 toilet"},
    {kNoToilet, "toilet in de kelder"},
    {kNoToilet, "composttoilet"},
    {kLoop, "ringleiding"},
    {kQuiet, "prikkelarm*|stilteruimte|rustkamer|rustruimte|stiltehoek"},
    {kQuiet, "rustige ruimte|plek|hoek|kamer|zaal"},
    {kDog, "blindegeleidehond*|hulphond*|assistentiehond*"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

struct Seen {
  std::array<bool, 10> rules{};
  [[nodiscard]] bool has(Rule rule) const { return rules[rule]; }
  void add(const Seen& other) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      rules[rule] = rules[rule] || other.rules[rule];
    }
  }
};

Answer answer_of(bool says_yes, bool says_no) {
  if (says_no) return Answer::kNo;
  return says_yes ? Answer::kYes : Answer::kUnknown;
}

// A lack of a toilet is no lack of a way in: hits within it do not count.
Seen rules_in(const FieldText& field) {
  const std::vector<PatternHit> hits = patterns().find(field.tokens);
  Seen seen;
  for (const PatternHit& hit : hits) {
    const bool is_way_in = hit.rule == kReachable || hit.rule == kToilet;
    bool is_denied = false;
    for (const PatternHit& other : hits) {
      const bool denies =
          other.rule == kNoToilet || (other.rule == kBlocked && hit.rule == kReachable);
      is_denied = is_denied || (is_way_in && denies && overlaps(hit, other));
    }
    if (!is_denied) seen.rules[hit.rule] = true;
  }
  return seen;
}

constexpr auto kTold = std::to_array<PatternRule>({
    {kReachable,
     "rolstoeltoegankelijk*|rolstoelvriendelijk*|rolstoelgeschikt*|drempelvrij*|drempelloos|"
     "drempelloze|gelijkvloers*|trapvrij*|rolstoellift|rolstoelingang|rolstoeltoilet|"
     "rolstoelplaats*|invalidentoilet|mindervalidentoilet|gehandicaptentoilet|mivatoilet|tillift*|"
     "hellingbaan|oprijplaat|oprijplank|rolstoelers"},
    {kReachable, "rolstoel* ..3 kan|kunnen|mag|mogen ..2 mee|komen|er|in|naar|bij|door|binnen"},
    {kReachable, "rolstoel* ..3 mee|welkom|prima|past|passen|ok|oke|rijdt|rijden|rolt"},
    {kReachable, "rolstoel* ..1 geen probleem|punt|bezwaar"},
    {kReachable, "rolstoel* in|na overleg"},
    {kReachable, "rolstoelproof|rolstoelbus*|rolstoeltaxi*"},
    {kReachable, "rolstoel* duwen"},
    {kReachable, "groot|ruim|breed genoeg voor ..2 rolstoel*"},
    {kReachable, "voor ..1 rolstoelen"},
    {kReachable, "in|met je|uw eigen? rolstoel*"},
    {kReachable, "rolstoel* te? bereikbaar|bereiken"},
    {kReachable, "is|zijn ..1 toegankelijk"},
    {kReachable, "volledig|geheel|goed toegankelijk"},
    {kReachable, "vloer is|ligt ..1 vlak"},
    {kReachable, "zonder drempel"},
    {kReachable, "drempel eruit|weg|weggehaald"},
    {kReachable, "lage drempel"},
    {kReachable, "drempel is ..1 laag"},
    {kReachable, "deur|voordeur ..3 meter|cm breed?"},
    {kReachable, "platformlift|plateaulift|traplift|liftplaat"},
    {kReachable, "past|passen ..4 rolstoel*"},
    {kReachable, "vanuit|vanaf een|je|uw rolstoel*"},
    {kReachable,
     "geschikt|toegankelijk|ook|plek|plaats|ruimte|berijdbaar voor|per|met ..1 rolstoel*"},
    {kReachable, "zaal|plek ..3 goed|geschikt voor rolstoel*"},
    {kReachable, "bus|busje ..3 lift|rolstoellift"},
    {kReachable, "wielen ..3 welkom|prima|mee"},
    {kReachable, "is|zijn|heeft|hebben geen ..1 drempels|opstap|opstapje|trap|trappen|treden"},
    {kReachable, "geen drempels|opstapjes|treden"},
    {kReachable, "zonder ..1 drempels|opstap|opstapje|trappen|treden"},
    {kReachable, "alles op|is een|1 verdieping|niveau|vloer"},
    {kReachable, "lift|liftje naar boven"},
    {kReachable, "we|wij hebben een lift|hellingbaan|oprit|plank"},
    {kReachable, "lift ..2 aanwezig|beschikbaar"},
    {kReachable, "helling|hellinkje|plank|plankje|oprit ligt|naast|aan|bij|voor"},
    {kReachable, "aangepaste|ruime wc|toiletten"},
    {kReachable, "toilet is aangepast|rolstoeltoegankelijk"},
    {kReachable, "invaliden|rolstoel wc|toilet"},
    {kReachable, "ruimte|plaats|plek ..2 voor ..1 rolstoel*"},
    {kReachable, "rolstoel* ..2 prima|goed|makkelijk|gemakkelijk te? doen"},
    {kReachable, "scootmobiel* ..2 mee|welkom|kan|kunnen|binnen"},
    {kReachable, "deuren ..3 vanzelf|automatisch"},
    {kReachable, "breed genoeg"},
    {kReachable, "brede|automatische|ruime deur|deuren|ingang|gang|gangen|schuifdeur|schuifdeuren"},
    {kReachable, "deur|deuren|ingang|gang|gangen is|zijn ..1 breed"},
    {kReachable, "breed|ruim|aangepast toilet"},
    {kReachable, "er is ..2 lift|liftje|helling|oprit|plank|traplift|plateaulift"},
    {kReachable, "met de lift"},
    {kReachable, "gladde|flauwe|lage|brede oprit|helling"},
    {kReachable, "op de begane grond"},
    {kReachable,
     "verharde|vlakke|geasfalteerde|betonnen paden|pad|route|weg|ondergrond|terrein|wandelpad"},
    {kReachable, "pad|paden|*pad|*paden|terrein|straat|plein|route is|zijn ..2 vlak|verhard"},
    {kReachable, "ramp on|available|at"},
    {kReachable, "wheelchair* accessible|welcome|friendly|fine"},
    {kReachable, "step free"},
    {kBlocked, "ongeschikt voor ..1 rolstoel*"},
    {kBlocked, "rolstoel* ..3 niet|helaas"},
    {kBlocked, "geen ..1 rolstoel*"},
    {kBlocked, "geen|zonder ..1 lift|hellingbaan|helling|oprit"},
    {kBlocked, "niet ..1 begane|gelijkvloers"},
    {kBlocked, "alleen|via|steile|smalle|hoge|enkel ..2 trap|trappen|treden|traptreden"},
    {kBlocked, "steile|smalle loopplank|gangboord|trapje"},
    {kBlocked, "hoge drempel|drempels|instap|opstap|stoep"},
    {kBlocked, "drempel|instap|opstap|stoep is erg|vrij|nogal? hoog"},
    {kBlocked, "dus|moet|moeten|wel|alleen ..4 goed ter been"},
    {kBlocked, "no lift|elevator"},
    {kBlocked, "not wheelchair|accessible"},
    {kBlocked, "moet|moeten|zelf ..3 trap|trappen lopen|klimmen|op|af"},
    {kBlocked, "traplopen|traplopen ..2 nodig|noodzakelijk|kunnen"},
    {kBlocked, "smalle|steile|stenen|wankele|losse|lange ..1 trap|wenteltrap|trapje|trappetje"},
    {kBlocked, "wenteltrap|vlizotrap|loopplank"},
    {kBlocked, "wentel trap"},
    {kBlocked, "# treden|traptreden"},
    {kBlocked, "houten ..1 trap"},
    {kBlocked, "stairs only"},
    {kBlocked, "passen|stappen ..2 kunnen zetten|lopen"},
    {kBlocked, "lopen moet|kunnen|kan {you}"},
    {kBarred, "niet ..1 rolstoelgeschikt|rolstoelvriendelijk|rolstoelproof"},
    {kBarred, "niet ..3 te doen met|voor ..3 rolstoel*|stoel"},
    {kBlocked, "trap van|met # treden"},
    {kBlocked, "onverharde|mulle|modderige ..1 pad|paden|weg|bodem|terrein|ondergrond|zand"},
    {kBlocked, "graspaden|klaphek|klaphekken|klaphekjes|mul zand|overstapjes"},
    {kBlocked, "zelf ..2 in- en|instappen|overstappen|uitstappen ..1 kunnen"},
    {kBarred, "geen plek|plaats|ruimte voor ..1 rolstoel*"},
    {kBarred, "past|passen geen rolstoel*"},
    {kBarred, "rolstoel* ..1 zijn|is|kunnen|kan ..2 niet"},
    {kBarred, "rolstoel* ..3 kom|komen ..4 niet ..1 in|binnen|door|op|boven|ver"},
    {kBarred, "niet|slecht ..2 te doen|begaanbaar|haalbaar ..1 met|voor ..2 rolstoel*"},
    {kBarred, "rolstoel* ..4 niet te doen|haalbaar|begaanbaar"},
    {kBarred, "rolstoel* ..4 kan|kunnen|past|passen|gaat|gaan|lukt|mag|mogen|komt ..2 niet"},
    {kBarred, "rolstoel* ..2 niet mee|in|binnen|op|door"},
    {kBarred, "rolstoel* helaas ..1 niet"},
    {kBarred, "rolstoel* ..5 met geen mogelijkheid"},
    {kBarred,
     "rolstoel*|rolstoelers ..1 alleen|mits|moet|slechts ..3 opgevouwen|opvouw*|inklap*|ingeklapt"},
    {kBarred, "rolstoel* moet|moeten|blijft|blijven ..3 beneden|buiten|achter|thuis"},
    {kBarred, "rolstoelers verwijst|verwijzen"},
    {kBarred, "wielen ..1 gaat|gaan|kan|kunnen|lukt|komt|kom ..2 niet"},
    {kBarred, "niet geschikt|toegankelijk|bereikbaar voor|met|per ..4 rolstoel*"},
    {kBarred, "niet ..1 rolstoeltoegankelijk|rolstoelvriendelijk"},
    {kBarred, "niet|ongeschikt voor ..1 rolstoel*"},
    {kBarred, "lift ..8 defect|kapot|storing"},
    {kBarred, "lift is nu|momenteel|even|helaas stuk"},
    {kBarred, "lift is stuk"},
    {kBarred, "lift ..3 buiten gebruik|werking|dienst"},
    {kReachable, "rolstoel* ..9 niet ..9 wel in|op|bij|naar"},
    {kPartly, "rolstoel* ..9 niet ..9 wel in|op|bij|naar"},
    {kPartly, "daar|hier ..4 rolstoel* ..1 niet"},
});

// Where the place says nothing, the description may, in plain words. That none can come it says of
// the activity, whatever the place is like; that they miss a part of it only, is no bar.
Seen told_in_text(const RecordText& text) {
  static const Patterns kPatterns(kTold);
  Seen seen;
  for (const FieldHit& found :
       find_hits(text, kPatterns, {Field::kDescription, Field::kEligibility, Field::kAlert})) {
    seen.rules[found.hit.rule] = true;
  }
  if (seen.has(kPartly) && seen.has(kReachable)) {
    seen.rules[kBlocked] = false;
    seen.rules[kBarred] = false;
  }
  if (seen.has(kBlocked)) seen.rules[kReachable] = false;
  return seen;
}

AccessFacts facts_of(const Seen& seen) {
  const bool gets_in =
      seen.has(kReachable) && !seen.has(kBarred) && !(seen.has(kAwkward) && !seen.has(kToilet));
  const bool is_blocked = seen.has(kBarred) || (seen.has(kBlocked) && !seen.has(kReachable));
  AccessFacts facts{};
  facts[0] = answer_of(gets_in, is_blocked);
  facts[1] = answer_of(seen.has(kToilet), seen.has(kNoToilet) && !seen.has(kToilet));
  facts[2] = answer_of(gets_in, is_blocked);
  facts[3] = answer_of(seen.has(kLoop), false);
  facts[4] = Answer::kUnknown;
  facts[5] = answer_of(seen.has(kQuiet), false);
  facts[6] = answer_of(seen.has(kDog), false);
  return facts;
}

}  // namespace

AccessFacts find_access(const RecordText& text, std::size_t site) {
  Seen seen;
  for (const FieldText& field : text.fields) {
    if (field.field == Field::kAccessibility && field.item == site) seen.add(rules_in(field));
  }
  const Seen told = told_in_text(text);
  const bool is_silent = !seen.has(kReachable) && !seen.has(kBlocked);
  const bool is_rebuilt = seen.has(kBlocked) && told.has(kReachable) && !told.has(kBarred);
  if (is_rebuilt) seen.rules[kBlocked] = false;
  if (is_silent || is_rebuilt || told.has(kBarred)) seen.add(told);
  return facts_of(seen);
}

AccessFacts find_told_access(const RecordText& text) {
  return facts_of(told_in_text(text));
}

}  // namespace kring::indexer
