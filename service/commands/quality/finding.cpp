#include "service/commands/quality/finding.h"

#include <algorithm>
#include <utility>

#include "engine/owner_tasks.h"

namespace kring::service::quality {
namespace {

using engine::Gate;

// Of 100 people who look for such an activity, how many does the finding keep away?
//
// A missing fact keeps away who must know it: the share of the 70 profiles in tests/judged that
// give the limit (price 67, journey 64, free hours 38, referral 35, access needs 22; 8 speak no
// Dutch). The others are estimates beside these, to be mended by who measures.
constexpr int kEverybody = 100;    // nobody finds it, or everybody comes in vain
constexpr int kPrice = 96;         // 67 of 70
constexpr int kPlace = 91;         // 64 of 70
constexpr int kContact = 60;       // estimate: some walk in without asking first
constexpr int kTime = 54;          // 38 of 70
constexpr int kSignUp = 50;        // 35 of 70
constexpr int kContradicted = 40;  // estimate: half of those who must know the fact
constexpr int kAccess = 31;        // 22 of 70
constexpr int kStale = 25;         // estimate: of four records, one no longer holds after a year
constexpr int kArea = 20;          // estimate: the place mostly tells who may come
constexpr int kUnclearFact = 20;   // estimate: a call mends it
constexpr int kDisagreeing = 20;   // estimate: the freshest record is shown
constexpr int kLanguage = 11;      // 8 of 70
constexpr int kValue = 10;         // estimate: the import passes over the value
constexpr int kTwice = 5;          // estimate: one of the two is shown

FindingRule missing(FindingKind kind, std::string_view code, int kept_away, catalog::Text title) {
  return {kind, code, FindingGroup::kMissing, kept_away, std::move(title), {}, ""};
}

std::vector<FindingRule> error_rules() {
  using Kind = FindingKind;
  using Group = FindingGroup;
  return {
      {Kind::kUnread,
       "unreadable",
       Group::kError,
       kEverybody,
       {"Kring kan dit record niet lezen.", "Kring cannot read this record."},
       {"Verbeter het record in de bron. Tot die tijd vindt niemand het.",
        "Mend the record at its source. Until then nobody finds it."},
       ""},
      {Kind::kEnded,
       "ended",
       Group::kError,
       kEverybody,
       {"De activiteit is voorbij, maar staat er nog.", "The activity is over and still listed."},
       {"Haal de activiteit weg, of geef nieuwe data.",
        "Take the activity out, or give new dates."},
       "/schedules"},
      {Kind::kNoContact,
       "no_contact",
       Group::kError,
       kContact,
       {"Er staat niet bij hoe men u bereikt.", "It does not say how to reach you."},
       {"Geef een telefoonnummer, e-mailadres of website.",
        "Give a phone number, an e-mail address or a website."},
       "/phones"},
      {Kind::kWrongValue,
       "wrong_value",
       Group::kError,
       kValue,
       {"Een gegeven klopt niet.", "A value is not right."},
       {"Verbeter het gegeven in de bron.", "Mend the value at its source."},
       ""},
  };
}

std::vector<FindingRule> missing_rules() {
  using Kind = FindingKind;
  return {
      missing(Kind::kNoPrice, "no_price", kPrice, {"De prijs ontbreekt.", "The price is missing."}),
      missing(Kind::kNoPlace, "no_place", kPlace, {"De plek ontbreekt.", "The place is missing."}),
      missing(Kind::kNoTime, "no_time", kTime,
              {"Dagen en tijden ontbreken.", "Days and hours are missing."}),
      missing(Kind::kNoSignUp, "no_sign_up", kSignUp,
              {"Er staat niet hoe men zich aanmeldt.", "It does not say how one signs up."}),
      missing(Kind::kNoArea, "unclear_area", kArea,
              {"Het gebied is niet duidelijk.", "The area is not clear."}),
      missing(Kind::kNoAccess, "no_access", kAccess,
              {"Er staat niet hoe toegankelijk de plek is.",
               "It does not say how accessible the place is."}),
      missing(Kind::kNoLanguage, "no_language", kLanguage,
              {"De taal ontbreekt.", "The language is missing."}),
  };
}

std::vector<FindingRule> other_rules() {
  using Kind = FindingKind;
  using Group = FindingGroup;
  return {
      {Kind::kNeverChecked,
       "never_checked",
       Group::kStale,
       kStale,
       {"Niemand heeft dit ooit nagekeken.", "Nobody ever checked this."},
       {"Kijk na of dit nog klopt. Vul de datum in.",
        "Check whether this still holds. Fill in the date."},
       "/assured_date"},
      {Kind::kOldCheck,
       "old_check",
       Group::kStale,
       kStale,
       {"Dit is langer dan een jaar niet nagekeken.", "This was not checked for over a year."},
       {"Kijk na of dit nog klopt. Vul de datum in.",
        "Check whether this still holds. Fill in the date."},
       "/assured_date"},
      {Kind::kTwoSayings,
       "contradiction",
       Group::kContradiction,
       kContradicted,
       {"Het record zegt twee verschillende dingen.", "The record says two different things."},
       {"Kies wat klopt. Verander het andere.", "Choose what is right. Change the other."},
       ""},
      {Kind::kUnclear,
       "unclear",
       Group::kContradiction,
       kUnclearFact,
       {"De tekst is niet precies genoeg.", "The text is not precise enough."},
       {"Schrijf het precies op.", "Write it down precisely."},
       ""},
      {Kind::kSourcesDiffer,
       "sources_differ",
       Group::kContradiction,
       kDisagreeing,
       {"Een ander record van deze activiteit zegt iets anders.",
        "Another record of this activity says otherwise."},
       {"Zoek uit wat klopt. Verander het record dat niet klopt.",
        "Find out what is right. Change the record that is wrong."},
       ""},
      {Kind::kLikelyDuplicate,
       "likely_duplicate",
       Group::kDuplicate,
       kTwice,
       {"Deze activiteit staat er waarschijnlijk dubbel in.",
        "This activity is probably listed twice."},
       {"Vergelijk de records. Zeg of het er één is, met kring duplicates.",
        "Compare the records. Say whether they are one, with kring duplicates."},
       ""},
  };
}

std::array<FindingRule, kFindingKinds> make_rules() {
  std::array<FindingRule, kFindingKinds> rules;
  for (const auto& group : {error_rules(), missing_rules(), other_rules()}) {
    for (const FindingRule& rule : group) {
      rules.at(static_cast<std::size_t>(rule.kind)) = rule;
    }
  }
  return rules;
}

constexpr std::array<std::pair<FindingKind, Gate>, 7> kGates = {{
    {FindingKind::kNoPrice, Gate::kCost},
    {FindingKind::kNoPlace, Gate::kTravel},
    {FindingKind::kNoTime, Gate::kTime},
    {FindingKind::kNoSignUp, Gate::kReferral},
    {FindingKind::kNoArea, Gate::kArea},
    {FindingKind::kNoAccess, Gate::kAccess},
    {FindingKind::kNoLanguage, Gate::kLanguage},
}};

// What an owner can do about a missing fact is said by the gate that asks for it.
std::array<FindingRule, kFindingKinds> make_finished_rules() {
  std::array<FindingRule, kFindingKinds> rules = make_rules();
  for (const auto& [kind, gate] : kGates) {
    const engine::MissingFact fact = engine::missing_fact(gate);
    FindingRule& rule = rules.at(static_cast<std::size_t>(kind));
    rule.remedy = fact.text;
    rule.field = fact.field;
  }
  return rules;
}

}  // namespace

const std::array<FindingRule, kFindingKinds>& all_rules() {
  static const std::array<FindingRule, kFindingKinds> kRules = make_finished_rules();
  return kRules;
}

const FindingRule& rule_of(FindingKind kind) {
  return all_rules().at(static_cast<std::size_t>(kind));
}

std::string_view name_of(FindingGroup group) {
  static constexpr std::array<std::string_view, kFindingGroups> kNames = {
      "errors", "missing", "stale", "contradictions", "duplicates"};
  return kNames.at(static_cast<std::size_t>(group));
}

const catalog::Text& title_of(FindingGroup group) {
  static const std::array<catalog::Text, kFindingGroups> kTitles = {{
      {"Fouten", "Errors"},
      {"Wat ontbreekt", "What is missing"},
      {"Te lang niet nagekeken", "Not checked for too long"},
      {"Wat elkaar tegenspreekt", "What contradicts itself"},
      {"Waarschijnlijk dubbel", "Likely duplicates"},
  }};
  return kTitles.at(static_cast<std::size_t>(group));
}

void Findings::add(FindingDetail detail) {
  add(detail.kind);
  details.push_back(std::move(detail));
}

int weight_of(const FindingSet& kinds) {
  int weight = 0;
  for (const FindingRule& rule : all_rules()) {
    if (has(kinds, rule.kind)) weight += rule.kept_away;
  }
  return weight;
}

std::vector<Priority> priorities_of(const FindingCounts& counts) {
  std::vector<Priority> priorities;
  for (const FindingRule& rule : all_rules()) {
    const std::size_t records = counts.at(static_cast<std::size_t>(rule.kind));
    if (records == 0) continue;
    priorities.push_back({rule.kind, records, records * static_cast<std::size_t>(rule.kept_away)});
  }
  std::stable_sort(priorities.begin(), priorities.end(),
                   [](const Priority& a, const Priority& b) { return a.weight > b.weight; });
  return priorities;
}

}  // namespace kring::service::quality
