#include "indexer/language/facts.h"

#include <algorithm>

#include "indexer/language/analysis.h"
#include "indexer/language/phrases.h"

namespace kring::indexer {
namespace {

using catalog::Activity;
using catalog::Answer;

constexpr int kMinRuleAge = 4;  // a smaller number before "jaar" is a term of years
constexpr int kMaxRuleAge = 99;

bool is_age(int number) {
  return number >= kMinRuleAge && number <= kMaxRuleAge;
}

// "16-30 jaar", "12 t/m 17 jaar": the upper end that follows a lower one.
std::optional<int> upper_end_after(std::string_view after) {
  for (const std::string_view link :
       {"-", " - ", "–", " tot en met ", " tot ", " t/m ", " – ", " en "}) {
    if (!after.starts_with(link)) continue;
    const auto numbers = numbers_in(after.substr(0, link.size() + 8));
    if (numbers.empty() || numbers[0].before.size() != link.size()) continue;
    const std::string_view rest =
        after.substr(std::min(after.size(), after.find_first_not_of("0123456789", link.size())));
    if (is_age(numbers[0].whole) && starts_with_any(rest, {" jaar", "-jar", " jarig", "jarig"})) {
      return numbers[0].whole;
    }
  }
  return std::nullopt;
}

AgeRule age_rule_at(const FoundNumber& number) {
  if (starts_with_any(number.after, {"+", "-plus", " plus", "plus"})) {
    return {number.whole, std::nullopt};
  }
  if (const auto upper = upper_end_after(number.after); upper && *upper > number.whole) {
    return {number.whole, *upper};
  }
  if (starts_with_any(number.after, {" jaar en ouder", " jaar of ouder", " en ouder"})) {
    return {number.whole, std::nullopt};
  }
  const bool counts_years = starts_with_any(number.after, {" jaar", "-jar"});
  if (counts_years
      && ends_with_any(number.before, {"vanaf ", "boven de ", "ouder dan ", "minimaal "})) {
    return {number.whole, std::nullopt};
  }
  if (counts_years
      && ends_with_any(number.before, {"tot ", "t/m ", "tot en met ", "jonger dan "})) {
    return {std::nullopt, number.whole};
  }
  if (ends_with_any(number.before, {"boven de "})) return {number.whole, std::nullopt};
  if (ends_with_any(number.before, {"onder de ", "jonger dan "})) {
    return {std::nullopt, number.whole - 1};
  }
  return {};
}

Answer answer_of(bool says_yes, bool says_no) {
  if (says_no) return Answer::kNo;
  return says_yes ? Answer::kYes : Answer::kUnknown;
}

}  // namespace

std::string folded_text_of(const Activity& activity) {
  std::string text;
  const auto append = [&text](const std::string& field) {
    if (!field.empty()) text += field + " . ";
  };
  append(activity.name);
  append(activity.description);
  append(activity.alert);
  append(activity.fees_description);
  append(activity.eligibility_description);
  append(activity.application_process);
  for (const std::string& tag : activity.tags) {
    append(tag);
  }
  for (const catalog::Schedule& schedule : activity.schedules) {
    append(schedule.description);
  }
  return fold(text);
}

AgeRule find_age_rule(const Activity& activity, const std::string& folded) {
  AgeRule rule{activity.min_age, activity.max_age};
  if (rule.min || rule.max) return rule;
  for (const FoundNumber& number : numbers_in(folded)) {
    if (!is_age(number.whole)) continue;
    const AgeRule found = age_rule_at(number);
    if (found.min || found.max) return found;
  }
  return rule;
}

std::optional<int> find_waiting_weeks(const Activity& activity) {
  static constexpr double kWeeksInMonth = 52.0 / 12.0;
  const std::string folded = fold(activity.wait_time);
  if (folded.empty()) return std::nullopt;
  if (holds_any(folded, {"geen", "direct", "meteen"})) return 0;
  int weeks = 0;
  for (const FoundNumber& number : numbers_in(folded)) {
    if (starts_with_any(number.after, {" week", " weken", " wk", "-", " a "})
        && folded.find("we") != std::string::npos) {
      weeks = std::max(weeks, number.whole);
    }
    if (folded.find("maand") != std::string::npos && number.whole <= 36) {
      weeks = std::max(weeks, static_cast<int>(number.whole * kWeeksInMonth + 0.5));
    }
  }
  if (weeks == 0) return std::nullopt;
  return weeks;
}

Referral find_referral(const Activity& activity, const std::string& folded) {
  if (holds_any(folded,
                {"zonder indicatie", "geen indicatie", "zonder verwijzing", "geen verwijzing"})) {
    return Referral::kNone;
  }
  if (holds_any(folded, {"indicatie", "wmo-", "via de wmo", "beschikking", "wlz"})) {
    return Referral::kIndication;
  }
  if (holds_any(folded, {"verwijsbrief", "verwijzing", "verwijsformulier", "verwezen door",
                         "via de huisarts", "verwijst"})) {
    return Referral::kReferral;
  }
  if (holds_any(folded, {"intake", "kennismakingsgesprek", "kennismaking"})) {
    return Referral::kIntake;
  }
  const std::string process = fold(activity.application_process);
  if (holds_any(process,
                {"niet nodig", "binnenlopen", "niet hoef", "zonder aanmeld", "zonder afspraak"})) {
    return Referral::kNone;
  }
  if (!process.empty()) return Referral::kRegistration;
  if (holds_any(folded, {"aanmelden", "opgave", "opgeven", "inschrijven", "aanmelding"})) {
    return Referral::kRegistration;
  }
  if (holds_any(folded,
                {"inloop", "loop binnen", "binnenlopen", "zonder afspraak", "vrij toegankelijk"})) {
    return Referral::kNone;
  }
  return Referral::kUnknown;
}

Answer find_live(const Activity& activity, const std::string& folded) {
  if (activity.status != catalog::Status::kActive) return Answer::kNo;
  const std::string title = fold(activity.name + " . " + activity.alert);
  if (holds_any(title, {"geannuleerd", "afgelast", "vervalt", "gaat niet door", "gestopt",
                        "opgeheven", "gesloten", "beeindigd", "cancelled", "canceled"})) {
    return Answer::kNo;
  }
  if (holds_any(folded,
                {"wij stoppen", "voorlopig gestopt", "is gestopt", "zijn gestopt", "gestopt per",
                 "voorlopig geen", "tot nader order", "tijdelijk dicht", "tijdelijk gesloten"})) {
    return Answer::kNo;
  }
  if (holds_any(title,
                {"vol ", "vol.", "volzet", "ledenstop", "aanmeldstop", "wachtlijst", "wachtrij"})) {
    return Answer::kUnknown;
  }
  return Answer::kYes;
}

std::optional<catalog::Date> find_last_day(const Activity& activity) {
  std::optional<catalog::Date> last;
  bool has_any = false;
  const auto visit = [&](const std::vector<catalog::Schedule>& schedules) {
    for (const catalog::Schedule& schedule : schedules) {
      const bool is_single = schedule.rrule.empty() && schedule.first_day;
      const std::optional<catalog::Date> end =
          schedule.last_day ? schedule.last_day : (is_single ? schedule.first_day : std::nullopt);
      if (!end) return false;
      last = std::max(last.value_or(*end), *end);
      has_any = true;
    }
    return true;
  };
  if (!visit(activity.schedules)) return std::nullopt;
  for (const catalog::Site& site : activity.sites) {
    if (!visit(site.schedules)) return std::nullopt;
  }
  return has_any ? last : std::nullopt;
}

bool is_only_for_residents(const std::string& folded) {
  return holds_any(
      folded, {"alleen voor inwoners", "alleen inwoners", "uitsluitend voor inwoners",
               "alleen bewoners", "alleen voor bewoners", "voor inwoners van", "voor bewoners van",
               "alleen voor dorpsgenoten", "uitsluitend inwoners"});
}

bool is_crisis_service(const Activity& activity) {
  return holds_any(fold(activity.name), {"crisisdienst", "crisislijn", "crisisteam", "crisisopvang",
                                         "zelfmoordlijn", "zelfmoordpreventie", "veilig thuis",
                                         "spoeddienst", "spoedpost", "huisartsenpost"});
}

AccessFacts find_access(const catalog::Site& site) {
  std::string folded;
  for (const std::string& sentence : site.accessibility) {
    folded += fold(sentence) + " . ";
  }
  const bool is_reachable = holds_any(
      folded, {"rolstoeltoegankelijk", "rolstoelvriendelijk", "drempelvrij", "gelijkvloers",
               "geen drempel", "zonder drempel", "begane grond", "lift", "rolstoelingang",
               "helling", "vlak", "rolstoelgeschikt", "rolstoel kan", "een niveau", "brede deur",
               "verhard", "invalidentoilet", "rolstoeltoilet"});
  const bool is_blocked = holds_any(
      folded, {"geen lift", "rolstoel past niet", "niet rolstoel", "geschikt voor rolstoel",
               "steile trap", "per trap", "trap van", "trapje", "opstap", "treden", "drempel van",
               "onverhard", "stoeptrede", "smalle deuren"});
  const bool has_toilet = holds_any(
      folded, {"aangepast toilet", "invalidentoilet", "rolstoeltoilet", "mindervaliden",
               "rolstoeltoegankelijk toilet", "breed toilet", "ruim toilet", "incl. toilet",
               "rolstoelvriendelijk toilet", "toilet smal maar rolstoel past"});
  const bool lacks_toilet =
      holds_any(folded, {"toilet niet", "geen aangepast toilet", "toilet krap",
                         "toilet in de kelder", "composttoilet"});
  AccessFacts facts{};
  facts[0] = answer_of(is_reachable, is_blocked);
  facts[1] = answer_of(has_toilet, lacks_toilet);
  facts[2] = answer_of(is_reachable, is_blocked);
  facts[3] = answer_of(holds_any(folded, {"ringleiding"}), false);
  facts[4] = Answer::kUnknown;
  facts[5] = answer_of(
      holds_any(folded, {"prikkelarm", "rustige", "stilteruimte", "rustkamer", "rustruimte"}),
      false);
  facts[6] =
      answer_of(holds_any(folded, {"blindegeleidehond", "hulphond", "assistentiehond"}), false);
  return facts;
}

}  // namespace kring::indexer
