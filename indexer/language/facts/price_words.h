// In which words do people tell a price, what it pays for, and that there is none?
#pragma once

#include <array>
#include <cstddef>

#include "indexer/language/patterns.h"

namespace kring::indexer {

/// What one payment pays for.
enum PriceUnit : std::size_t {
  kWeeks,
  kCount,
  kMonth,
  kQuarter,
  kHalfYear,
  kYear,
  kSeason,
  kCard,
  kCourse
};

inline constexpr auto kUnits = std::to_array<PatternRule>({
    {kWeeks, "# weken"},
    {kCount, "# {meeting}"},
    {kCount, "# maandagen|dinsdagen|woensdagen|donderdagen|vrijdagen|zaterdagen|zondagen"},
    {kCount, "# - badenkaart|rittenkaart|lessenkaart|strippenkaart"},
    {kCount, "strippenkaart ..2 #"},
    {kMonth, "per|/|p|in de? maand|mnd|month"},
    {kMonth, "maandelijks*|maandbedrag"},
    {kQuarter, "per kwartaal"},
    {kHalfYear, "per? half jaar"},
    {kHalfYear, "halfjaar"},
    {kYear, "per jaar|kalenderjaar|year"},
    {kYear, "jaarlijks*|jaarcontributie|contributie|lidmaatschap*"},
    {kSeason, "seizoen*|per|hele? seizoen"},
    {kCard, "strippenkaart|tienrittenkaart|tienbadenkaart|strippen"},
    {kCourse, "cursus*|reeks|traject|hele cursus|programma"},
    {kCourse, "in totaal"},
    {kCourse, "alles bij elkaar"},
    {kCourse, "de? hele|gehele serie|training|periode"},
});

/// What the words tell of a price.
enum PriceWord : std::size_t {
  kFree,
  kFreeToAll,  // to come is free, whatever a drink or a lunch may cost
  kFreeEntry,
  kInsured,   // free where no share of one's own is told
  kOwnShare,  // what insurance and council leave one to pay
  kForMembers,
  kFreeThing,  // coffee, a trial, for some: not the activity itself
  kFreeDrink,  // so is entry, where no price is told
  kEuro,
  kEuroRange,     // "20 tot 35 euro": who asks for it must have the most
  kEuroAlone,     // a number that is all that the fees say
  kEuroAndCents,  // "drie euro vijftig"
  kHalfEuro,      // "twaalf en een halve euro"
  kOneAndHalf,
  kOneEuro,
  kWholeCents,
  kTenner,
  kFiver,
};

inline constexpr auto kPrices = std::to_array<PatternRule>({
    {kFree,
     "gratis|kosteloos|kostenloos|nada|costless|free|gratuit|ucretsiz|bezplatnie|bezplatny|"
     "darmowy"},
    {kFree, "no|of dues|fees|fee|charge|charges|cost|costs"},
    {kFree, "wij|we|ze|zij|hij vraagt|vragen|rekent|rekenen ..2 niets|niks"},
    {kFree, "vraagt|vragen|rekent|rekenen wij|we|ze|zij ..2 niets|niks"},
    {kFree,
     "lokaal|normaal|gewoon|gebruikelijk|gewone|gebruikelijke|normale tarief|beltarief|belkosten"},
    {kFree,
     "geen "
     "kosten|deelnamekosten|deelnamegeld|cent|stuiver|dubbeltje|entree|entreegeld|toegangsprijs|"
     "inschrijfgeld|contributie"},
    {kFree, "< geen|nihil|nvt|nee|niets|0 >"},
    {kFree, "voor nop|noppes|niks"},
    {kFree, "nul euro"},
    {kFree, "kosten ..3 : geen|nul|nihil"},
    {kFree, "gemeente|fonds|stichting|verzekering betaalt|vergoedt"},
    {kFree, "wat {you} missen|kwijt|kunt|kan|kun|wilt|wil kunt|kan|wilt|wil|missen|geven"},
    {kFree, "kost|kosten|betaalt|betaal|betalen ..2 niets|niks|nul"},
    {kFree, "vrij entree|toegankelijk"},
    {kFree, "niets|niks|niet betalen"},
    {kFree, "betalen hoeft ..1 niet"},
    {kFree, "hoeft|hoef|hoeven ..2 niet ..2 te betalen"},
    {kFree, "vraagt|vragen|kost|kosten ..2 geen geld"},
    {kFree, "geen rekening"},
    {kFree, "arbeid*|werk rekenen|rekent ..2 niet"},
    {kFree, "collecteschaal|collectebus|fooienpot|collectemand bij|aan|staat|naast"},
    {kFree, "a|small|voluntary donation|contribution"},
    {kFree, "bedava|ucretsiz"},
    {kFree, "{you} bent|ben|zijn onze gast|gasten"},
    {kFree, "{you} bepaalt|bepaal zelf wat {you} geeft|geef"},
    {kFree, "вхід вільни*"},
    {kFree, "geld komt er ..2 niet aan te pas"},
    {kFree, "fooienpot op|in de|het"},
    {kFree, "staat|hangt ..1 collectebus|collecteschaal|fooienpot"},
    {kFree, "geen ..2 collectezak|pot|schaal"},
    {kFree, "vrije|vrijwillige gaven"},
    {kFree, "kosten|contributie|entree bestaat|bestaan|is|zijn ..1 niet"},
    {kFree, "wat {you} in de pot|bus|hoed|mand ..1 doet|stopt|gooit"},
    {kFree, "is|zijn|helemaal voor niets|niks"},
    {kFree, "wordt|worden ..2 niets|niks ..3 gevraagd|gerekend|betaald"},
    {kFree, "hoeft|hoef|hoeven ..1 niets|niks|iets ..1 betaald|betalen"},
    {kFree, "niets|niks in rekening"},
    {kFree, "niemand ..1 hoeft iets|wat te betalen"},
    {kFree, "zonder ..3 kosten"},
    {kFree, "op|voor onze rekening"},
    {kFreeToAll, "zelf is gratis|kosteloos"},
    {kFreeToAll, "toegang|entree vragen|rekenen wij|we ..1 niet"},
    {kFreeToAll, "toegang|entree nop|noppes|niks|niets"},
    {kFreeToAll, "binnenlopen|binnenkomen|langskomen|aanschuiven ..1 kost niets|niks"},
    {kFree, "kosten|entree|prijs|bijdrage|tarief :? nvt|geen|nul|nihil|0"},
    {kFree, "kosten|entree|prijs|bijdrage|tarief :? n v t"},
    {kFree, "< n v t >"},
    {kFree, "alles|geheel|volledig om niet"},
    {kFree, "om niet >"},
    {kFree,
     "gemeente|fonds|stichting|school|kerk|parochie|diaconie|zorgverzekeraar|rijk ..4 "
     "bekostigt|betaalt|vergoedt|financiert"},
    {kFree,
     "bekostigt|betaalt|vergoedt|financiert de|het|een ..1 "
     "gemeente|fonds|stichting|school|kerk|parochie|diaconie|zorgverzekeraar|rijk"},
    {kFree,
     "kost|kosten {you}? alleen|hooguit|hoogstens|slechts ..2 tijd|wifi|belminuten|telefoontje"},
    {kFree,
     "kosten : ..2 eigen|alleen ..2 "
     "belminuten|koffie|kassabon|telefoontje|boek|drankje|consumpties|boodschappen"},
    {kFree, "kosten : ..1 kop|kopje|bak|bakje|glimlach|goed|gezelligheid|aandacht"},
    {kFree,
     "voor rekening van de|het ..1 gemeente|fonds|stichting|school|kerk|parochie|diaconie|rijk"},
    {kFree, "is een cadeau|cadeautje|geschenk van"},
    {kFree, "verder niks|niets >"},
    {kFree, "{you} ..2 niks|niets >"},
    {kFree, "wij|we niks|niets >"},
    {kFree, "bezoekers|toeschouwers|publiek betalen|betaalt ..1 geen|niets|niks"},
    {kFree, "каса|вхід ..1 безкоштовн*|вільний"},
    {kFree, "безкоштовн*|бесплатн*|مجاني|ucretsizdir|gratuitement"},
    {kFree, "kost|kostet neat|niets|nichts"},
    {kFreeToAll, "inwoners|bewoners|stadgenoten|dorpsgenoten ..6 kosteloos|gratis|niets|niks"},
    {kFreeToAll, "{you} als ..2 niets|niks"},
    {kFreeToAll, "voor inwoners|bewoners ..5 geen ..1 kosten"},
    {kFree, "entree|toegang :? 0|nul"},
    {kFree, "kosten geen"},
    {kFree, "darmow*|bezplatn*|безкоштовно|бесплатно|fergees"},
    {kFree, "pot|bus|busje|schaaltje|collectezak|hoed|pet|mandje ..3 gaat|staat ..1 rond|klaar"},
    {kFree, "geeft|geef|gooit|gooi|doet ..3 in de pot|bus|hoed|pet|mand"},
    {kFree, "er staat ..1 schaaltje|mandje|potje|busje|fooienpot"},
    {kFree, "vrije|vrijwillige toegang|gave|gift|bijdrage|entree|donatie"},
    {kFreeEntry, "eerste ..2 minuten|uur|gesprek|advies gratis|kosteloos"},
    {kForMembers, "gratis|vrij voor leden|kinderen|pashouders|abonnees"},
    {kFreeToAll,
     "toegang|entree|deelname|deelnemen|meedoen|meekijken|binnenkomen ..2 vrij|gratis|kosteloos"},
    {kFreeToAll, "meewerken|meehelpen|meezingen|komen|deelname ..5 is ..1 gratis"},
    {kFreeToAll, "niet betalen voor ..1 komen|deelname|meedoen"},
    {kFreeToAll, "pay|betaal|betaalt what|wat you|je|u can|kan|kunt|wilt|wil"},
    {kFreeToAll, "pay|betaal|betaalt wat {you} missen kan|kunt"},
    {kFreeToAll, "< gratis|kosteloos ,|en|;|>"},
    {kFreeToAll, "gratis|vrije|vrij toegang|entree|deelname"},
    {kFree, "donatie|gift|fooienpot|vrijwillig|bijdrage ..4 welkom|mag"},
    {kFree, "geen|zonder eigen? bijdrage|kosten|betaling"},
    {kFree, "gaat|staat|hangt er? een? ..1 pot|bus|busje|schaaltje|collectezak|hoed|pet|mandje"},
    {kFree, "gooit|gooi|doet|doe|stopt|legt|leg wat|iets in ..2 *bus|*busje|*pot|pet|hoed|schaal"},
    {kFree, "geen|zonder ..1 prijskaartje|prijskaart"},
    {kInsured, "bekostigd|gefinancierd|betaald|vergoed* uit|vanuit|door|;"},
    {kInsured, "basisverzekering|zorgverzekering|zorgverzekeraar betaalt|vergoedt"},
    {kInsured, "basisverzekering|basispakket ..1 geen|zonder eigen risico|bijdrage"},
    {kOwnShare, "cak|abonnementstarief"},
    {kOwnShare, "eigen risico|bijdrage"},
    {kOwnShare, "aanvullend* ..1 verzekering*|pakket*|polis*"},
    {kOwnShare, "conform|volgens uw|je polis|verzekering"},
    {kOwnShare, "wmo , wlz"},
    {kFree, "hoeft|hoef|hoeven niets|niks ..4 te betalen"},
    {kFree, "naar draagkracht|vermogen"},
    {kFreeThing,
     "koffie|thee|partner|begeleider|introduce|parkeren|website|soep|wifi|proefles ..2 gratis"},
    {kFreeThing, "niet langer|meer ..1 gratis|kosteloos"},
    {kFreeThing, "laag|minimum inkomen ..4 betaalt|vergoedt ..1 gemeente|fonds|stichting"},
    {kFreeThing, "leden|lid|kinderen|pashouders|vaders|moeders|ouders|partners|begeleiders gratis"},
    {kFreeThing, "kinderen|kids|jeugd|minima|begeleider*|vrijwilligers ..4 gratis"},
    {kFreeThing,
     "jongeren|minima|scholieren|studenten is|zijn|mogen|komen|kunnen|krijgen ..1 gratis"},
    {kFreeThing, "jongeren|minima|scholieren|studenten gratis"},
    {kFreeThing, "gratis|kosteloos voor|met ..2 *pas|minima|studenten|jeugd|scholieren"},
    {kFreeThing, "onder|tot de? # {year}? ..1 gratis"},
    {kFreeThing, "# keer|maal|x|avonden|lessen|weken ..2 gratis|nop|niks"},
    {kFreeThing,
     "*pas|*pashouders|aansluiten|aansluiting|bezorgen|bezorging|hond|honden|installatie|intake*|"
     "kennismaking*|ophalen|parkeren|vervoer ..3 gratis"},
    {kFreeThing,
     "gratis|free "
     "aansluiten|aansluiting|proef*|inmeten|verzending|advies|adviesgesprek|app|bezorgd|brochure|"
     "eerste|gebak|intake|"
     "kennismaken|"
     "kennismaking|kennismakingsgesprek|koffie|ophalen|parkeren|pont|proberen|proefles|snuffeldag|"
     "taart|thee|vervoer|website|wifi|coffee|tea|parking"},
    {kFreeDrink, "koffie|thee|drankje ..1 is|krijg|krijgt {you}? van ons|het"},
    {kFreeDrink, "eerste kop|kopje|bak|bakje ..2 van ons"},
    {kFreeDrink, "koffie|thee|tee|soep ..3 gratis|niks"},
    {kFreeDrink, "gratis|free koffie|thee|coffee|tea|soep"},
    {kFreeDrink, "koffie|thee|tee staat|staan klaar"},
    {kFreeDrink, "consumpties|consumptie|drankjes|drinken|koffie|thee|lunch ..2 eigen rekening"},
    {kFreeDrink,
     "consumpties|consumptie|drankjes|koffie|thee|lunch ..3 betaal|betaalt|betalen ..1 zelf"},
    {kFreeDrink, "alleen ..2 onderdelen|materiaal|materialen ..2 afgerekend|betaald"},
    {kFreeDrink,
     "betaalt|betaal|betalen alleen|slechts ..2 eigen|materiaal|onderdelen|consumpties|drankje"},
    {kFreeDrink, "alleen ..1 eigen ..1 kaartje|consumpties|telefoonkosten|reiskosten|drankje"},
    {kFreeThing, "eerste|proef|eenmaal|eenmalig ..4 gratis"},
    {kFreeThing, "alles ..6 gratis mee"},
    {kEuroAndCents, "# euro #"},
    {kEuroAndCents, "# # per|de|p keer|kom|bord|kop|bak|persoon|avond|middag|ochtend|les"},
    {kEuroAndCents, "kost|kosten|betaalt|betaal|betalen # #"},
    {kHalfEuro, "# en een halve euro"},
    {kOneAndHalf, "anderhalve euro"},
    {kEuro, "een euro of #"},
    {kOneEuro, "een euro|eurootje"},
    {kEuroRange, "# tot|- # euro"},
    {kEuroRange, "€ # tot|- €? #"},
    {kEuro, "€ #"},
    {kEuro, "# euro|euros|eurootje|euri|eur|avro|€"},
    {kEuro, "los|losse kaartje|kaart|kaarten|ticket|les #"},
    {kEuro, "pay|pays #"},
    {kEuro, "# met|incl|inclusief ..1 koffie|thee|consumptie|soep|materiaal"},
    {kEuro,
     "# per|p|pp "
     "persoon|keer|p|rit|les|avond|middag|ochtend|maaltijd|kopje|kop|glas|kom|bord|bakje|"
     "consumptie|volwassene|gezin|huishouden"},
    {kEuro, "eur|euro #"},
    {kEuro, "# , -"},
    {kEuro,
     "bijdrage|cursusprijs|lesgeld|toegangsprijs|entreeprijs|cursusgeld # >|,|per|inclusief|incl"},
    {kEuro, "# pp|ppk|pk|pj"},
    {kEuro, "# per|p|pp maand|mnd|jaar|kwartaal|seizoen|week|dag|dagdeel|uur|bijeenkomst|sessie"},
    {kEuro,
     "kosten|entree|bijdrage|eigen|prijs|contributie|tarief|toegang|deelname|inschrijfgeld : #"},
    {kEuroAlone, "< # >"},
    {kWholeCents, "# cent"},
    {kTenner, "tientje"},
    {kFiver, "vijfje"},
});

}  // namespace kring::indexer
