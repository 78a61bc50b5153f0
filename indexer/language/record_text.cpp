#include "indexer/language/record_text.h"

#include <algorithm>

namespace kring::indexer {
namespace {

class Reader {
 public:
  explicit Reader(const Analyser& analyser) : analyser_(analyser) {}

  void add(Field field, const std::string& text, std::size_t item = 0) {
    if (!text.empty()) read_.fields.push_back({field, item, text, analyser_.tokens_of(text)});
  }

  RecordText finish() {
    std::stable_sort(read_.fields.begin(), read_.fields.end(),
                     [](const FieldText& a, const FieldText& b) { return a.field < b.field; });
    return std::move(read_);
  }

 private:
  const Analyser& analyser_;
  RecordText read_;
};

void add_notes(const std::vector<catalog::Schedule>& schedules, Reader& reader, std::size_t& item) {
  for (const catalog::Schedule& schedule : schedules) {
    reader.add(Field::kScheduleNote, schedule.description, item++);
  }
}

std::ptrdiff_t count_words(const std::vector<Token>& tokens, Tongue tongue) {
  return std::count_if(tokens.begin(), tokens.end(), [tongue](const Token& token) {
    return token.is_word() && token.tongue == tongue;
  });
}

}  // namespace

std::string pointer_to(Field field, std::size_t item) {
  switch (field) {
    case Field::kName:
      return "/name";
    case Field::kAlert:
      return "/alert";
    case Field::kDescription:
      return "/description";
    case Field::kFees:
      return "/fees_description";
    case Field::kEligibility:
      return "/eligibility_description";
    case Field::kApplication:
      return "/application_process";
    case Field::kWaitTime:
      return "/wait_time";
    case Field::kTag:
      return "/attributes/" + std::to_string(item);
    case Field::kScheduleNote:
      return "/schedules/" + std::to_string(item) + "/description";
    case Field::kAccessibility:
      return "/service_at_locations/" + std::to_string(item) + "/location/accessibility";
    case Field::kOrganization:
      return "/organization/name";
    case Field::kOrganizationDescription:
      return "/organization/description";
  }
  return {};
}

RecordText read_record_text(const catalog::Activity& activity, const Analyser& analyser) {
  Reader reader(analyser);
  reader.add(Field::kName, activity.name);
  reader.add(Field::kAlert, activity.alert);
  reader.add(Field::kDescription, activity.description);
  reader.add(Field::kFees, activity.fees_description);
  reader.add(Field::kEligibility, activity.eligibility_description);
  reader.add(Field::kApplication, activity.application_process);
  reader.add(Field::kWaitTime, activity.wait_time);
  for (std::size_t i = 0; i < activity.tags.size(); ++i) {
    reader.add(Field::kTag, activity.tags[i], i);
  }
  std::size_t note = 0;
  add_notes(activity.schedules, reader, note);
  for (std::size_t i = 0; i < activity.sites.size(); ++i) {
    add_notes(activity.sites[i].schedules, reader, note);
    for (const std::string& sentence : activity.sites[i].accessibility) {
      reader.add(Field::kAccessibility, sentence, i);
    }
  }
  reader.add(Field::kOrganization, activity.organization.name);
  reader.add(Field::kOrganizationDescription, activity.organization.description);
  return reader.finish();
}

std::string_view written_language(const RecordText& text) {
  const auto field_of = [&text](Field field) {
    return std::find_if(text.fields.begin(), text.fields.end(),
                        [field](const FieldText& other) { return other.field == field; });
  };
  auto field = field_of(Field::kDescription);
  if (field == text.fields.end()) field = field_of(Field::kName);
  if (field == text.fields.end()) return "";
  const auto dutch = count_words(field->tokens, Tongue::kDutch);
  const auto english = count_words(field->tokens, Tongue::kEnglish);
  const auto other = count_words(field->tokens, Tongue::kOther);
  if (other >= std::max<std::ptrdiff_t>({dutch, english, 1})) return "";
  return english > dutch ? "en" : "nl";
}

}  // namespace kring::indexer
