// With how many does one meet?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::GroupSize;
using catalog::Recurrence;
using catalog::Referral;

constexpr int kSmallGroup = 15;  // people at most for "the same faces"
constexpr int kLargeEvent = 60;  // people from which it is an event
constexpr int kMostPeople = 500;
constexpr int kUsualPoints = 15;
constexpr int kHomePoints = 25;
constexpr int kWalkInPoints = 12;   // whoever may walk in meets whoever is there
constexpr int kSignUpPoints = 6;    // a list of names is a group that lasts
constexpr int kAcquaintPoints = 6;  // who is first talked with is matched with one
constexpr int kMonthlyPoints = 6;   // months apart, faces change
constexpr int kOccasionPoints = 12;
constexpr int kMostSeats = 40;  // "300 plekken" are vacancies, not a group

enum Rule : std::size_t {
  kOneToOne,
  kService,
  kLarge,
  kPeople,  // "max. 8 deelnemers"
  kSmall,
  kOpen,
  kCalledOneToOne,  // says so only where a thing is called so: in its name or a tag
  kCalledService,
  kCalledOpen,
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kOneToOne,
     "*maatje|*maatjes|*maatjesproject|*maatjescontact|*buddy|*buddys|*buddies|buddyproject|"
     "buddyzorg"},
    {kOneToOne, "een|1 op een|1"},
    {kOneToOne, "one|1 on|to one|1"},
    {kOneToOne,
     "individueel|individuele|persoonlijke "
     "begeleiding|coaching|gesprek*|les|lessen|hulp|ondersteuning|traject|begeleidingstraject|"
     "afspraak|advies"},
    {kOneToOne, "onder vier ogen"},
    {kOneToOne, "zoeken|zoekt voor {you} ..3 vrijwilliger|maatje|buddy"},
    {kOneToOne,
     "gesprek|gesprekken met een ..1 "
     "verzorger|raadsvrouw|raadsman|hulpverlener|ervaringsdeskundige|verpleegkundige|consulent"},
    {kOneToOne, "koppelt|koppelen|gekoppeld|koppeling|koppels|matchen|matcht|gematcht"},
    {kOneToOne, "bezoekvrijwilliger*|bezoekgroep|bezoekdienst|bezoekproject|huisbezoek*"},
    {kOneToOne, "vaste vrijwilliger|bezoeker|taalvrijwilliger"},
    {kOneToOne, "uw|je|jouw vrijwilliger|coach|taalcoach|begeleider|mentor"},
    {kOneToOne,
     "een ..2 "
     "vrijwilliger|ouder|buurtgenoot|dorpsgenoot|stadsgenoot|student|ervaringsdeskundige ..6 "
     "komt|belt|bezoekt|luistert|gaat|helpt|rijdt|neemt|brengt|oefent|wandelt|leest"},
    {kOneToOne, "een|uw|je medewerker|consulent|adviseur ..6 client|u|je|mee"},
    {kOneToOne, "duofiets*"},
    {kOneToOne, "brengt|brengen ..6 bij elkaar|contact"},
    {kOneToOne, "een student|oudere|senior"},
    {kOneToOne, "vaste begeleider|beller|chauffeur|coach ..1 komt|belt|gaat|bezoekt|helpt|rijdt"},
    {kOneToOne,
     "krijgt|krijg|krijgen|heeft|hebt ..2 een ..2 vrijwilliger|maatje|buddy|coach|mentor"},
    {kOneToOne,
     "chatten|mailen|appen|praten|bellen|schrijven met een ..2 "
     "vrijwilliger|leeftijdgenoot|ervaringsdeskundige|student|maatje|buddy"},
    {kOneToOne, "komt|zit ..6 naast {you} zitten"},
    {kOneToOne, "bezocht worden|door"},
    {kOneToOne, "op visite bij"},
    {kOneToOne,
     "mentor*|jobcoach*|levensloopcoach|netwerkcoach*|welzijnscoach*|steungezin*|buurtgezin*|"
     "gastgezin*"},
    {kOneToOne, "luisterlijn*|luistertelefoon|hulplijn*|infolijn|vraagbaak|chatlijn"},
    {kOneToOne, "telefonische hulp*"},
    {kOneToOne, "gesprek|gesprekken ..3 aan huis"},
    {kOneToOne, "chat met"},
    {kOneToOne, "hospita*"},
    {kOneToOne, "kamer in ruil"},
    {kOneToOne, "vrijwillige chauffeur"},
    {kOneToOne, "sessie|sessies|consult|consulten|behandeling van # minuten|uur"},
    {kCalledOneToOne,
     "*coach|*coaches|coaching|*therapeut|*therapie|*psycholoog|psychologenpraktijk|"
     "clientondersteun*|*consulent|mantelzorgmakelaar|ouderenadviseur|trajectbegeleid*"},
    {kService,
     "klussendienst*|klusdienst*|klusteam*|klusploeg*|klusbrigade*|boodschappendienst*|"
     "boodschappenservice|maaltijdservice|"
     "maaltijddienst|tafeltje"},
    {kService, "maaltijd* ..2 bezorgd|thuis"},
    {kService, "rit|ritten"},
    {kService, "hulp bij|met klussen|klusjes|tuin*"},
    {kService, "lenen|verhuren ..4 uit"},
    {kCalledService,
     "vervoer*|*vervoer|*taxi|wensauto|wensambulance|rijdienst|belbus|buurtbus|wijkbus|dorpsbus"},
    {kService, "alarmering|personenalarm*|sleutelkluis|alarmknop"},
    {kService, "voedselpakket*|uitleen*|uitgifte"},
    {kCalledService, "voedselbank|kledingbank|speelgoedbank|weggeefwinkel|ruilwinkel"},
    {kService, "logeerhuis|logeeropvang|logeerweekend*|respijthuis|zorghotel"},
    {kService, "kortdurend verblijf"},
    {kService, "bezorgd|bezorgen|bezorgdienst"},
    {kService, "hulp in de? huishouding|huis"},
    {kService, "huishoudelijke hulp|ondersteuning"},
    {kService, "vraag en aanbod"},
    {kService,
     "*spreekuur|adviesgesprek*|loket|raadslieden|raadsman|raadsvrouw|formulierenbrigade|"
     "formulierenhulp|wensenfonds|noodfonds"},
    {kService, "adviseur|consulent ..2 zoekt|kijkt|denkt|belt ..2 mee|terug"},
    {kService, "advocaten|juristen"},
    {kService, "vragen ..6 aan de lijn|telefoon"},
    {kService, "aan de lijn|telefoon ..4 vragen|advies"},
    {kLarge,
     "*festival|buurtfeest|straatfeest|burendag|wijkfeest|dorpsfeest|zomerfeest|kerstfeest|"
     "sinterklaasfeest|kerstviering|jaarmarkt|kramen|kraampjes|intocht|kermis|braderie|markt|"
     "kerstmarkt|rommelmarkt|informatiemarkt|banenmarkt|"
     "concert|optreden|voorstelling"},
    {kLarge, "busreis|bustocht|dagtocht|boottocht|excursie"},
    {kLarge, "*diner|*brunch|*buffet|kerstdag|kerstlunch|kerstontbijt|paaslunch|paasontbijt"},
    {kLarge, "lange tafel|tafels"},
    {kLarge, "*bingo"},
    {kLarge,
     "webinar|lezing|symposium|congres|beurs|informatieavond|informatiebijeenkomst|"
     "themabijeenkomst"},
    {kLarge, "vakantieweek|vakantieweken|vakantiereis*|groepsvakantie*|zorgvakantie*"},
    {kLarge, "wijkrestaurant|buurtrestaurant|netwerklunch|disco|dansavond"},
    {kPeople, "# andere? {people}"},
    {kPeople, "# pers|dames|heren|kerels|senioren|meiden|jongens|wandelaars|cursisten|spelers"},
    {kPeople, "man of #"},
    {kPeople, "max|maximaal|hooguit|hoogstens|maximum|ten ..1 #"},
    {kPeople, "groep|groepje|groepjes|groepen|teams|clubje|tafels van ..2 #"},
    {kPeople, "groepsgrootte ..1 #"},
    {kPeople, "met z'n|zijn|ons #"},
    {kSmall, "kleine groep|groepjes|groepen|kring|tafels|gesprekstafels|setting"},
    {kSmall, "klein|vast|besloten|gesloten groepje|clubje|gezelschap"},
    {kSmall, "vaste groep|tafelgenoten|club|deelnemers|kern"},
    {kSmall, "besloten|gesloten groep"},
    {kSmall, "*groepje|kleinschalig*"},
    {kSmall,
     "gespreksgroep*|lotgenotengroep*|rouwgroep*|praatgroep*|zelfhulpgroep*|deelgroep*|"
     "herstelgroep*|werkgroep|kookgroep|leesgroep|mannengroep|vrouwengroep|oudergroep|steungroep|"
     "supportgroep|themagroep|oefengroep|vriendengroep|vriendschapsgroep|intervisiegroep|"
     "zanggroep|theatergroep|schrijfgroep|gespreksavond*|hobbygroep|beweeggroep|gymgroep|tuingroep|"
     "wandelgroepje|rouwcafe"},
    {kSmall, "cursus|*cursus|training|*training|workshop*|lessen|les|groepsles*|bijeenkomsten"},
    {kSmall,
     "danslessen|dansles|yogales|yogalessen|gymles|zwemles|zwemlessen|taalles|taallessen|"
     "schilderles|schilderlessen|naailes|naailessen|muziekles|kookles|kooklessen|beweegles|"
     "computerles|computerlessen|sportles"},
    {kSmall, "# bijeenkomsten|sessies|workshops"},
    {kSmall, "kookclub|leesclub|boekenclub|eetclub|handwerkclub|breiclub|schrijfclub|kinderclub"},
    {kSmall, "dezelfde mensen|gezichten|groep"},
    {kSmall, "dagbesteding|leerwerkplek"},
    {kSmall, "repetitie|repeteren"},
    {kOpen,
     "inloop*|*cafe|koffieochtend*|koffiemiddag*|koffietafel|koffieuur*|theemiddag|huiskamer*|"
     "buurtkamer*|buurthuiskamer|ontmoetingsplek*|ontmoeting*|eettafel*|*soos|societeit"},
    {kOpen,
     "open "
     "inloop|huis|eettafel|tafel|tafels|atelier|avond|middag|ochtend|groep|kring|podium|dag|"
     "huiskamer|deur|maaltijd|eetpunt|meeting"},
    {kOpen, "open voor iedereen|alle|elke"},
    {kCalledOpen,
     "inloophuis|ontmoetingshuis|odensehuis|odensekamer|theehuis|koffiehuis|clubhuis|"
     "ontmoetingscentrum|ontmoetingsruimte|trefpunt|open|vrij"},
    {kOpen, "wandelgroep|wandelclub"},
    {kCalledOpen, "vereniging|sportclub|sportvereniging|biljartclub|kaartclub"},
    {kOpen, "spelletjesmiddag*|spelmiddag|speelmiddag|kaartmiddag*|klaverjas*|kaarten|sjoelen"},
    {kOpen, "iedereen ..2 welkom"},
    {kOpen, "borrel|borrelen|vrijmibo|stamtafel"},
    {kCalledOpen, "*koor|fanfare|harmonie|*orkest"},
    {kCalledOpen, "*voetbal|*football|tafeltennis*|pingpong|volleybal|badminton|koersbal"},
    {kCalledOpen, "jeu de boules"},
    {kOpen, "open meeting"},
    {kCalledOpen, "*vereniging"},
    {kOpen, "schuif|schuift|aanschuiven ..1 aan?"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

GroupSize size_of(std::size_t rule) {
  switch (rule) {
    case kOneToOne:
    case kCalledOneToOne:
      return GroupSize::kOneToOne;
    case kService:
    case kCalledService:
      return GroupSize::kService;
    case kLarge:
      return GroupSize::kLargeEvent;
    case kSmall:
      return GroupSize::kSmallGroup;
    default:
      return GroupSize::kOpenGroup;
  }
}

std::optional<int> people_of(const FieldHit& found) {
  static constexpr std::array<std::string_view, 13> kUnits = {
      "uur",   "jaar",    "euro",    "€",    "km",        "week", "weken",
      "maand", "maanden", "minuten", "keer", "kilometer", "jr"};
  const Token* next = found.after();
  if (next != nullptr
      && std::find(kUnits.begin(), kUnits.end(), next->form->folded) != kUnits.end())
    return std::nullopt;
  const int people = found.hit.numbers.back() / 100;
  const bool counts_seats = found.hit.end - found.hit.begin == 2 && people > kMostSeats;
  if (counts_seats) return std::nullopt;
  const bool is_number_of_people =
      found.hit.numbers.back() % 100 == 0 && people >= 3 && people <= kMostPeople;
  return is_number_of_people ? std::optional<int>(people) : std::nullopt;
}

GroupSize size_for(int people) {
  if (people <= kSmallGroup) return GroupSize::kSmallGroup;
  return people < kLargeEvent ? GroupSize::kOpenGroup : GroupSize::kLargeEvent;
}

// How much each field and rule speaks for a size; the name says most about what a thing is.
int points_of(const FieldHit& found) {
  static constexpr std::array<int, 9> kByRule = {30, 24, 20, 26, 20, 10, 22, 20, 14};
  const int points = kByRule[found.hit.rule];
  switch (found.field->field) {
    case Field::kName:
      return points * 3;
    case Field::kTag:
      return points * 2;
    default:
      return points;
  }
}

using Points = std::array<int, 5>;  // by GroupSize

struct Tally {
  Points points{};
  std::array<std::optional<Evidence>, 5> evidence;
};

bool is_called(const FieldHit& found) {
  return found.field->field == Field::kName || found.field->field == Field::kTag;
}

// "Geen cursus", and what only counts in a name where it is none.
bool is_moot(const FieldHit& found) {
  static constexpr auto kDenials = std::to_array<PatternRule>({{0, "{no}"}});
  static const Patterns kPatterns(kDenials);
  if (found.hit.rule >= kCalledOneToOne && !is_called(found)) return true;
  return found.hit.rule != kPeople && found.follows(kPatterns, 1);
}

Tally tally(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kTag,
                                     Field::kScheduleNote};
  Tally tallied;
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  for (const FieldHit& found : all) {
    if (is_moot(found)) continue;
    // An "inloopspreekuur" is walked into, but meets nobody else.
    if (found.hit.rule == kOpen && is_overlapped_by(kService, found, all)) continue;
    GroupSize size = size_of(found.hit.rule);
    if (found.hit.rule == kPeople) {
      const std::optional<int> people = people_of(found);
      if (!people) continue;
      size = size_for(*people);
    }
    const auto at = static_cast<std::size_t>(size);
    tallied.points[at] = std::max(tallied.points[at], points_of(found));
    if (!tallied.evidence[at]) tallied.evidence[at] = found.evidence();
  }
  return tallied;
}

// What else is known of the activity speaks softly for a size.
void add_signs(const GroupSigns& signs, Points& points) {
  const auto add = [&points](GroupSize size, int more) {
    points[static_cast<std::size_t>(size)] += more;
  };
  const bool is_visited =
      signs.forms.has(Attendance::kHomeVisit) && !signs.forms.has(Attendance::kInPerson);
  AttendanceSet calls;
  calls.add(Attendance::kPhone);
  if (signs.forms == calls) points[static_cast<std::size_t>(GroupSize::kOpenGroup)] = 0;
  if (is_visited) add(GroupSize::kOneToOne, kHomePoints);
  if (signs.referral == Referral::kNone) add(GroupSize::kOpenGroup, kWalkInPoints);
  if (signs.referral == Referral::kRegistration) add(GroupSize::kSmallGroup, kSignUpPoints);
  if (signs.referral > Referral::kRegistration) add(GroupSize::kOneToOne, kAcquaintPoints);
  if (signs.recurrence == Recurrence::kMonthly) add(GroupSize::kOpenGroup, kMonthlyPoints);
  if (signs.recurrence == Recurrence::kOneOff) add(GroupSize::kLargeEvent, kOccasionPoints);
}

}  // namespace

GroupFact find_group(const catalog::Activity& activity,
                     const RecordText& text,
                     const GroupSigns& signs,
                     const catalog::Usual& usual) {
  if (const std::optional<Trade> trade = find_trade(text)) {
    return {GroupSize::kService, {trade->evidence, {}}};
  }
  Tally tallied = tally(text);
  add_signs(signs, tallied.points);
  if (usual.group_size) {
    const auto at = static_cast<std::size_t>(*usual.group_size);
    tallied.points[at] += kUsualPoints;
    if (!tallied.evidence[at])
      tallied.evidence[at] = Evidence{Field::kDescription, 0, {}, Provenance::kUsual};
  }
  const auto most = std::max_element(tallied.points.begin(), tallied.points.end());
  if (*most > 0) {
    const auto at = static_cast<std::size_t>(most - tallied.points.begin());
    return {static_cast<GroupSize>(at), {tallied.evidence[at], {}}};
  }
  if (activity.sites.empty() && activity.schedules.empty()) return {};
  return {GroupSize::kOpenGroup, {}};
}

}  // namespace kring::indexer
