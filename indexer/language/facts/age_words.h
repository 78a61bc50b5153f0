// In which words do people tell for which ages something is?
#pragma once

#include <array>
#include <cstddef>

#include "indexer/language/patterns.h"

namespace kring::indexer {

/// How an age is told.
enum AgeWord : std::size_t {
  kLimit,      // "de ondergrens ligt nu op vijftig": whatever it is called
  kToPension,  // "van 18 tot de AOW"
  kRange,      // "12 t/m 17 jaar"
  kBareRange,  // "20-35": only in a name, or where ages are spoken of
  kPlus,       // "55+", "65 jaar en ouder"
  kNamedPlus,  // "zestigplussers"
  kDecades,    // "twintigers en dertigers"
  kFrom,       // "vanaf 18"
  kUpTo,       // "t/m 27 jaar"
  kUnder,      // "onder de 70"
  kAdults,     // "volwassenen"
  kAnyAge,     // says that there is no rule
  kLifetime,   // "van 8 tot 80": who comes, no rule
  kWithAdult,  // "onder de 12 alleen met een volwassene": so they may come
  kNotYet,     // "nog geen achttien? Bel de kinderlijn": it is for the others
  kDropped,    // "de leeftijdsgrens is vervallen": whatever stands elsewhere
};

inline constexpr auto kAges = std::to_array<PatternRule>({
    {kLimit,
     "ondergrens|leeftijdsgrens|minimumleeftijd|instapleeftijd ..1 is|ligt|staat ..2 op|bij? #"},
    {kLimit, "leeftijdsgrens|minimumleeftijd ..3 verlaagd|verhoogd naar|tot #"},
    {kRange, "vanaf|van # {year}? tot en met #"},
    {kRange,
     "twintigers|dertigers|veertigers|vijftigers|leeftijd|jongeren|jongvolwassenen ( ..3 # tot|- "
     "#"},
    {kUpTo, "bent|ben|is|zijn {you}? hooguit|hoogstens|maximaal # {year}?"},
    {kFrom, "jonger dan # {year}? nemen|laten ..4 niet"},
    {kLimit, "# {year}? als|is de? ondergrens|minimumleeftijd"},
    {kRange, "ben|bent je|jij|u # t / m #"},
    {kRange, ", # tot en met # >"},
    {kFrom, "be|are|aged over #"},
    {kUnder, "de # nog niet ..1 gepasseerd|aangetikt|bereikt|gehaald"},
    {kUnder, "wie # {year}? wordt gaat|gaan|stroomt|moet"},
    {kDropped, "inmiddels|tegenwoordig ..3 elke|iedere|alle leeftijd|leeftijden"},
    {kDropped, "elke|iedere|alle leeftijd|leeftijden ..2 inmiddels|tegenwoordig"},
    {kFrom, "bent|ben|is|zijn {you}? # geweest"},
    {kFrom, "# kaarsjes"},
    {kUnder, "totdat|tot {you} # {year}? wordt|bent|word"},
    {kUnder, "tot ..3 dag ..1 dat|waarop {you} # wordt|bent|word"},
    {kUnder, "maar nog geen|niet #"},
    {kFrom,
     "onder|beneden de? # {year}? ..1 niet|geen ..1 "
     "toegang|toegestaan|welkom|toegelaten|meedoen|lid"},
    {kFrom, "# {year}? en hoger"},
    {kAnyAge, "ouder dan # {year}? of heeft|hebt|bent|met|na"},
    {kRange, "# t / m # {year}"},
    {kRange, "# t / m # -"},
    {kRange, "# - # {year}"},
    {kRange, "# – # {year}"},
    {kRange, "# tot|to # {year}"},
    {kRange, "# {year} tot # {year}"},
    {kRange, "# tot en met # {year}"},
    {kRange, "voor|van|bent|zijn # tot en met #"},
    {kRange, "( # tot en met # )"},
    {kRange, "( # t / m # )"},
    {kRange, "bent|ben|zit {you}? ..1 tussen de? # en de? # {year}?"},
    {kToPension, "tussen # {year}? en ..2 aow*|pensioen*"},
    {kFrom, "bent|ben|is|minimaal|minstens|tenminste|zijn de # gepasseerd|voorbij"},
    {kFrom, "de # gepasseerd|voorbij|gepasseert"},
    {kFrom, "bent|ben|wees|zijn {you}? minimaal|minstens|tenminste|ouder # en|,|{year}|>"},
    {kFrom, "ouder is|bent|zijn dan #"},
    {kFrom, "fan # jier of"},
    {kFrom, "voor ..1 wie|iedereen|mensen|volwassenen boven|vanaf de? # >|,|en|die|met"},
    {kUpTo, "tot een jaar of #"},
    {kUpTo, "tot ongeveer|circa|ca|pakweg|grofweg|zo'n|zo # {year}?"},
    {kUpTo, "uw|je|jouw kind|kinderen ( tot maximaal? # {year}?"},
    {kUpTo, "uw|je|jouw kind|kinderen ( tot en met # {year}?"},
    {kRange, "tussen de? # en de? # {year}"},
    {kRange, "tussen de # en de? #"},
    {kRange, "# tm # {year}?"},
    {kRange, "ben|bent je|jij|u # - #"},
    {kRange, "je|jij|u ben|bent # - #"},
    {kRange, "je|jij|u ben|bent # t / m #"},
    {kRange, "je|jij|u bent|ben tussen de? # en #"},
    {kRange, "ben|bent ..1 tussen de? # en de? #"},
    {kRange, "( # - # )"},
    {kRange, "( # – # )"},
    {kRange,
     "volwassenen|jongere|jongeren|mensen|vrouwen|mannen|kinderen|kids|iedereen|jeugd|jeugdigen|"
     "jongens|meiden|meisjes|tieners|leerlingen|scholieren|studenten|singles|lui|alleenstaanden|"
     "alleengaanden|dames|heren van # tot|tm #"},
    {kUpTo, "( tot # )"},
    {kUpTo, "( t / m # )"},
    {kUpTo, "iedereen|jongeren|mensen|jeugd tot en met #"},
    {kRange, "mag|moet # tot # zijn"},
    {kRange, "volwassenen|jongeren|mensen|vrouwen|mannen|deelnemers ( # - # )"},
    {kRange, "van|between # tot|and # {year}"},
    {kRange, "aged # to|- #"},
    {kPlus, "# +"},
    {kPlus, "# plus"},
    {kPlus, "# plusser*"},
    {kNamedPlus,
     "veertigplus*|vijftigplus*|vijfenvijftigplus*|zestigplus*|vijfenzestigplus*|zeventigplus*|"
     "vijfenzeventigplus*|tachtigplus*"},
    {kDecades, "twintigers en dertigers"},
    {kPlus, "# {year}? en|of ouder"},
    {kPlus, "# {year}? and|or over|older|up"},
    {kPlus, "# {year} or older"},
    {kPlus, "# {year}? zijn of|en ouder"},
    {kFrom, "vanaf|boven|minimaal|minstens|min ongeveer|circa|de? # {year}"},
    {kFrom, "ten minste # {year}"},
    {kFrom, "vanaf|boven de # >"},
    {kFrom, "vanaf|boven de #"},
    {kFrom, "vanaf #"},
    {kFrom, "vanaf de leeftijd van #"},
    {kFrom, "vanaf je|jouw|uw|hun #"},
    {kFrom, "vanaf een jaar of #"},
    {kFrom, "voorbij de #"},
    {kFrom, "# jaar|jr en op"},
    {kFrom, "ondergrens|instapleeftijd ..2 #"},
    {kUpTo, "blijven tot en met je|uw #"},
    {kRange, "leeftijd|leeftijden ..2 # tot|tm #"},
    {kRange, "leeftijd|leeftijden ..2 # tot en met #"},
    {kFrom, "minimumleeftijd|minimale ..2 #"},
    {kFrom, "moet|bent ..1 # zijn|{year}"},
    {kFrom, "ouder dan # {year}?"},
    {kFrom, "leeftijd vanaf|minimaal : #"},
    {kUpTo, "t / m # {year}"},
    {kUpTo, "tot en met # {year}"},
    {kUpTo, "gaan|gaat ..3 tot en met #"},
    {kUpTo, "tot maximaal? # {year}"},
    {kUpTo, "up to # {year}?"},
    {kUnder, "onder|jonger de|dan # {year}?"},
    {kUnder, "under #"},
    {kUnder, "en nog geen #"},
    {kNotYet, "nog geen #"},
    {kAdults, "volwassenen|volwassene|volwassen|adults|jongvolwassenen|meerderjarig*"},
    {kRange,
     "jongere|jongeren|mensen|iedereen|vrouwen|mannen|volwassenen|deelnemers|studenten|scholieren|"
     "jongens|meiden|meisjes|tieners|jeugd|jeugdigen|kinderen|kids|dames|heren|wie tussen de? # en "
     "de? #"},
    {kRange, "iedereen|jongeren|mensen|jeugd|jongens|meiden van # tot en met #"},
    {kRange, "iedereen|jongeren|mensen|jeugd|jongens|meiden van # t / m #"},
    {kFrom, "< minimaal|minstens # >"},
    {kFrom, "age # and|or over|older"},
    {kToPension, "vanaf|van # {year}? tot ..2 aow*|pensioen*"},
    {kAnyAge, "leeftijd ..2 speelt|maakt|doet ..2 geen|niet|niets"},
    {kAnyAge, "geen maximumleeftijd"},
    {kDropped, "geen leeftijdsgrens|leeftijdsgrenzen|minimumleeftijd"},
    {kAnyAge, "elke|iedere|alle leeftijd|leeftijden"},
    {kAnyAge, "ongeacht ..1 leeftijd"},
    {kLifetime, "van # tot #"},
    {kAnyAge,
     "vooral|voornamelijk|meestal|hoofdzakelijk ..1 ouderen|senioren|jongeren|gepensioneerden"},
    {kAnyAge, "all ages"},
    {kAnyAge,
     "# plusser* en|of ..2 mensen|personen|bewoners|inwoners|iedereen|anderen met|die|zonder"},
    {kAnyAge, "# + en|of ..2 mensen|personen|bewoners|inwoners|iedereen|anderen met|die|zonder"},
    {kAnyAge, "zieken|minima en|of # plusser*|+"},
    {kAnyAge, "# plusser*|+ en|of minima|zieken"},
    {kAnyAge, "# {year}? en|of ouder en|of ..1 mensen|personen|iedereen met|die|zonder"},
    {kAnyAge, "# {year}? en|of ouder , of met|bij|na"},
    {kAnyAge, "boven|vanaf # {year}? of na|met een"},
    {kAnyAge, "# {year}? en|of ouder , of jonger als|wanneer|indien|bij"},
    {kAnyAge, "# plusser* , of jonger als|wanneer|indien|bij|met"},
    {kAnyAge, "ouderen|senioren en|of ..1 iedereen|anderen|mensen met|die|zonder"},
    {kAnyAge, "vooral|meestal|voornamelijk|veelal|doorgaans ..2 pensioen*|gepensioneerd*"},
    {kAnyAge, "geen|zonder ..1 leeftijd vast|grens|eis|gevraagd|nodig"},
    {kAnyAge, "leeftijd ..3 is er niet|geen"},
    {kAnyAge, "( onder de? #"},
    {kWithAdult,
     "onder|tot de? # {year}? ..4 samen|met|onder|begeleiding|begeleid|mits ..4 "
     "volwassene|ouder|ouders|begeleider|begeleiding|grote"},
    {kAnyAge, "leeftijd ..2 onbelangrijk|bijzaak"},
    {kAnyAge, "gemiddelde leeftijd"},
    {kAnyAge,
     "er lopen|komen|doen|zitten|zijn ..2 mensen|leden|deelnemers|vrijwilligers van # tot #"},
    {kAnyAge, "maar|ook wie|iedereen ..5 ook ..2 meedoen|welkom|aansluiten|aanschuiven"},
    {kAnyAge, "jongere|jongeren|jonger mag|mogen|kan|kunnen ook"},
    {kDropped,
     "leeftijdsgrens|leeftijdsgrenzen|leeftijdseis ..10 vervallen|afgeschaft|losgelaten|vervalt"},
    {kBareRange, "tussen de? # en de? #"},
    {kBareRange, "# - #"},
    {kBareRange, "# – #"},
    {kBareRange, "# t / m #"},
});

}  // namespace kring::indexer
