// What does a record leave open, or tell in two ways?

#include <algorithm>
#include <array>
#include <set>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

constexpr std::size_t rule_of(Doubt doubt) {
  return static_cast<std::size_t>(doubt);
}

constexpr auto kRules = std::to_array<PatternRule>({
    {rule_of(Doubt::kPlaces),
     "maximaal|max|maximum|hooguit|hoogstens ..2 # "
     "mensen|personen|deelnemers|plaatsen|plekken|man|leden|gasten|ouderen|mannen|vrouwen|"
     "jongeren|kinderen|people|participants"},
    {rule_of(Doubt::kPlaces), "groep|groepje|groepjes van ..2 #"},
    {rule_of(Doubt::kPlaces), "plek|plaats|plaatsen|plekken|ruimte voor ..1 #"},
    {rule_of(Doubt::kPlaces), "# plekken|plaatsen"},
    {rule_of(Doubt::kPlaces), "nog|nu ..2 plek|plaats|plekken|plaatsen"},
    {rule_of(Doubt::kPlaces), "wachtlijst*|wachttijd*|wachtrij|volzet|ledenstop|aanmeldstop"},
    {rule_of(Doubt::kPlaces), "op de lijst"},
    {rule_of(Doubt::kPlaces), "bij genoeg|voldoende|# aanmeldingen|deelnemers"},
    {rule_of(Doubt::kPlaces), "beperkt|beperkte ..1 aantal|plaatsen|plekken|plek|plaats"},
    {rule_of(Doubt::kPlaces), "vol is vol|op"},
    {rule_of(Doubt::kPlaces), "veel vraag|aanmeldingen|animo|belangstelling"},
    {rule_of(Doubt::kPlaces), "reken ..1 op ..2 weken|maanden|maand"},
    {rule_of(Doubt::kPrices), "komt|komen ..3 er|nog bij"},
    {rule_of(Doubt::kPrices), "exclusief|excl|exclusive"},
    {rule_of(Doubt::kPrices), "euro|€|cent|# per kilometer|km"},
    {rule_of(Doubt::kPrices), "kilometervergoeding|kilometerprijs|reiskosten|onkosten*"},
    {rule_of(Doubt::kPlaces), "volgende|nieuwe groep|cursus|ronde|reeks"},
    {rule_of(Doubt::kHours), "ongeveer|circa|ca|rond # ..1 uur"},
    {rule_of(Doubt::kHours), "in ..1 overleg"},
    {rule_of(Doubt::kHours), "wisselende|wisselend|verschillende ..1 tijden|dagen|tijdstip*|data"},
    {rule_of(Doubt::kHours), "oneven|even week|weken"},
    {rule_of(Doubt::kHours), "exam|exams|tentamen*|examen*"},
    {rule_of(Doubt::kForYoung), "jongeren|jongvolwassenen|jongvolwassen|jeugd|tieners|pubers"},
    {rule_of(Doubt::kForOld), "ouderen|senioren|bejaarden|gepensioneerden|opas|omas"},
    {rule_of(Doubt::kConditions),
     "voor|aan mensen|personen|volwassenen|jongeren|ouderen|jongvolwassenen|wie|bewoners met|in"},
    {rule_of(Doubt::kConditions), "contra indicatie|indicaties"},
    {rule_of(Doubt::kConditions), "voorwaarde*|vereist|vereiste"},
    {rule_of(Doubt::kConditions), "niet geschikt|bedoeld voor|bij"},
    {rule_of(Doubt::kTransport), "*vervoer|*bus|busje|belbus ..2 mogelijk|geregeld|beschikbaar"},
    {rule_of(Doubt::kTransport), "opgehaald|ophalen|ophaaldienst|haalservice"},
    {rule_of(Doubt::kTransport), "haalt|halen {you} ..3 op"},
    {rule_of(Doubt::kTransport), "*vervoer via ..3 mogelijk"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

void add(Doubt doubt, std::optional<Evidence> evidence, std::vector<FoundDoubt>& doubts) {
  const bool is_known = std::any_of(doubts.begin(), doubts.end(), [doubt](const FoundDoubt& found) {
    return found.doubt == doubt;
  });
  if (!is_known) doubts.push_back({doubt, evidence});
}

// Two letters of the day that a word names: "dinsdagochtend" is "di"; absent for any other.
std::optional<std::string_view> day_of(std::string_view word) {
  static constexpr auto kDays = std::to_array<std::string_view>(
      {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"});
  for (const std::string_view day : kDays) {
    if (word.starts_with(day)) return day.substr(0, 2);
  }
  return std::nullopt;
}

// The days of the schedules' rules, in the same two letters.
std::set<std::string_view> days_of(const std::vector<catalog::Schedule>& schedules) {
  static constexpr std::array<std::array<std::string_view, 2>, 7> kDays = {{{"MO", "ma"},
                                                                            {"TU", "di"},
                                                                            {"WE", "wo"},
                                                                            {"TH", "do"},
                                                                            {"FR", "vr"},
                                                                            {"SA", "za"},
                                                                            {"SU", "zo"}}};
  std::set<std::string_view> days;
  for (const catalog::Schedule& schedule : schedules) {
    const std::string_view rule = schedule.rrule;
    const std::size_t list = rule.find("BYDAY=");
    if (list == std::string_view::npos) continue;
    const std::string_view named = rule.substr(list, rule.find(';', list) - list);
    for (const auto& [code, letters] : kDays) {
      if (named.find(code, std::string_view("BYDAY=").size()) != std::string_view::npos)
        days.insert(letters);
    }
  }
  return days;
}

struct NamedDay {
  std::string_view day;  // in two letters
  Evidence evidence;
};

std::vector<NamedDay> days_named_in(const RecordText& text) {
  std::vector<NamedDay> named;
  for (const FieldText& field : text.fields) {
    if (field.field != Field::kDescription) continue;
    for (const Token& token : field.tokens) {
      const auto day = token.is_word() ? day_of(token.form->folded) : std::nullopt;
      if (day) named.push_back({*day, {field.field, field.item, token.span, Provenance::kDerived}});
    }
  }
  return named;
}

// The description names days, and the schedules none of these.
std::optional<Evidence> find_other_days(const catalog::Activity& activity, const RecordText& text) {
  std::set<std::string_view> scheduled = days_of(activity.schedules);
  for (const catalog::Site& site : activity.sites) {
    scheduled.merge(days_of(site.schedules));
  }
  const std::vector<NamedDay> named = days_named_in(text);
  if (scheduled.empty() || named.empty()) return std::nullopt;
  const bool is_scheduled =
      std::any_of(named.begin(), named.end(),
                  [&scheduled](const NamedDay& entry) { return scheduled.contains(entry.day); });
  return is_scheduled ? std::nullopt : std::optional(named.front().evidence);
}

void add_contradictions(const catalog::Activity& activity,
                        const RecordText& text,
                        const Annotation& annotation,
                        std::vector<FoundDoubt>& doubts) {
  for (const FactEvidence& conflict : annotation.conflicts) {
    if (conflict.fact == FactName::kCost) add(Doubt::kPrices, conflict.evidence, doubts);
    if (conflict.fact == FactName::kAge) add(Doubt::kAges, conflict.evidence, doubts);
  }
  if (annotation.cost != annotation.cost_per_session) add(Doubt::kPrices, {}, doubts);
  std::set<std::int64_t> amounts;
  for (const catalog::CostOption& cost : activity.costs) {
    if (cost.amount) amounts.insert(cost.amount->value);
  }
  if (amounts.size() > 1) add(Doubt::kPrices, {}, doubts);
  if (const auto other = find_other_days(activity, text)) add(Doubt::kHours, other, doubts);
}

void add_transport(const catalog::Activity& activity,
                   const Analyser& analyser,
                   std::vector<FoundDoubt>& doubts) {
  for (const catalog::Site& site : activity.sites) {
    for (const PatternHit& hit : patterns().find(analyser.tokens_of(site.transportation))) {
      if (hit.rule == rule_of(Doubt::kTransport)) add(Doubt::kTransport, {}, doubts);
    }
  }
}

}  // namespace

std::vector<FoundDoubt> find_doubts(const catalog::Activity& activity,
                                    const RecordText& text,
                                    const Annotation& annotation,
                                    const Analyser& analyser) {
  std::vector<FoundDoubt> doubts;
  const bool has_age = annotation.min_age || annotation.max_age;
  for (const FieldHit& found : find_hits(text, patterns(), kRunningText)) {
    const auto doubt = static_cast<Doubt>(found.hit.rule);
    const bool is_of_age = doubt == Doubt::kForYoung || doubt == Doubt::kForOld;
    if (is_of_age && has_age) continue;
    add(doubt, found.evidence(), doubts);
  }
  add_contradictions(activity, text, annotation, doubts);
  add_transport(activity, analyser, doubts);
  std::sort(doubts.begin(), doubts.end(),
            [](const FoundDoubt& a, const FoundDoubt& b) { return a.doubt < b.doubt; });
  return doubts;
}

}  // namespace kring::indexer
