#include "service/commands/quality/inspector.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "indexer/feature_rows.h"
#include "service/commands/annotation_text.h"
#include "service/commands/feed_sinks.h"
#include "service/commands/status_report.h"

namespace kring::service::quality {
namespace {

using catalog::Activity;
using catalog::Answer;
using catalog::Attendance;
using catalog::Text;
using indexer::Annotation;

// In the order of indexer::FactName.
const Text& name_of_fact(indexer::FactName fact) {
  static const std::array<Text, 11> kNames = {{
      {"Hoe men meedoet", "How one takes part"},
      {"Hoe groot de groep is", "How large the group is"},
      {"De leeftijd", "The age"},
      {"De prijs", "The price"},
      {"Hoe vaak het is", "How often it is"},
      {"De aanmelding", "Signing up"},
      {"De wachttijd", "The waiting time"},
      {"Of het doorgaat", "Whether it goes on"},
      {"Voor mannen of vrouwen", "For men or women"},
      {"De taal", "The language"},
      {"Het gebied", "The area"},
  }};
  return kNames.at(static_cast<std::size_t>(fact));
}

// In the order of indexer::Doubt.
const Text& remedy_of(indexer::Doubt doubt) {
  static const std::array<Text, 8> kRemedies = {{
      {"Zeg of er nu plaats is.", "Say whether there is room now."},
      {"Zeg wat één keer kost.", "Say what one visit costs."},
      {"Geef vaste dagen en tijden, dezelfde als in het rooster.",
       "Give fixed days and hours, the same as in the schedule."},
      {"Veld en tekst noemen een andere leeftijd. Kies wat klopt.",
       "Field and text name different ages. Choose what is right."},
      {"Jongeren: noem de leeftijd in jaren.", "Young people: name the age in years."},
      {"Ouderen: noem de leeftijd in jaren.", "Older people: name the age in years."},
      {"Zeg precies voor wie dit is en voor wie niet.",
       "Say precisely for whom this is or is not."},
      {"Zeg wie u kunt ophalen.", "Say whom you can fetch."},
  }};
  return kRemedies.at(static_cast<std::size_t>(doubt));
}

bool has_contact(const Activity& activity) {
  return !activity.phones.empty() || !activity.email.empty() || !activity.url.empty()
         || !activity.organization.email.empty() || !activity.organization.url.empty()
         || std::any_of(activity.sites.begin(), activity.sites.end(),
                        [](const catalog::Site& site) { return !site.url.empty(); });
}

void add_contradictions(const Activity& activity,
                        const Annotation& annotation,
                        Findings& findings) {
  for (const indexer::FactEvidence& entry : annotation.conflicts) {
    const Text& fact = name_of_fact(entry.fact);
    const std::string words = quote(activity, entry.evidence);
    findings.add(
        {FindingKind::kTwoSayings,
         pointer_to(entry.evidence.field, entry.evidence.item),
         {fmt::format("{}: hier staat iets anders dan elders in het record. {}", fact.nl, words),
          fmt::format("{}: this differs from the rest of the record. {}", fact.en, words)}});
  }
  for (const indexer::FoundDoubt& found : annotation.doubts) {
    const Text& remedy = remedy_of(found.doubt);
    const std::string words = found.evidence ? " " + quote(activity, *found.evidence) : "";
    findings.add({FindingKind::kUnclear,
                  found.evidence ? pointer_to(found.evidence->field, found.evidence->item) : "",
                  {remedy.nl + words, remedy.en + words}});
  }
}

void add_wrong_points(const Activity& activity, const catalog::Places& places, Findings& findings) {
  for (std::size_t index = 0; index < activity.sites.size(); ++index) {
    const catalog::Site& site = activity.sites[index];
    const catalog::Located located = catalog::locate(site.postcode, site.point, places);
    const std::string pointer = fmt::format("/sites/{}/point", index);
    if (const auto problem = describe_coordinates(located.fault, pointer)) {
      findings.add({FindingKind::kWrongValue, problem->pointer, problem->text});
    }
  }
}

}  // namespace

Inspector::Inspector(const catalog::Vocabulary& vocabulary,
                     const catalog::Places& places,
                     catalog::Date today)
    : places_(places), today_(today), annotator_(vocabulary), areas_(places) {}

Findings Inspector::inspect(const Activity& activity) const {
  const Annotation annotation = annotator_.annotate(activity);
  Findings findings;
  // What is over, or said to be closed, needs no more facts.
  if (annotation.last_day && *annotation.last_day < today_) {
    if (activity.status == catalog::Status::kActive) findings.add(FindingKind::kEnded);
    return findings;
  }
  if (annotation.live == Answer::kNo) return findings;
  if (!has_contact(activity)) findings.add(FindingKind::kNoContact);
  add_wrong_points(activity, places_, findings);
  add_missing(activity, annotation, findings);
  add_age_of_check(activity, findings);
  add_contradictions(activity, annotation, findings);
  return findings;
}

void Inspector::add_missing(const Activity& activity,
                            const Annotation& annotation,
                            Findings& findings) const {
  if (!annotation.cost_per_session) findings.add(FindingKind::kNoPrice);
  if (indexer::stated_referral(annotation) == catalog::Referral::kUnknown)
    findings.add(FindingKind::kNoSignUp);
  if (has_unclear_area(activity, annotation)) findings.add(FindingKind::kNoArea);
  if (annotation.languages.empty()) findings.add(FindingKind::kNoLanguage);
  add_missing_of_sites(activity, annotation, findings);
}

void Inspector::add_missing_of_sites(const Activity& activity,
                                     const Annotation& annotation,
                                     Findings& findings) const {
  if (activity.sites.empty() && annotation.attendance.has(Attendance::kInPerson)) {
    findings.add(FindingKind::kNoPlace);
    findings.add(FindingKind::kNoAccess);
    if (!indexer::states_hours(activity.schedules)) findings.add(FindingKind::kNoTime);
  }
  for (std::size_t index = 0; index < activity.sites.size(); ++index) {
    const catalog::Site& site = activity.sites[index];
    if (!indexer::attendance_at(site, annotation, activity).has(Attendance::kInPerson)) continue;
    if (!is_placed(site)) findings.add(FindingKind::kNoPlace);
    const indexer::AccessFacts& access = annotation.site_access[index];
    const bool is_silent = std::all_of(access.begin(), access.end(),
                                       [](Answer answer) { return answer == Answer::kUnknown; });
    if (is_silent) findings.add(FindingKind::kNoAccess);
    if (!indexer::states_hours(catalog::schedules_at(activity, site)))
      findings.add(FindingKind::kNoTime);
  }
}

void Inspector::add_age_of_check(const Activity& activity, Findings& findings) const {
  if (!activity.verified_on) {
    findings.add(FindingKind::kNeverChecked);
  } else if ((today_ - *activity.verified_on).count() > kStaleDays) {
    findings.add(FindingKind::kOldCheck);
  }
}

bool Inspector::is_placed(const catalog::Site& site) const {
  if (catalog::locate(site.postcode, site.point, places_).point) return true;
  return places_.rows().empty() && catalog::parse_postcode4(site.postcode);
}

bool Inspector::has_unclear_area(const Activity& activity, const Annotation& annotation) const {
  if (places_.rows().empty()) return false;
  const std::vector<indexer::Area> areas = areas_.areas_of(activity, annotation.told_areas);
  return std::any_of(areas.begin(), areas.end(), [](const indexer::Area& area) {
    return area.kind == indexer::AreaKind::kUnclear;
  });
}

}  // namespace kring::service::quality
