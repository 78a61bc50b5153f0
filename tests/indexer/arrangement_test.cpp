// Does what was learned decide beside the rules, and tell why?

#include "indexer/language/arrangement.h"

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::GroupSize;
using catalog::Recurrence;
using catalog::Referral;
using indexer::Arrangement;
using indexer::ArrangementModel;
using indexer::Provenance;

// Weights in thousandths by place in kArrangedValues: 1 a visit at home, 7 an open group, 10
// weekly, 16 walk in, 17 registration.
constexpr std::string_view kWeights =
    "*\t7:100 10:100 16:100\n"
    "knuffel\t1:9000 17:9000\n"
    "zacht\t1:500\n"
    "|referral=intake\t18:6000\n"
    "broken\n"
    "worse\t99:1 x:2\n";

Arrangement arrange(const catalog::Activity& activity, const catalog::Usual& usual = {}) {
  const indexer::Analyser analyser;
  const ArrangementModel model(kWeights);
  return read_arrangement(activity, read_record_text(activity, analyser), usual, model);
}

catalog::AttendanceSet only(Attendance form) {
  catalog::AttendanceSet forms;
  forms.add(form);
  return forms;
}

std::string text_at(const catalog::Activity& activity, const indexer::Evidence& evidence) {
  return activity.description.substr(evidence.span.begin, evidence.span.end - evidence.span.begin);
}

}  // namespace

TEST_CASE("a word that speaks loudly decides where nothing is stated, and stays what is usual") {
  const catalog::Activity activity = described("Een knuffel voor wie dat wil.");
  const Arrangement found = arrange(activity);
  REQUIRE(found.referral.referral == Referral::kRegistration);
  REQUIRE(found.referral.sources.evidence->provenance == Provenance::kUsual);
  REQUIRE(text_at(activity, *found.referral.sources.evidence) == "knuffel");
}

TEST_CASE("what the words state becomes the conflict where the model decides otherwise") {
  const catalog::Activity activity = described("Een knuffel. Je kunt zo binnenlopen.");
  const Arrangement found = arrange(activity);
  REQUIRE(found.referral.referral == Referral::kRegistration);
  REQUIRE(found.referral.sources.evidence->provenance == Provenance::kDerived);
  REQUIRE(text_at(activity, *found.referral.sources.evidence) == "knuffel");
  REQUIRE(found.referral.sources.conflict);
}

TEST_CASE("what rules state counts whole beside words") {
  const catalog::Activity activity = described("Een knuffel. Na een intake kun je beginnen.");
  REQUIRE(arrange(activity).referral.referral == Referral::kIntake);
}

TEST_CASE("where one meets is said otherwise only when the model is sure, and never of a field") {
  REQUIRE(arrange(described("Een knuffel in de zaal.")).attendance.forms
          == only(Attendance::kHomeVisit));
  REQUIRE(arrange(described("Een zacht bed.")).attendance.forms == only(Attendance::kInPerson));
  catalog::Activity online = described("Een knuffel op afstand.");
  online.schedules.emplace_back().attendance = only(Attendance::kOnline);
  REQUIRE(arrange(online).attendance.forms == only(Attendance::kOnline));
}

TEST_CASE("a text without any word has the bias, and its evidence is the description") {
  const Arrangement found = arrange(described(""));
  REQUIRE(found.group.size == GroupSize::kOpenGroup);
  REQUIRE(found.recurrence.recurrence == Recurrence::kWeekly);
  REQUIRE(found.referral.referral == Referral::kNone);
}

TEST_CASE(
    "signs are stems, pairs of neighbours within a sentence, numbers, and the field's letter") {
  catalog::Activity activity = described("Kom gerust langs. 12 mensen!");
  activity.name = "Inloop";
  const indexer::Analyser analyser;
  std::vector<std::string> signs;
  read_told_signs(
      read_record_text(activity, analyser),
      [&](const indexer::Sign& sign, const indexer::Evidence&) { signs.push_back(sign.name()); });
  const auto has = [&signs](const char* sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
  };
  REQUIRE(has("n:inlop"));
  REQUIRE(has("inlop"));
  REQUIRE(has("kom gerust"));
  REQUIRE(has("#"));
  REQUIRE_FALSE(has("lang #"));
  REQUIRE_FALSE(has("langs #"));
}

TEST_CASE("a longer text shares its loudness out, and a short one does not shout") {
  REQUIRE(indexer::share_of_told(100) == 400);
  REQUIRE(indexer::share_of_told(1600) == 100);
  REQUIRE(indexer::share_of_told(0) == indexer::share_of_told(50));
}

}  // namespace kring::tests
