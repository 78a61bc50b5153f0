// Does it still exist, and is there room?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Answer;

enum Rule : std::size_t {
  kGone,
  kGoneInTitle,
  kGoneTillFurther,  // "tot nader order", which may be of another place too
  kStops,            // for good, unless a word behind it says for how long
  kFull
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kGoneInTitle,
     "geannuleerd|afgelast|vervallen|opgeheven|beeindigd|gesloten|gestopt|cancelled|canceled|"
     "closed"},
    {kGoneInTitle, "vervalt|afgeblazen|ended"},
    {kGoneInTitle, "is|zijn|nu|helaas|tijdelijk|: voorbij|dicht"},
    {kGoneInTitle, "< dicht|voorbij >"},
    {kGoneInTitle, "gaat niet door"},
    {kGoneInTitle, "geen ..2 bijeenkomsten|avonden|inloop|lessen tot|meer"},
    {kGone, "gaat|gaan ..3 niet door"},
    {kGone,
     "is|zijn|ben|wordt|werd|waren ..3 gestopt|opgeheven|beeindigd|geannuleerd|afgelast|ontbonden"},
    {kGone, "gestopt|beeindigd|opgeheven per|sinds"},
    {kStops, "wij|we stoppen|stopten"},
    {kGone, "stopt|stoppen per|ermee|definitief"},
    {kGone,
     "voorlopig|tijdelijk|helaas ..2 geen ..2 "
     "*avonden|bijeenkomsten|lessen|activiteiten|inloop|aanmeldingen|groep*|aanvragen"},
    {kGone, "voorlopig|tijdelijk|momenteel|helaas ..2 gestopt|dicht|gesloten|stilgelegd"},
    {kGone, "voorlopig geen|niet ..1 open|meer?"},
    {kGoneTillFurther, "tot nader order|bericht"},
    {kGone, "nader order|bericht gesloten|dicht"},
    {kGone, "ligt|liggen stil"},
    {kGone, "bestaat|bestaan ..2 niet meer"},
    {kGone, "houdt op te bestaan"},
    {kGone, "niet meer actief|aangeboden|georganiseerd|beschikbaar|gegeven|gehouden"},
    {kGone, "wordt|worden niet|niets meer georganiseerd|gegeven|gehouden|aangeboden"},
    {kGone, "is|zijn per _ _? _? gesloten|gestopt|opgeheven|vertrokken"},
    {kGone, "voorgoed|definitief gesloten|dicht|gestopt|gesloten"},
    {kGone, "is ..2 failliet|opgedoekt"},
    {kGone, "subsidie|project|projectsubsidie|pilot liep|eindigde|afgelopen|afgerond|gestopt"},
    {kGone, "pilot|project is ..2 afgerond|afgelopen|klaar"},
    {kGone, "gesloten wegens|ivm|vanwege|door"},
    {kGone, "wegens ..3 gesloten|dicht|gestopt"},
    {kGone,
     "wegens|vanwege|door|ivm|i . v . m . "
     "verbouwing|renovatie|asbest|lekkage|waterschade|brand|brandschade|personeelstekort ..12 "
     "dicht|gesloten"},
    {kGone, "besloten ..6 op te houden"},
    {kGone, "pas ..4 weer open"},
    {kGone, "hopen ..8 weer open te gaan"},
    {kGone, "laatste bijeenkomst|les|avond|middag|editie|keer was|waren op|in"},
    {kGone, "nemen ..4 geen ..2 aanvragen|aanmeldingen ..2 aan"},
    {kGone, "has|have ended|stopped|closed"},
    {kGone, "no longer running|available|active"},
    {kGone, "geen trekker|vrijwilligers meer"},
    {kGone, "ermee gestopt|opgehouden"},
    {kGone, "is|zijn ..8 ontruimd|gestaakt|ontmanteld|gesloopt"},
    {kGone, "sinds ..6 gesloten|dicht|ontruimd|gestopt"},
    {kGone, "houdt|houden dit|het|we|wij ..2 op >"},
    {kGone, "houdt|houden ermee op"},
    {kGone, "niemand ..4 overneemt|overnemen"},
    {kGone, "dank voor ..4 jaren"},
    {kGone, "besloten ..8 te ..2 stoppen|sluiten|beeindigen"},
    {kGone, "besloten ..8 niet ..4 verder|door"},
    {kGone, "gaan|gaat ..2 niet ..1 meer ..2 verder|door"},
    {kGone, "stoppen ermee|mee"},
    {kGone, "met pijn in ons|het hart"},
    {kGone, "komt|komen te vervallen"},
    {kGone, "per direct gestopt|gestaakt|beeindigd|dicht|gesloten"},
    {kGone, "heropening|herstart ..2 onbekend|onzeker"},
    {kGone, "moeten|moesten ..3 sluiten|stoppen"},
    {kGone,
     "was het|de|dit|onze|ons ..1 laatste bijeenkomst|keer|les|avond|middag|editie|seizoen|jaar"},
    {kGone, "bestaat ..2 sinds ..4 niet"},
    {kGone,
     "is|zijn|wordt|worden|werd ..2 met ingang van ..6 "
     "vervallen|opgeheven|gestopt|beeindigd|gesloten"},
    {kGone, "is|zijn|wordt|worden|werd ..3 stopgezet|stilgelegd|gestaakt|opgedoekt|opgeschort"},
    {kGone, "is|zijn ..6 opgegaan in"},
    {kGone, "ter ziele"},
    {kGone, "bestaat|bestaan ..4 niet langer"},
    {kGone, "bieden|biedt ..4 niet langer|meer ..4 aan"},
    {kGone, "niet langer actief|aangeboden|georganiseerd|beschikbaar|gegeven|open"},
    {kGone, "organiseren|organiseert|geven|geeft|houden|verzorgen ..5 niet meer >"},
    {kGone, "vindt|vinden|vond ..3 geen doorgang"},
    {kGone, "vindt|vinden ..3 niet meer plaats"},
    {kGone, "was|waren ..3 voor het laatst"},
    {kGone, "heeft|hebben|hadden ..8 opgehouden|stopgezet|gestaakt|beeindigd"},
    {kGone, "heeft|hebben|sluit|sluiten|sloot|sloten ..4 deuren ..2 gesloten|definitief|voorgoed"},
    {kGone, "sluit|sluiten|sloot|sloten per|definitief|voorgoed"},
    {kGone, "sloot|sloten ..3 de|haar|zijn|hun deuren"},
    {kGone, "opvolger|opvolgster|opvolging|opvolgers ..3 niet|geen"},
    {kGone, "geen|niemand ..3 opvolger*|opvolgster*|opvolging"},
    {kGone, "per ..4 stopt|stoppen|sluit|sluiten|eindigt|eindigen|vervalt"},
    {kGone, "beeindigen|beeindigt ..8 per|met"},
    {kGone, "is|zijn|was ..3 geeindigd"},
    {kGone, "eindigde|eindigden in|op|per"},
    {kGone, "is|zijn er niet meer >"},
    {kGone, "doek ..2 valt|viel|gevallen"},
    {kGone, "start|gaat|komt|keert dit|volgend jaar|seizoen|najaar|voorjaar niet"},
    {kGone, "gesloten|dicht wegens|vanwege|ivm"},
    {kGone, "gesloten|dicht tot ..3 {month}|voorjaar|najaar|zomer"},
    {kGone, "even|voorlopig|tijdelijk geen ..1 nieuwe ..1 data|bijeenkomsten"},
    {kGone, "staat|staan uit >"},
    {kGone, "staat|staan ..2 on hold"},
    {kGone, "wegens|door|vanwege|ivm ..6 afgelast|geannuleerd|geschrapt|vervallen|vervalt"},
    {kGone, "subsidie|financiering|geld is|zijn ..3 op|stopgezet|gestopt|weggevallen|ingetrokken"},
    {kFull,
     "aanmelden|aanmelding|inschrijven|inschrijving|opgeven is|kan niet langer|meer mogelijk"},
    {kGone, "deze ..2 is|was verlopen|voorbij|afgelopen|geweest"},
    {kGone, "was eenmalig"},
    {kFull, "vol >"},
    {kFull, "vol tot"},
    {kFull, "is|zit|zijn|zitten|helaas|momenteel ..3 vol"},
    {kFull, "vol geboekt|gepland"},
    {kFull, "volgeboekt|volzet|uitverkocht|volgeboekt|ledenstop|clientenstop"},
    {kFull, "aanmeldstop|aannamestop|inschrijfstop|patientenstop"},
    {kFull, "geen plek|plaats|plaatsen|ruimte meer|beschikbaar|vrij"},
    {kFull, "fully booked"},
    {kFull, "wachtlijst|wachtrij"},
    {kFull, "nu|momenteel vol"},
    {kFull, "alleen nog wachtlijst"},
    {kFull, "groep|cursus ..3 is vol"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

// Words before a hit that take its point away: "nooit", "niet gestopt", "wie gestopt is met
// drinken".
const Patterns& undoers() {
  static constexpr auto kUndoers = std::to_array<PatternRule>({
      {0, "wie|die|als|indien|wanneer|mocht|wilt|wil|willen|je|jij|nooit|niet|geen|zodra|mensen"},
      {0, "waar|zelf|winkel*|school|vervoerder|*vervoerder"},
      {0, "feestdagen|vakantie*|schoolvakantie*|kerst*|juli|augustus|zomer*|winter*|pasen|oud"},
      {0, "maandag*|dinsdag*|woensdag*|donderdag*|vrijdag*|zaterdag*|zondag*"},
      {0, "keuken*|stand|tussen|groot|lift|toilet|website"},
  });
  static const Patterns kPatterns(kUndoers);
  return kPatterns;
}

// Words in its sentence by which it ends only then, or only for some.
const Patterns& conditions() {
  static constexpr auto kConditions = std::to_array<PatternRule>({
      {0, "regen|regent|onweer|storm|stormt|sneeuw|gladheid|ijzel|hitte|hittegolf"},
      {0, "slecht|winters weer"},
      {0, "bij onvoldoende|te|minder|extreem|slecht|ziekte"},
      {0, "lift ..8 defect|kapot|stuk|gerepareerd|dienst|gebruik"},
  });
  static const Patterns kPatterns(kConditions);
  return kPatterns;
}

bool is_title(const FieldHit& found) {
  return found.field->field == Field::kName || found.field->field == Field::kAlert;
}

// "We stoppen steeds en praten erover": they go on.
bool is_pause(const FieldHit& found) {
  static constexpr auto kPauses = std::to_array<std::string_view>(
      {"steeds", "telkens", "even", "soms", "onderweg", "regelmatig", "vaak", "halverwege", "om",
       "bij", "voor", "tussendoor", "altijd"});
  const Token* next = found.after();
  return next != nullptr
         && std::find(kPauses.begin(), kPauses.end(), next->form->folded) != kPauses.end();
}

// "Gestopt met drinken", "sinds de winkel dicht is": someone else.
bool is_of_another(const FieldHit& found) {
  static constexpr auto kOurs = std::to_array<std::string_view>(
      {"de", "deze", "dit", "het", "onze", "ons", "ingang", "pijn"});
  const Token* next = found.after();
  if (next == nullptr) return false;
  const std::string& last = found.field->tokens[found.hit.end - 1].form->folded;
  const bool opens_clause = found.field->tokens[found.hit.begin].form->folded == "sinds"
                            && (next->form->folded == "is" || next->form->folded == "zijn");
  if (opens_clause) return true;
  const Token* what = found.after(1);
  return next->form->folded == "met" && (last == "gestopt" || last == "stoppen") && what != nullptr
         && std::find(kOurs.begin(), kOurs.end(), what->form->folded) == kOurs.end();
}

// "Gesloten op feestdagen", "gesloten groep": it goes on.
bool is_closed_at_times(const FieldHit& found) {
  static constexpr auto kTimes = std::to_array<PatternRule>({
      {0,
       "< in|op|tijdens|tussen|met|rond ..2 "
       "feestdag*|vakantie*|schoolvakantie*|*vakantie|*vakanties|kerst*|zomer*|juli|augustus|{"
       "day}"},
      {0, "< *groep|*kring|*afdeling|meeting|setting|*cursus|inschrijving"},
  });
  static const Patterns kPatterns(kTimes);
  const std::string& last = found.field->tokens[found.hit.end - 1].form->folded;
  if (last != "gesloten" && last != "dicht") return false;
  std::vector<Token> rest;
  for (std::size_t i = 0; found.after(i) != nullptr && i < 4; ++i) {
    rest.push_back(*found.after(i));
  }
  return kPatterns.is_in(rest);
}

// "Tot nader order gesloten", not "tot nader order in de kerk".
bool tells_of_closing(const FieldHit& found) {
  static constexpr auto kClosing = std::to_array<PatternRule>({
      {0,
       "geen|niet|stil|dicht|gesloten|vervalt|vervallen|afgelast|geannuleerd|uitgesteld|gestopt|"
       "opgeschort|stopgezet|stilgelegd"},
  });
  static const Patterns kPatterns(kClosing);
  return found.is_said_with(kPatterns);
}

// Who stops drinking, a closing season or a broken lift is no end of the activity.
bool holds(const FieldHit& found) {
  static constexpr std::size_t kNear = 4;
  if (is_of_another(found) || is_closed_at_times(found)) return false;
  if (found.hit.rule == kGoneTillFurther && !tells_of_closing(found)) return false;
  if (!is_title(found) && found.is_said_with(conditions())) return false;
  if (found.hit.rule == kStops && is_pause(found)) return false;
  if (found.hit.rule == kGoneInTitle) return is_title(found) && !found.follows(undoers(), kNear);
  return is_title(found) || !found.follows(undoers(), kNear);
}

// "Projectperiode: januari 2024 tot en met juni 2026": the last day of that month.
std::optional<catalog::Date> find_told_end(const RecordText& text) {
  static constexpr auto kMonths = std::to_array<std::string_view>(
      {"jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"});
  static constexpr auto kEnds = std::to_array<PatternRule>({
      {0,
       "projectperiode|looptijd|loopt|project|pilot|proef|subsidie ..12 tot en|met met? {month} #"},
      {0, "projectperiode|looptijd|loopt|project|pilot|proef|subsidie ..12 t / m {month} #"},
      {0, "projectperiode|looptijd|loopt|project|pilot|proef|subsidie ..4 tot {month} #"},
  });
  static const Patterns kPatterns(kEnds);
  for (const FieldHit& found : find_hits(text, kPatterns, {Field::kDescription, Field::kAlert})) {
    const std::string& month = found.field->tokens[found.hit.end - 2].form->folded;
    const auto* at = std::find(kMonths.begin(), kMonths.end(), month.substr(0, 3));
    const int year = found.hit.numbers.back() / 100;
    const bool is_month = at != kMonths.end() && year > 2000 && year < 2100;
    if (!is_month) continue;
    const std::chrono::month number(static_cast<unsigned>(at - kMonths.begin()) + 1);
    return catalog::Date(std::chrono::year(year) / number / std::chrono::last);
  }
  return std::nullopt;
}

// "April t/m oktober", of no year in particular: what ends in autumn comes back in spring.
bool tells_season(const RecordText& text) {
  static constexpr auto kSeasons = std::to_array<PatternRule>({
      {0, "{month} t / m {month}"},
      {0, "{month} tot|en en|met? met? {month}"},
      {0, "{month} {month}"},
  });
  static const Patterns kPatterns(kSeasons);
  const std::vector<FieldHit> hits =
      find_hits(text, kPatterns, {Field::kDescription, Field::kScheduleNote});
  return std::any_of(hits.begin(), hits.end(), [](const FieldHit& found) {
    const std::vector<Token>& tokens = found.field->tokens;
    const Token* next = found.after();
    const bool has_day =
        found.hit.begin > 0 && tokens[found.hit.begin - 1].kind == CutKind::kNumber;
    const bool has_year = next != nullptr && next->kind == CutKind::kNumber;
    return !has_day && !has_year;
  });
}

}  // namespace

LiveFact find_live(const catalog::Activity& activity, const RecordText& text) {
  if (activity.status != catalog::Status::kActive) {
    return {Answer::kNo, {Evidence{Field::kAlert, 0, {}, Provenance::kGiven}, {}}};
  }
  static constexpr Fields kFields = {Field::kName,         Field::kAlert,    Field::kDescription,
                                     Field::kScheduleNote, Field::kWaitTime, Field::kApplication};
  std::vector<FieldHit> hits = find_hits(text, patterns(), kFields);
  std::erase_if(hits, [](const FieldHit& found) { return !holds(found); });
  const auto gone = std::find_if(hits.begin(), hits.end(),
                                 [](const FieldHit& found) { return found.hit.rule != kFull; });
  if (gone != hits.end()) return {Answer::kNo, {gone->evidence(), {}}};
  const auto full = std::find_if(hits.begin(), hits.end(), is_title);
  if (full != hits.end()) return {Answer::kUnknown, {full->evidence(), {}}};
  return {};
}

std::optional<catalog::Date> find_last_day(const catalog::Activity& activity,
                                           const RecordText& text) {
  const std::optional<catalog::Date> told = find_told_end(text);
  if (told) return told;
  if (tells_season(text)) return std::nullopt;
  std::optional<catalog::Date> last;
  const auto end_of = [](const catalog::Schedule& schedule) {
    const bool is_single = schedule.rrule.empty() && schedule.first_day;
    return schedule.last_day || !is_single ? schedule.last_day : schedule.first_day;
  };
  std::vector<const catalog::Schedule*> all;
  for (const catalog::Schedule& schedule : activity.schedules) {
    all.push_back(&schedule);
  }
  for (const catalog::Site& site : activity.sites) {
    for (const catalog::Schedule& schedule : site.schedules) {
      all.push_back(&schedule);
    }
  }
  for (const catalog::Schedule* schedule : all) {
    const std::optional<catalog::Date> end = end_of(*schedule);
    if (!end) return std::nullopt;
    last = std::max(last.value_or(*end), *end);
  }
  return last;
}

}  // namespace kring::indexer
