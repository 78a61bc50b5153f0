#include "indexer/language/annotator.h"

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/told_hours.h"
#include "indexer/language/lexicon.h"
#include "indexer/language/record_text.h"
#include "indexer/language/subject.h"

namespace kring::indexer {
namespace {

void keep_sources(FactName fact, const Sources& sources, Annotation& annotation) {
  if (sources.evidence) annotation.evidence.push_back({fact, *sources.evidence});
  if (sources.conflict) annotation.conflicts.push_back({fact, *sources.conflict});
}

// The group size of most concepts, each as sure as it is itself; of equals the first.
std::optional<catalog::GroupSize> usual_size_of(const std::vector<FoundConcept>& subjects,
                                                const catalog::Vocabulary& vocabulary) {
  std::array<int, 5> votes{};  // by GroupSize
  for (const FoundConcept& found : subjects) {
    const auto size = vocabulary.concepts()[found.number].usual.group_size;
    if (size) votes[static_cast<std::size_t>(*size)] += found.confidence;
  }
  const auto most = std::max_element(votes.begin(), votes.end());
  if (*most == 0) return std::nullopt;
  return static_cast<catalog::GroupSize>(most - votes.begin());
}

// Steps and times follow the concept it is most surely about, whatever the next one adds; the
// company it is done in is that of most.
catalog::Usual usual_of(std::vector<FoundConcept> subjects, const catalog::Vocabulary& vocabulary) {
  std::stable_sort(
      subjects.begin(), subjects.end(),
      [](const FoundConcept& a, const FoundConcept& b) { return a.confidence > b.confidence; });
  catalog::Usual usual;
  usual.group_size = usual_size_of(subjects, vocabulary);
  for (const FoundConcept& found : subjects) {
    const catalog::Usual& of_concept = vocabulary.concepts()[found.number].usual;
    if (usual.referral == catalog::Referral::kUnknown) usual.referral = of_concept.referral;
    if (usual.recurrence == catalog::Recurrence::kUnknown) usual.recurrence = of_concept.recurrence;
  }
  return usual;
}

// How one usually gets in, where nothing tells: one walks into an open group, whatever it is about,
// and into nothing that is for one or a few; for these its concepts say how.
catalog::Referral usual_referral(const catalog::Usual& usual,
                                 std::optional<catalog::GroupSize> size) {
  if (!size) return usual.referral;
  const bool is_told_by_concepts = usual.referral > catalog::Referral::kNone;
  switch (*size) {
    case catalog::GroupSize::kOpenGroup:
      return catalog::Referral::kNone;
    case catalog::GroupSize::kOneToOne:
      return is_told_by_concepts ? usual.referral : catalog::Referral::kIntake;
    case catalog::GroupSize::kSmallGroup:
      return is_told_by_concepts ? usual.referral : catalog::Referral::kRegistration;
    default:
      return usual.referral != catalog::Referral::kUnknown ? usual.referral
                                                           : catalog::Referral::kRegistration;
  }
}

void read_form(const catalog::Activity& activity,
               const RecordText& text,
               const catalog::Usual& usual,
               Annotation& annotation) {
  const AttendanceFact attendance = find_attendance_forms(activity, text);
  annotation.attendance = attendance.forms;
  keep_sources(FactName::kAttendance, attendance.sources, annotation);
  const RecurrenceFact recurrence = find_recurrence(activity, text, usual);
  keep_sources(FactName::kRecurrence, recurrence.sources, annotation);
  ReferralFact referral = find_referral(activity, text);
  const GroupFact group = find_group(
      activity, text, {attendance.forms, referral.referral, recurrence.recurrence}, usual);
  annotation.group_size = group.size;
  annotation.recurrence = settle_recurrence(recurrence, group.size, attendance.forms);
  keep_sources(FactName::kGroupSize, group.sources, annotation);
  if (referral.referral == catalog::Referral::kUnknown) {
    referral.referral = usual_referral(usual, group.size);
    referral.sources.evidence = Evidence{Field::kApplication, 0, {}, Provenance::kUsual};
  }
  annotation.referral = referral.referral;
  if (referral.referral != catalog::Referral::kUnknown)
    keep_sources(FactName::kReferral, referral.sources, annotation);
}

void read_hours(const catalog::Activity& activity, const RecordText& text, Annotation& annotation) {
  HoursFact hours = find_told_hours(activity, text, annotation.recurrence);
  annotation.told_hours = std::move(hours.schedules);
  keep_sources(FactName::kTimes, {hours.evidence, {}}, annotation);
}

void read_terms(const catalog::Activity& activity,
                const RecordText& text,
                const Analyser& analyser,
                Annotation& annotation) {
  const AgeFact age = find_age(activity, text);
  annotation.min_age = age.min;
  annotation.max_age = age.max;
  keep_sources(FactName::kAge, age.sources, annotation);
  const CostFact cost = find_cost(activity, text, analyser, annotation.recurrence);
  annotation.cost = cost.amount;
  annotation.cost_per_session = cost.per_session;
  keep_sources(FactName::kCost, cost.sources, annotation);
  const WaitingFact waiting = find_waiting(activity, text);
  annotation.waiting_weeks = waiting.weeks;
  keep_sources(FactName::kWaiting, waiting.sources, annotation);
}

void read_public(const catalog::Activity& activity,
                 const RecordText& text,
                 Annotation& annotation) {
  const GenderFact gender = find_gender(text);
  annotation.gender = gender.rule;
  keep_sources(FactName::kGender, gender.sources, annotation);
  const LanguageFact language = find_languages(activity, text);
  annotation.languages = language.languages;
  keep_sources(FactName::kLanguage, language.sources, annotation);
  if (!activity.areas.empty()) return;
  const AreaFact area = find_told_areas(text);
  annotation.told_areas = area.lists;
  keep_sources(FactName::kArea, area.sources, annotation);
}

void read_state(const catalog::Activity& activity, const RecordText& text, Annotation& annotation) {
  const LiveFact live = find_live(activity, text);
  annotation.live = live.live;
  keep_sources(FactName::kLive, live.sources, annotation);
  annotation.last_day =
      live.last_day ? live.last_day : find_last_day(activity, text, annotation.recurrence);
  annotation.is_crisis_service = is_crisis_service(text);
  annotation.is_only_for_residents = is_only_for_residents(text);
}

}  // namespace

Annotator::Annotator(const catalog::Vocabulary& vocabulary)
    : vocabulary_(&vocabulary),
      finder_(vocabulary),
      kinds_(vocabulary),
      model_(vocabulary, subject_weights()) {}

Annotation Annotator::annotate(const catalog::Activity& activity) const {
  const RecordText text = read_record_text(activity, analyser_);
  Annotation annotation;
  annotation.concepts = find_subjects(text, finder_, model_, *vocabulary_);
  annotation.kinds = kinds_.kinds_in(text);
  read_form(activity, text, usual_of(annotation.concepts, *vocabulary_), annotation);
  read_hours(activity, text, annotation);
  read_terms(activity, text, analyser_, annotation);
  read_public(activity, text, annotation);
  read_state(activity, text, annotation);
  for (std::size_t site = 0; site < activity.sites.size(); ++site) {
    annotation.site_access.push_back(find_access(text, site));
  }
  if (activity.sites.empty()) annotation.told_access = find_told_access(text);
  annotation.remarks = find_remarks(text);
  annotation.doubts = find_doubts(activity, text, annotation, analyser_);
  return annotation;
}

}  // namespace kring::indexer
