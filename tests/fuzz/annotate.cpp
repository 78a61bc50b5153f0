// Is any record understood without harm, and told with places that exist?
//
// The bytes are the fields of a record, between kFieldSeparators: tests/fuzz/seeds.py writes them
// in the same order.

#include "catalog/embedded.h"
#include "indexer/language/annotator.h"
#include "indexer/language/record_text.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

const catalog::Vocabulary& vocabulary() {
  static const catalog::Vocabulary kVocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  return kVocabulary;
}

catalog::Activity make_activity(std::string_view bytes) {
  static constexpr std::size_t kFields = 12;
  const std::vector<std::string_view> fields = split_fields(bytes, kFields);
  catalog::Activity activity;
  activity.name = fields[0];
  activity.description = fields[1];
  activity.alert = fields[2];
  activity.fees_description = fields[3];
  activity.eligibility_description = fields[4];
  activity.application_process = fields[5];
  activity.wait_time = fields[6];
  activity.tags = {std::string(fields[7])};
  catalog::Schedule schedule;
  schedule.description = fields[8];
  catalog::Site site;
  site.accessibility = {std::string(fields[9])};
  site.schedules = {schedule};
  activity.sites = {site};
  activity.organization.name = fields[10];
  activity.organization.description = fields[11];
  return activity;
}

void check_evidence(const indexer::Evidence& evidence, const indexer::RecordText& record) {
  if (evidence.span == indexer::TextSpan{}) return;
  for (const indexer::FieldText& field : record.fields) {
    if (field.field != evidence.field || field.item != evidence.item) continue;
    expect(evidence.span.begin <= evidence.span.end, "a span begins before it ends");
    expect(evidence.span.end <= field.text.size(), "evidence lies inside its field");
    return;
  }
  expect(false, "evidence is of a field that the record has");
}

void check_annotation(const indexer::Annotation& annotation, const indexer::RecordText& record) {
  for (const indexer::FactEvidence& fact : annotation.evidence) {
    check_evidence(fact.evidence, record);
  }
  for (const indexer::FactEvidence& fact : annotation.conflicts) {
    check_evidence(fact.evidence, record);
  }
  for (const indexer::FoundRemark& remark : annotation.remarks) {
    check_evidence(remark.evidence, record);
  }
  for (const indexer::FoundDoubt& found : annotation.doubts) {
    if (found.evidence) check_evidence(*found.evidence, record);
  }
  for (const indexer::FoundConcept& found : annotation.concepts) {
    check_evidence(found.evidence, record);
    expect(found.number < vocabulary().concepts().size(), "a concept is of the vocabulary");
    expect(found.confidence >= 1 && found.confidence <= 100, "confidence is within its range");
  }
  expect(annotation.min_age.value_or(0) >= 0 && annotation.max_age.value_or(0) >= 0,
         "an age is not negative");
  expect(annotation.min_age.value_or(0) <= annotation.max_age.value_or(1'000),
         "the least age is no more than the greatest");
  expect(annotation.cost.value_or(catalog::Cents{}).value >= 0, "a cost is not negative");
  expect(annotation.cost_per_session.value_or(catalog::Cents{}).value >= 0,
         "a cost a session is not negative");
  expect(annotation.waiting_weeks.value_or(0) >= 0, "a waiting time is not negative");
}

}  // namespace

void read(std::string_view bytes) {
  static const indexer::Annotator kAnnotator(vocabulary());
  const catalog::Activity activity = make_activity(bytes);
  check_annotation(kAnnotator.annotate(activity),
                   indexer::read_record_text(activity, kAnnotator.analyser()));
}

}  // namespace kring::fuzz
