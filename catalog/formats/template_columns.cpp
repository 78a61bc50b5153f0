#include "catalog/formats/template_columns.h"

#include <algorithm>
#include <array>
#include <map>

#include "catalog/formats/encoding.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr std::array kColumns = {
    TemplateColumn{Field::kKey, "Kenmerk", "id|nummer|activiteit id|activiteitnummer|code",
                   "Uw eigen nummer of code. Verander het niet: eraan herkent Kring de activiteit.",
                   "A-001"},
    TemplateColumn{
        Field::kName, "Naam",
        "naam activiteit|naam van de activiteit|activiteit|titel|aanbod|naam aanbod",
        "Verplicht. Heeft de activiteit meer plaatsen of tijden: herhaal kenmerk en naam op een "
        "nieuwe rij.",
        "Samen koken"},
    TemplateColumn{
        Field::kDescription, "Omschrijving", "beschrijving|korte omschrijving|toelichting|inhoud",
        "Wat doet men er, in gewone taal.", "We koken en eten samen. Iedereen doet mee."},
    TemplateColumn{Field::kOrganization, "Organisatie",
                   "aanbieder|naam organisatie|organisatienaam|instelling", "Wie het aanbiedt.",
                   "Stichting Voorbeeld"},
    TemplateColumn{Field::kVenue, "Locatie", "naam locatie|locatienaam|gebouw|waar",
                   "Naam van de plek.", "Buurthuis De Voorbeeldhof"},
    TemplateColumn{Field::kStreet, "Adres",
                   "straat|straat en huisnummer|straat huisnummer|adres locatie|straatnaam",
                   "Straat en huisnummer.", "Voorbeeldstraat 1"},
    TemplateColumn{Field::kPostcode, "Postcode", "pc", "Als 6512 AB.", "6512 AB"},
    TemplateColumn{Field::kTown, "Plaats", "woonplaats|plaatsnaam|stad|dorp", "Dorp of stad.",
                   "Nijmegen"},
    TemplateColumn{Field::kPhone, "Telefoon", "telefoonnummer|tel|telefoon organisatie|mobiel",
                   "Eén nummer; een tweede nummer op een nieuwe rij.", "024-000 00 00"},
    TemplateColumn{Field::kPhoneNote, "Telefoon toelichting",
                   "bereikbaarheid|telefonisch bereikbaar|toelichting telefoon",
                   "Wanneer er wordt opgenomen.", "werkdagen 9-12 uur"},
    TemplateColumn{Field::kEmail, "E-mail", "email|e mailadres|emailadres|mail|mailadres",
                   "Algemeen adres, niet van één persoon.", "info@example.org"},
    TemplateColumn{Field::kUrl, "Website", "link|url|webadres|site|meer informatie",
                   "Webadres van de activiteit.", "https://example.org/samen-koken"},
    TemplateColumn{Field::kDays, "Dagen", "dag|weekdag|dag en|op welke dag|welke dag",
                   "Als: maandag, woensdag; ma t/m vr; 2e vrijdag (van de maand).",
                   "dinsdag, donderdag"},
    TemplateColumn{Field::kOpens, "Begintijd", "starttijd|aanvang|van|tijd|tijd van|tijden",
                   "Als 10:00.", "17:00"},
    TemplateColumn{Field::kCloses, "Eindtijd", "tot|tijd tot|einde", "Als 12:00.", "19:30"},
    TemplateColumn{Field::kFrequency, "Hoe vaak", "frequentie|herhaling",
                   "elke week (ook als het leeg is), om de 2 weken, elke maand, eenmalig.",
                   "elke week"},
    TemplateColumn{Field::kFirstDay, "Begindatum",
                   "startdatum|datum|datum van|vanaf datum|eerste keer",
                   "Als 31-12-2026. Bij om de 2 weken: een dag waarop het is.", "05-01-2027"},
    TemplateColumn{Field::kLastDay, "Einddatum", "datum tot|datum tot en met|laatste keer",
                   "Als 31-12-2026.", ""},
    TemplateColumn{Field::kTimeNote, "Tijden toelichting",
                   "toelichting tijden|opmerking tijden|openingstijden",
                   "Wat u in woorden wilt toevoegen.", "niet in schoolvakanties"},
    TemplateColumn{
        Field::kAttendance, "Manier van meedoen", "vorm|deelname|manier van deelnemen|deelnamevorm",
        "op locatie, aan huis, telefonisch of online; meer met een komma.", "op locatie"},
    TemplateColumn{Field::kCost, "Kosten", "prijs|bedrag|eigen bijdrage|tarief",
                   "Bedrag als 3,50; 0 of gratis. Een tweede prijs op een nieuwe rij.", "3,50"},
    TemplateColumn{Field::kCostUnit, "Kosten per", "per|eenheid|prijs per|kosten eenheid",
                   "per keer, per maand, per cursus, leden …", "per keer"},
    TemplateColumn{Field::kCostNote, "Kosten toelichting",
                   "toelichting kosten|toelichting prijs|opmerking kosten",
                   "Wat u in woorden wilt toevoegen.", "met Meedoenpas gratis"},
    TemplateColumn{Field::kMinAge, "Leeftijd vanaf",
                   "minimumleeftijd|min leeftijd|minimale leeftijd|leeftijd van",
                   "Heel getal, in jaren.", "18"},
    TemplateColumn{Field::kMaxAge, "Leeftijd tot en met",
                   "maximumleeftijd|max leeftijd|maximale leeftijd|leeftijd tot|leeftijd t m|tot "
                   "en met leeftijd",
                   "Heel getal, in jaren.", ""},
    TemplateColumn{Field::kAudience, "Voor wie", "doelgroep|doelgroepen|voor wie is het",
                   "In woorden.", "Iedereen die graag samen eet"},
    TemplateColumn{Field::kLanguages, "Talen", "taal|voertaal|voertalen",
                   "Met een puntkomma ertussen.", "Nederlands; Arabisch"},
    TemplateColumn{Field::kGroupSize, "Groepsgrootte",
                   "aantal deelnemers|maximum aantal deelnemers|grootte",
                   "één op één, kleine groep, open groep of een aantal. Komt bij de omschrijving.",
                   "kleine groep"},
    TemplateColumn{Field::kApplication, "Aanmelden",
                   "aanmelding|hoe aanmelden|toegang|aanmelden of verwijzing",
                   "Hoe men erin komt: binnenlopen, aanmelden, kennismaking, indicatie.",
                   "Binnenlopen kan altijd."},
    TemplateColumn{Field::kReferral, "Verwijzing nodig",
                   "verwijzing|verwijzing vereist|verwijsbrief",
                   "ja of nee; leeg als u het niet weet. Komt bij het aanmelden.", "nee"},
    TemplateColumn{Field::kWaiting, "Wachttijd", "wachtlijst|wachten",
                   "Als: geen, 3 weken, 2 maanden.", "geen"},
    TemplateColumn{Field::kAreas, "Werkgebied", "gebied|wijk|wijken|regio",
                   "Voor inwoners van; met een puntkomma ertussen, de soort tussen haakjes.",
                   "Nijmegen (Gemeente)"},
    TemplateColumn{Field::kWheelchair, "Rolstoeltoegankelijk",
                   "rolstoel|rolstoelvriendelijk|toegankelijk voor rolstoel",
                   "ja of nee; leeg als u het niet weet. Komt bij de toegankelijkheid.", "ja"},
    TemplateColumn{Field::kAccess, "Toegankelijkheid", "toegankelijkheid locatie|voorzieningen",
                   "Zinnen met een puntkomma ertussen.", "Aangepast toilet; Lift"},
    TemplateColumn{Field::kTransport, "Vervoer", "vervoer en bereikbaarheid|route",
                   "Bushalte, parkeren, ophalen.", ""},
    TemplateColumn{Field::kTags, "Trefwoorden",
                   "trefwoord|tags|labels|categorie|categorieen|thema|rubriek",
                   "Met een puntkomma ertussen.", "koken; eten"},
    TemplateColumn{Field::kStatus, "Status", "actief",
                   "actief (ook als het leeg is), inactief, tijdelijk gesloten, "
                   "opgeheven.",
                   "actief"},
    TemplateColumn{Field::kAlert, "Let op", "melding|mededeling|bijzonderheden",
                   "Wat men nu moet weten.", ""},
    TemplateColumn{
        Field::kVerified, "Laatst gecontroleerd",
        "laatst gecontroleerd op|gecontroleerd op|controledatum|datum controle|peildatum",
        "Datum waarop iemand navroeg of dit klopt.", "01-11-2026"},
    TemplateColumn{Field::kModified, "Laatst gewijzigd",
                   "laatst gewijzigd op|gewijzigd op|mutatiedatum",
                   "Datum van de laatste verandering.", ""},
    TemplateColumn{Field::kCount, "Aantal keren", "aantal bijeenkomsten|aantal lessen",
                   "Heel getal.", ""},
    TemplateColumn{Field::kExcept, "Niet op", "uitgezonderd|behalve op",
                   "Datums met een puntkomma ertussen.", ""},
    TemplateColumn{Field::kCurrency, "Munt", "valuta", "EUR, ook als het leeg is.", ""},
    TemplateColumn{Field::kPlaceKind, "Soort locatie", "type locatie",
                   "Leeg bij een adres; online of telefonisch als er geen adres is.", ""},
    TemplateColumn{Field::kPlaceUrl, "Weblink van de locatie", "link online|deelnamelink",
                   "Van een online plek.", ""},
    TemplateColumn{Field::kMunicipality, "Gemeente", "naam gemeente",
                   "Gemeente waarin de locatie ligt.", ""},
    TemplateColumn{Field::kCountry, "Land", "landcode", "NL.", ""},
    TemplateColumn{Field::kLatitude, "Breedtegraad", "latitude|lat", "Als 51,84.", ""},
    TemplateColumn{Field::kLongitude, "Lengtegraad", "longitude|lon|lng", "Als 5,86.", ""},
    TemplateColumn{Field::kPlaceKey, "Kenmerk van de locatie", "locatie id|locatiecode",
                   "Uw eigen nummer of code.", ""},
    TemplateColumn{Field::kZone, "Tijdzone", "zone", "Leeg voor Nederland.", ""},
    TemplateColumn{Field::kOrganizationKey, "Kenmerk van de organisatie",
                   "organisatie id|organisatiecode|kvk", "Uw eigen nummer of code.", ""},
    TemplateColumn{Field::kOrganizationDescription, "Over de organisatie",
                   "omschrijving organisatie", "Wie zij zijn, in één zin.", ""},
    TemplateColumn{Field::kOrganizationEmail, "E-mail van de organisatie",
                   "e mail organisatie|email organisatie", "Algemeen adres.", ""},
    TemplateColumn{Field::kOrganizationUrl, "Website van de organisatie", "website organisatie",
                   "Webadres.", ""},
    TemplateColumn{Field::kHouseNumber, "Huisnummer", "huisnr|nr|huisnummer en toevoeging", "", ""},
    TemplateColumn{Field::kLicence, "Licentie", "", "", ""},
    TemplateColumn{Field::kAttribution, "Bronvermelding", "", "", ""},
};

/// Columns with these words anywhere in their heading are about persons.
constexpr std::array kPersonalWords = {
    "contactpersoon", "contactpersonen", "bsn",          "burgerservicenummer",
    "geboortedatum",  "geboortejaar",    "voornaam",     "achternaam",
    "roepnaam",       "tussenvoegsel",   "voorletters",  "prive",
    "thuisadres",     "noodcontact",     "clientnummer", "voornamen",
    "geboorteplaats"};
/// Roles of persons: beside a word of the next list, or alone.
constexpr std::array kRoles = {"vrijwilliger", "vrijwilligers", "medewerker",  "medewerkers",
                               "coordinator",  "begeleider",    "begeleiders", "docent",
                               "trainer",      "deelnemer",     "deelnemers",  "beheerder",
                               "contact",      "client",        "clienten",    "maatje",
                               "hulpverlener", "bezoeker",      "bezoekers",   "aanvrager"};
constexpr std::array kDetails = {"naam",     "namen", "mobiel",    "telefoon",  "telefoonnummer",
                                 "tel",      "email", "mail",      "mailadres", "adres",
                                 "leeftijd", "06",    "emailadres"};

template <class Words>
bool has_any(const std::string& spaced, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return spaced.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

/// Every heading that means a field, folded.
std::map<std::string, Field> list_headings() {
  std::map<std::string, Field> fields;
  for (const TemplateColumn& column : kColumns) {
    fields.emplace(fold_words(column.heading), column.field);
  }
  for (const TemplateColumn& column : kColumns) {
    for (const std::string_view synonym : split(column.synonyms, '|')) {
      fields.emplace(synonym, column.field);
    }
  }
  return fields;
}

}  // namespace

std::span<const TemplateColumn> written_columns() {
  return std::span(kColumns).first(static_cast<std::size_t>(Field::kHouseNumber));
}

std::string_view heading_of(Field field) {
  return kColumns[static_cast<std::size_t>(field)].heading;
}

std::optional<Field> find_field(std::string_view heading) {
  static const std::map<std::string, Field> kFields = list_headings();
  const auto found = kFields.find(fold_words(heading));
  return found == kFields.end() ? std::nullopt : std::optional(found->second);
}

bool is_about_persons(std::string_view heading) {
  const std::string folded = fold_words(heading);
  const std::string spaced = " " + folded + " ";
  const bool is_role_alone =
      folded != "contact" && std::find(kRoles.begin(), kRoles.end(), folded) != kRoles.end();
  return has_any(spaced, kPersonalWords) || is_role_alone || folded.starts_with("mobiel van")
         || (has_any(spaced, kRoles) && has_any(spaced, kDetails));
}

}  // namespace kring::catalog::formats
