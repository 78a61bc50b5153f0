// With how many does one meet?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::GroupSize;

constexpr int kSmallGroup = 15;  // people at most for "the same faces"
constexpr int kLargeEvent = 60;  // people from which it is an event
constexpr int kMostPeople = 500;
constexpr int kUsualPoints = 15;
constexpr int kHomePoints = 25;
constexpr int kMostSeats = 40;  // "300 plekken" are vacancies, not a group

enum Rule : std::size_t {
  kOneToOne,
  kService,
  kLarge,
  kPeople,  // "max. 8 deelnemers"
  kSmall,
  kOpen,
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kOneToOne, "*maatje|*maatjes|*maatjesproject|*buddy|*buddys|*buddies|buddyproject"},
    {kOneToOne, "een|1 op een|1"},
    {kOneToOne, "one|1 on|to one|1"},
    {kOneToOne, "koppelt|koppelen|gekoppeld|koppeling|koppels|matchen"},
    {kOneToOne, "bezoekvrijwilliger*|bezoekgroep|bezoekdienst|huisbezoek*"},
    {kOneToOne, "vaste vrijwilliger"},
    {kOneToOne,
     "een ..2 vrijwilliger|ouder|buurtgenoot ..6 "
     "komt|belt|bezoekt|luistert|gaat|helpt|rijdt|neemt"},
    {kOneToOne, "een|uw|je medewerker|consulent|adviseur ..6 client|u|je|mee"},
    {kOneToOne, "duofiets*"},
    {kOneToOne, "brengt|brengen|brengen ..6 bij elkaar|contact"},
    {kOneToOne, "een student|oudere|senior"},
    {kOneToOne,
     "mentor*|jobcoach*|levensloopcoach|netwerkcoach*|welzijnscoach*|steungezin*|buurtgezin*|"
     "gastgezin*"},
    {kOneToOne, "tweetal|tweetallen"},
    {kOneToOne, "luisterlijn|hulplijn|vraagbaak|telefonische hulp*"},
    {kOneToOne, "gesprek|gesprekken ..3 aan huis"},
    {kOneToOne, "chat met"},
    {kOneToOne, "hospita*|kamer in ruil"},
    {kOneToOne, "vrijwillige chauffeur"},
    {kService,
     "klussendienst|klusdienst|boodschappendienst|boodschappenservice|maaltijdservice|tafeltje|"
     "maaltijd* ..2 bezorgd|thuis"},
    {kService, "*vervoer|*bus|taxi|rit|ritten|wensauto"},
    {kService, "alarmering|personenalarm*|sleutelkluis"},
    {kService, "voedselbank|voedselpakket*|kledingbank|uitleen*|uitgifte"},
    {kService, "logeerhuis|logeeropvang|zorghotel|kortdurend verblijf"},
    {kService, "bezorgd|bezorgen|bezorgdienst"},
    {kService, "hulp in de? huishouding|huis"},
    {kService, "huishoudelijke hulp|ondersteuning"},
    {kService, "vraag en aanbod"},
    {kService,
     "*spreekuur|adviesgesprek*|loket|clientondersteun*|raadslieden|raadsman|raadsvrouw|"
     "formulierenbrigade|vrijwilligerspunt"},
    {kService, "adviseur|consulent ..2 zoekt|kijkt|denkt|belt ..2 mee|terug"},
    {kService, "praktijk|therapeut|advocaten|juristen"},
    {kService, "klussen|klusjes|tuinonderhoud"},
    {kLarge,
     "festival|buurtfeest|straatfeest|burendag|wijkfeest|dorpsfeest|kermis|braderie|markt|concert|"
     "optreden|voorstelling"},
    {kLarge, "busreis|bustocht|dagtocht|boottocht|excursie"},
    {kLarge, "*diner|*brunch|*buffet|kerstdag|lange tafel|tafels"},
    {kLarge, "*bingo|bingo* met prijzen"},
    {kLarge, "webinar|lezing|symposium|congres|beurs|informatieavond|themabijeenkomst"},
    {kLarge, "*koor"},
    {kLarge, "vakantieweek|*vakantie"},
    {kLarge, "wijkrestaurant|buurtrestaurant|netwerklunch|disco|dansavond"},
    {kPeople, "# {people}"},
    {kPeople, "max|maximaal|hooguit|hoogstens|maximum|ten ..1 #"},
    {kPeople, "groep|groepje|groepjes|groepen|teams|clubje|tafels van ..2 #"},
    {kPeople, "groepsgrootte ..1 #"},
    {kPeople, "met z'n|zijn|ons #"},
    {kSmall, "kleine groep|groepjes|groepen|kring"},
    {kSmall, "klein|vast|besloten groepje|clubje|gezelschap"},
    {kSmall, "vaste groep|tafelgenoten|club"},
    {kSmall, "besloten groep"},
    {kSmall, "*groepje|kleinschalig"},
    {kSmall,
     "gespreksgroep*|lotgenotengroep*|rouwgroep*|praatgroep*|zelfhulpgroep*|deelgroep*|"
     "herstelgroep*|werkgroep|kookgroep|leesgroep|"
     "zanggroep|theatergroep|schrijfgroep|gespreksavond*|hobbygroep|beweeggroep|gymgroep|tuingroep|"
     "wandelgroepje|rouwcafe"},
    {kSmall,
     "cursus|*cursus|training|*training|workshop*|lessen|*les|*programma|traject|bijeenkomsten"},
    {kSmall,
     "kookclub|leesclub|boekenclub|eetclub|biljartclub|schaakclub|kaartclub|handwerkclub|breiclub"},
    {kSmall, "dezelfde mensen|gezichten|groep"},
    {kSmall, "dagbesteding|leerwerkplek"},
    {kSmall, "repetitie|repeteren"},
    {kOpen,
     "inloop*|*cafe|koffieochtend*|koffiemiddag|huiskamer*|buurtkamer|*huis|ontmoetingsplek|"
     "ontmoeting*|eettafel|open"},
    {kOpen, "wandelgroep|wandelclub|vereniging|sportclub"},
    {kOpen, "iedereen ..2 welkom"},
    {kOpen, "schuif|schuift|aanschuiven ..1 aan?"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

GroupSize size_of(std::size_t rule) {
  switch (rule) {
    case kOneToOne:
      return GroupSize::kOneToOne;
    case kService:
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
  static constexpr std::array<int, 6> kByRule = {30, 24, 20, 26, 20, 10};
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

Tally tally(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kTag,
                                     Field::kScheduleNote};
  Tally tallied;
  for (const FieldHit& found : find_hits(text, patterns(), kFields)) {
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

}  // namespace

GroupFact find_group(const catalog::Activity& activity,
                     const RecordText& text,
                     catalog::AttendanceSet forms,
                     const catalog::Usual& usual) {
  Tally tallied = tally(text);
  const bool is_visited = forms.has(Attendance::kHomeVisit) && !forms.has(Attendance::kInPerson);
  if (is_visited) tallied.points[static_cast<std::size_t>(GroupSize::kOneToOne)] += kHomePoints;
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
