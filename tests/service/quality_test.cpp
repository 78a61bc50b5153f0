// Does the report of quality tell what is to be mended, and what first?
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "engine/engine.h"
#include "indexer/indexer.h"
#include "service/commands/quality/before.h"
#include "service/commands/quality/catalog_report.h"
#include "service/commands/quality/forms.h"
#include "service/commands/quality/inspector.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

namespace quality = service::quality;
using catalog::ActivityStore;
using catalog::Language;
using quality::FindingKind;
using quality::QualityReport;

const catalog::Date kToday = *catalog::parse_date("2026-11-23");

catalog::Activity make_complete() {
  catalog::Activity activity;
  activity.name = "Wandelgroep Noord";
  activity.organization.name = "Welzijn Noord";
  activity.phones.push_back({"024-000 00 01", ""});
  activity.costs.push_back({catalog::Cents{0}, "EUR", "per keer"});
  activity.languages = {"nl"};
  activity.application_process = "U kunt zo binnenlopen, aanmelden hoeft niet.";
  activity.verified_on = kToday;
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=MO";
  schedule.first_day = kToday;
  schedule.opens = catalog::Minutes{600};
  catalog::Site site;
  site.postcode = "6511 AA";
  site.attendance.add(catalog::Attendance::kInPerson);
  site.accessibility = {"Rolstoeltoegankelijk."};
  site.schedules.push_back(schedule);
  activity.sites.push_back(site);
  return activity;
}

catalog::FeedRecord in_feed(const std::string& key, catalog::Activity activity) {
  catalog::FeedRecord record = make_record(key, activity.name);
  record.activity = std::move(activity);
  return record;
}

quality::FindingSet findings_of(const catalog::Activity& activity) {
  const auto vocabulary = catalog::parse_vocabulary(catalog::embedded_vocabulary());
  const catalog::Places places;
  return quality::Inspector(*vocabulary, places, kToday).inspect(activity).kinds;
}

std::string written(const QualityReport& report, const char* form, Language language) {
  std::ostringstream out;
  quality::find_form(form)(report, language, out);
  return out.str();
}

QualityReport report_on(const ActivityStore& store, const std::string& owner = "") {
  auto report = quality::report_catalog(store, {owner, kToday, std::nullopt});
  REQUIRE(report);
  return std::move(report).value();
}

}  // namespace

TEST_CASE("a record that tells all has nothing to mend") {
  CHECK(findings_of(make_complete()).none());
}

TEST_CASE("what a record leaves out is a finding of its own kind") {
  catalog::Activity activity = make_complete();
  SECTION("the price") {
    activity.costs.clear();
    CHECK(has(findings_of(activity), FindingKind::kNoPrice));
  }
  SECTION("how to reach its owner") {
    activity.phones.clear();
    CHECK(has(findings_of(activity), FindingKind::kNoContact));
  }
  SECTION("days and hours") {
    activity.sites.front().schedules.clear();
    CHECK(has(findings_of(activity), FindingKind::kNoTime));
  }
  SECTION("the place") {
    activity.sites.front().postcode.clear();
    CHECK(has(findings_of(activity), FindingKind::kNoPlace));
  }
}

TEST_CASE("a check holds for a year") {
  catalog::Activity activity = make_complete();
  activity.verified_on = kToday - std::chrono::days{365};
  CHECK(findings_of(activity).none());
  activity.verified_on = kToday - std::chrono::days{366};
  CHECK(has(findings_of(activity), FindingKind::kOldCheck));
  activity.verified_on.reset();
  CHECK(has(findings_of(activity), FindingKind::kNeverChecked));
}

TEST_CASE("what is over and still listed is to be taken out, and needs no more facts") {
  catalog::Activity activity = make_complete();
  activity.costs.clear();
  activity.sites.front().schedules.front().last_day = kToday - std::chrono::days{1};
  const quality::FindingSet kinds = findings_of(activity);
  CHECK(kinds.count() == 1);
  CHECK(has(kinds, FindingKind::kEnded));
}

TEST_CASE("first comes what keeps most people away") {
  quality::FindingCounts counts = {};
  counts.at(static_cast<std::size_t>(FindingKind::kNoPrice)) = 2;
  counts.at(static_cast<std::size_t>(FindingKind::kNoLanguage)) = 10;
  counts.at(static_cast<std::size_t>(FindingKind::kNoPlace)) = 1;
  const auto priorities = quality::priorities_of(counts);
  REQUIRE(priorities.size() == 3);
  CHECK(priorities[0].kind == FindingKind::kNoPrice);
  CHECK(priorities[1].kind == FindingKind::kNoLanguage);
  CHECK(priorities[2].kind == FindingKind::kNoPlace);
}

TEST_CASE("the report is told by organisation, and of one alone where it is named") {
  const ScratchFolder scratch;
  auto store = ActivityStore::open(scratch.file("quality.db"), catalog::OpenMode::kCreateIfMissing);
  catalog::Activity priceless = make_complete();
  priceless.name = "Biljart";
  priceless.phones = {{"024-000 00 02", ""}};
  priceless.organization.name = "Welzijn Zuid";
  priceless.costs.clear();
  import_records(store, make_options("a"),
                 {in_feed("1", make_complete()), in_feed("2", priceless)});
  const QualityReport all = report_on(store);
  CHECK(all.records == 2);
  CHECK(all.sound == 1);
  REQUIRE(all.owners.size() == 2);
  CHECK(all.owners.front().name == "Welzijn Zuid");
  const QualityReport one = report_on(store, "welzijn zuid");
  CHECK(one.records == 1);
  CHECK(one.owners.size() == 1);
}

TEST_CASE("an earlier report tells what was mended since") {
  const ScratchFolder scratch;
  auto store = ActivityStore::open(scratch.file("before.db"), catalog::OpenMode::kCreateIfMissing);
  catalog::Activity activity = make_complete();
  activity.costs.clear();
  import_records(store, make_options("a"), {in_feed("1", activity)});
  const std::string earlier = written(report_on(store), "json", Language::kDutch);
  activity = make_complete();
  activity.phones.clear();
  import_records(store, make_options("a"), {in_feed("1", activity)});
  QualityReport report = report_on(store);
  const auto before = quality::compare_with(earlier, report);
  REQUIRE(before);
  CHECK(before->mended == 1);
  CHECK(before->appeared == 1);
  CHECK_FALSE(quality::compare_with("[]", report));
  CHECK_FALSE(quality::compare_with("{", report));
}

TEST_CASE("texts of sources are neither formulas in the table nor tags on the page") {
  const ScratchFolder scratch;
  auto store = ActivityStore::open(scratch.file("hostile.db"), catalog::OpenMode::kCreateIfMissing);
  catalog::Activity activity = make_complete();
  activity.name = "=HYPERLINK(\"x\")<script>\x01";
  activity.costs.clear();
  import_records(store, make_options("a"), {in_feed("1", activity)});
  const QualityReport report = report_on(store);
  const std::string table = written(report, "csv", Language::kDutch);
  CHECK(table.find("\"'=HYPERLINK(\"\"x\"\")") != std::string::npos);
  const std::string page = written(report, "html", Language::kDutch);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(page.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("people read one language, programs both") {
  const ScratchFolder scratch;
  auto store = ActivityStore::open(scratch.file("words.db"), catalog::OpenMode::kCreateIfMissing);
  catalog::Activity activity = make_complete();
  activity.costs.clear();
  import_records(store, make_options("a"), {in_feed("1", activity)});
  const QualityReport report = report_on(store);
  CHECK(written(report, "text", Language::kDutch).find("De prijs ontbreekt.") != std::string::npos);
  const std::string english = written(report, "text", Language::kEnglish);
  CHECK(english.find("The price is missing.") != std::string::npos);
  CHECK(english.find("ontbreekt") == std::string::npos);
  const std::string json = written(report, "json", Language::kEnglish);
  CHECK(catalog::parse_json(json));
  CHECK(json.find("De prijs ontbreekt.") != std::string::npos);
}

}  // namespace kring::tests
