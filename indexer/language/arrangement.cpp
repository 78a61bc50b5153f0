#include "indexer/language/arrangement.h"

#include <algorithm>
#include <string>

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::GroupSize;
using catalog::Recurrence;
using catalog::Referral;

// Millionths of score by which the model must be sure, to say that one meets elsewhere than the
// words state: visits at home and calls differ from meetings in little but a few words.
constexpr std::int64_t kSurely = 1'000'000;
constexpr std::int64_t kRatherSurely = 400'000;  // likewise of how many come

// The group size of most concepts, each as sure as it is itself; of equals the first.
std::optional<GroupSize> usual_size_of(const std::vector<FoundConcept>& subjects,
                                       const catalog::Vocabulary& vocabulary) {
  std::array<int, 5> votes{};  // by GroupSize
  for (const FoundConcept& found : subjects) {
    const auto size = vocabulary.concepts()[found.number].usual.group_size;
    if (size) votes[static_cast<std::size_t>(*size)] += found.confidence;
  }
  const auto most = std::max_element(votes.begin(), votes.end());
  if (*most == 0) return std::nullopt;
  return static_cast<GroupSize>(most - votes.begin());
}

// How one usually gets in, where nothing tells: one walks into an open group, whatever it is about,
// and into nothing that is for one or a few; for these its concepts say how.
Referral usual_referral(const catalog::Usual& usual, std::optional<GroupSize> size) {
  if (!size) return usual.referral;
  const bool is_told_by_concepts = usual.referral > Referral::kNone;
  switch (*size) {
    case GroupSize::kOpenGroup:
      return Referral::kNone;
    case GroupSize::kOneToOne:
      return is_told_by_concepts ? usual.referral : Referral::kIntake;
    case GroupSize::kSmallGroup:
      return is_told_by_concepts ? usual.referral : Referral::kRegistration;
    default:
      return usual.referral != Referral::kUnknown ? usual.referral : Referral::kRegistration;
  }
}

// Which of the values of a fact, in the order of kArrangedValues; absent: none is known.
using Place = std::optional<std::size_t>;

// In person and online together are "hybrid"; of other forms the first that counts most.
Place place_of(AttendanceSet forms) {
  static constexpr std::array kByWeight = {Attendance::kHomeVisit, Attendance::kInPerson,
                                           Attendance::kPhone, Attendance::kOnline};
  static constexpr std::size_t kHybrid = 4;
  if (forms.has(Attendance::kInPerson) && forms.has(Attendance::kOnline)) return kHybrid;
  const auto first = std::find_if(kByWeight.begin(), kByWeight.end(),
                                  [forms](Attendance form) { return forms.has(form); });
  if (first == kByWeight.end()) return std::nullopt;
  return static_cast<std::size_t>(*first);
}

Place place_of(std::optional<GroupSize> size) {
  if (!size) return std::nullopt;
  return static_cast<std::size_t>(*size);
}

// Both begin with what is not known.
template <class Fact>
Place place_of_known(Fact fact) {
  if (fact == Fact::kUnknown) return std::nullopt;
  return static_cast<std::size_t>(fact) - 1;
}

template <class Fact>
Fact known_at(std::size_t place) {
  return static_cast<Fact>(place + 1);
}

AttendanceSet forms_at(std::size_t place) {
  AttendanceSet forms;
  if (place < catalog::kAttendanceCount) {
    forms.add(static_cast<Attendance>(place));
    return forms;
  }
  forms.add(Attendance::kInPerson);
  forms.add(Attendance::kOnline);
  return forms;
}

std::string_view name_of(Provenance provenance) {
  switch (provenance) {
    case Provenance::kGiven:
      return "given";
    case Provenance::kDerived:
      return "derived";
    default:
      return "usual";
  }
}

std::string name_of(ArrangedFact fact, Place place) {
  if (!place) return std::to_string(static_cast<int>(fact)) + "=unknown";
  return std::string(kArrangedValues[values_of(fact).begin + *place]);
}

struct StatedFact {
  std::string name;  ///< "referral=intake"
  std::string_view source;
};

StatedFact make_stated(ArrangedFact fact, Place place, const Sources& sources) {
  return {name_of(fact, place),
          sources.evidence ? name_of(sources.evidence->provenance) : "silent"};
}

std::string count_name(std::string_view what, std::size_t count) {
  static constexpr std::size_t kMost = 2;  // more tell no more
  return "|" + std::string(what) + " " + std::to_string(std::min(count, kMost));
}

void add_shape(const catalog::Activity& activity, std::vector<std::string>& signs) {
  signs.push_back(count_name("schedules", activity.schedules.size()));
  signs.push_back(count_name("sites", activity.sites.size()));
  signs.push_back(count_name("areas", activity.areas.size()));
  signs.push_back(count_name("prices", activity.costs.size()));
  signs.push_back(count_name("steps", activity.application_process.empty() ? 0 : 1));
}

bool is_stated(const Sources& sources) {
  return sources.evidence && sources.evidence->provenance != Provenance::kUsual;
}

// Takes over what the model decided. What the rules had stated becomes the conflict.
void overrule(const Evidence& loudest, Sources& sources) {
  const bool was_stated = is_stated(sources);
  if (was_stated) sources.conflict = sources.evidence;
  sources.evidence = loudest;
  if (!was_stated) sources.evidence->provenance = Provenance::kUsual;
}

// What the model decides of one fact, given what is stated.
class Decision {
 public:
  Decision(const ArrangementModel& model, const Heard& heard, ArrangedFact fact)
      : heard_(heard), begin_(values_of(fact).begin), best_(heard.best_of(fact)), model_(model) {}

  /// Whether it is another than `stated`, by more than `margin` (millionths of score).
  [[nodiscard]] bool overrules(Place stated, std::int64_t margin = 0) const {
    if (!stated) return true;
    return heard_.scores[best_] > heard_.scores[begin_ + *stated] + margin;
  }
  [[nodiscard]] std::size_t place() const { return best_ - begin_; }
  [[nodiscard]] Evidence loudest() const { return model_.loudest(heard_, best_); }

 private:
  const Heard& heard_;
  std::size_t begin_;
  std::size_t best_;
  const ArrangementModel& model_;
};

// What its own field states of the way in, in a text that may be of no more than a few words.
std::int64_t margin_of_field(const Sources& sources) {
  return is_stated(sources) && sources.evidence->field == Field::kApplication ? kSurely : 0;
}

bool is_given(const Sources& sources) {
  return sources.evidence && sources.evidence->provenance == Provenance::kGiven;
}

}  // namespace

catalog::Usual usual_of(std::vector<FoundConcept> subjects, const catalog::Vocabulary& vocabulary) {
  std::stable_sort(
      subjects.begin(), subjects.end(),
      [](const FoundConcept& a, const FoundConcept& b) { return a.confidence > b.confidence; });
  catalog::Usual usual;
  usual.group_size = usual_size_of(subjects, vocabulary);
  for (const FoundConcept& found : subjects) {
    const catalog::Usual& of_concept = vocabulary.concepts()[found.number].usual;
    if (usual.referral == Referral::kUnknown) usual.referral = of_concept.referral;
    if (usual.recurrence == Recurrence::kUnknown) usual.recurrence = of_concept.recurrence;
  }
  return usual;
}

Arrangement read_stated_arrangement(const catalog::Activity& activity,
                                    const RecordText& text,
                                    const catalog::Usual& usual) {
  Arrangement stated;
  stated.attendance = find_attendance_forms(activity, text);
  stated.recurrence = find_recurrence(activity, text, usual);
  stated.referral = find_referral(activity, text);
  stated.group = find_group(
      activity, text,
      {stated.attendance.forms, stated.referral.referral, stated.recurrence.recurrence}, usual);
  stated.recurrence.recurrence =
      settle_recurrence(stated.recurrence, stated.group.size, stated.attendance.forms);
  if (stated.referral.referral == Referral::kUnknown) {
    stated.referral.referral = usual_referral(usual, stated.group.size);
    stated.referral.sources.evidence = Evidence{Field::kApplication, 0, {}, Provenance::kUsual};
  }
  return stated;
}

std::string_view attendance_word(AttendanceSet forms) {
  const Place place = place_of(forms);
  if (!place) return {};
  const std::string_view value =
      kArrangedValues[values_of(ArrangedFact::kAttendance).begin + *place];
  return value.substr(value.find('=') + 1);
}

std::vector<std::string> stated_signs(const catalog::Activity& activity,
                                      const Arrangement& stated) {
  const std::array<StatedFact, kArrangedFacts> facts = {
      make_stated(ArrangedFact::kAttendance, place_of(stated.attendance.forms),
                  stated.attendance.sources),
      make_stated(ArrangedFact::kGroupSize, place_of(stated.group.size), stated.group.sources),
      make_stated(ArrangedFact::kRecurrence, place_of_known(stated.recurrence.recurrence),
                  stated.recurrence.sources),
      make_stated(ArrangedFact::kReferral, place_of_known(stated.referral.referral),
                  stated.referral.sources)};
  std::vector<std::string> signs;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    signs.push_back("|" + facts[i].name);
    signs.push_back("|" + facts[i].name + " " + std::string(facts[i].source));
    for (std::size_t j = i + 1; j < facts.size(); ++j) {
      signs.push_back("|" + facts[i].name + " " + facts[j].name);
    }
  }
  add_shape(activity, signs);
  return signs;
}

Arrangement read_arrangement(const catalog::Activity& activity,
                             const RecordText& text,
                             const catalog::Usual& usual,
                             const ArrangementModel& model) {
  Arrangement found = read_stated_arrangement(activity, text, usual);
  const Heard heard = model.hear(text, stated_signs(activity, found));
  const Decision attendance(model, heard, ArrangedFact::kAttendance);
  if (!is_given(found.attendance.sources)
      && attendance.overrules(place_of(found.attendance.forms), kSurely)) {
    found.attendance.forms = forms_at(attendance.place());
    overrule(attendance.loudest(), found.attendance.sources);
  }
  const Decision size(model, heard, ArrangedFact::kGroupSize);
  if (size.overrules(place_of(found.group.size),
                     is_stated(found.group.sources) ? kRatherSurely : 0)) {
    found.group.size = static_cast<GroupSize>(size.place());
    overrule(size.loudest(), found.group.sources);
  }
  const Decision recurrence(model, heard, ArrangedFact::kRecurrence);
  if (recurrence.overrules(place_of_known(found.recurrence.recurrence))) {
    found.recurrence.recurrence = known_at<Recurrence>(recurrence.place());
    overrule(recurrence.loudest(), found.recurrence.sources);
  }
  const Decision referral(model, heard, ArrangedFact::kReferral);
  if (referral.overrules(place_of_known(found.referral.referral),
                         margin_of_field(found.referral.sources))) {
    found.referral.referral = known_at<Referral>(referral.place());
    overrule(referral.loudest(), found.referral.sources);
  }
  return found;
}

}  // namespace kring::indexer
