#include "indexer/language/annotator.h"

#include "indexer/language/arrangement.h"
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

void keep(const Arrangement& arrangement, Annotation& annotation) {
  annotation.attendance = arrangement.attendance.forms;
  keep_sources(FactName::kAttendance, arrangement.attendance.sources, annotation);
  annotation.recurrence = arrangement.recurrence.recurrence;
  keep_sources(FactName::kRecurrence, arrangement.recurrence.sources, annotation);
  annotation.group_size = arrangement.group.size;
  keep_sources(FactName::kGroupSize, arrangement.group.sources, annotation);
  annotation.referral = arrangement.referral.referral;
  if (annotation.referral != catalog::Referral::kUnknown)
    keep_sources(FactName::kReferral, arrangement.referral.sources, annotation);
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

void read_state(const catalog::Activity& activity,
                const RecordText& text,
                const PassageModel& endings,
                Annotation& annotation) {
  const LiveFact live = find_live(activity, text, endings);
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
      model_(vocabulary, subject_weights()),
      arrangement_model_(arrangement_weights()),
      endings_(ending_weights()) {}

Annotation Annotator::annotate(const catalog::Activity& activity) const {
  const RecordText text = read_record_text(activity, analyser_);
  Annotation annotation;
  annotation.concepts = find_subjects(text, finder_, model_, *vocabulary_);
  annotation.kinds = kinds_.kinds_in(text);
  const catalog::Usual usual = usual_of(annotation.concepts, *vocabulary_);
  keep(read_arrangement(activity, text, usual, arrangement_model_), annotation);
  read_hours(activity, text, annotation);
  read_terms(activity, text, analyser_, annotation);
  read_public(activity, text, annotation);
  read_state(activity, text, endings_, annotation);
  for (std::size_t site = 0; site < activity.sites.size(); ++site) {
    annotation.site_access.push_back(find_access(text, site));
  }
  if (activity.sites.empty()) annotation.told_access = find_told_access(text);
  annotation.remarks = find_remarks(text);
  annotation.doubts = find_doubts(activity, text, annotation, analyser_);
  return annotation;
}

}  // namespace kring::indexer
