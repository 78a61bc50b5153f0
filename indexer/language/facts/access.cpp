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
    {kBlocked, "lift is? defect|kapot|stuk"},
    {kBlocked, "lift ..1 buiten gebruik|werking"},
    {kBlocked, "te smal voor"},
    {kBlocked, "alleen|uitsluitend ..3 trap|trappen"},
    {kBlocked, "ladder|loopplank"},
    {kBlocked, "niet verhard"},
    {kBarred, "steile helling voor"},
    {kBarred, "rolstoel* past|kan|kunnen|gaat|helaas ..1 niet"},
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
  std::array<bool, 9> rules{};
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

// Where the place says nothing, the description may: only plain words about wheelchairs count. That
// none can come it says of the activity, whatever the place is like.
Seen told_in_text(const RecordText& text) {
  static constexpr auto kTold = std::to_array<PatternRule>({
      {kReachable, "rolstoeltoegankelijk*|rolstoelvriendelijk*|drempelvrij"},
      {kReachable, "rolstoel* ..3 kan|kunnen ..1 mee|komen|er"},
      {kReachable, "rolstoel* ..3 mee|welkom|prima|past"},
      {kReachable, "rolstoelers"},
      {kReachable, "geschikt|toegankelijk voor ..1 rolstoel*"},
      {kReachable, "rolstoelplaats* ..2 lift"},
      {kReachable, "bus|busje ..3 lift|rolstoellift"},
      {kReachable, "zaal|plek ..3 goed|geschikt voor rolstoel*"},
      {kReachable, "verharde paden"},
      {kBlocked, "niet geschikt|toegankelijk voor ..1 rolstoel*"},
      {kBlocked, "ongeschikt voor ..1 rolstoel*"},
      {kBlocked, "rolstoel* ..3 niet|helaas"},
      {kBarred, "rolstoel*|rolstoelers helaas|kan|past|kunnen|gaat ..1 niet"},
      {kBarred, "niet geschikt|toegankelijk voor ..4 rolstoel*"},
      {kBarred, "niet rolstoeltoegankelijk|rolstoelvriendelijk"},
      {kBarred, "niet|ongeschikt voor ..1 rolstoel*"},
      {kBlocked, "geen ..1 rolstoel*"},
      {kBlocked, "alleen|via|steile ..2 trap|trappen"},
  });
  static const Patterns kPatterns(kTold);
  Seen seen;
  for (const FieldHit& found :
       find_hits(text, kPatterns, {Field::kDescription, Field::kEligibility})) {
    seen.rules[found.hit.rule] = true;
  }
  if (seen.has(kBlocked)) seen.rules[kReachable] = false;
  return seen;
}

}  // namespace

AccessFacts find_access(const RecordText& text, std::size_t site) {
  Seen seen;
  for (const FieldText& field : text.fields) {
    if (field.field == Field::kAccessibility && field.item == site) seen.add(rules_in(field));
  }
  const Seen told = told_in_text(text);
  const bool is_silent = !seen.has(kReachable) && !seen.has(kBlocked);
  if (is_silent || told.has(kBarred)) seen.add(told);
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

}  // namespace kring::indexer
