// Does a helpline's export come in with its agencies, and without what may not be kept?
#include "catalog/formats/icarol.h"

#include <string>

#include <catch2/catch.hpp>

#include "catalog/formats/formats.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Json;

const std::string kExport =
    "ResourceAgencyNum,PublicName,TaxonomyLevelName,ParentAgencyNum,AgencyStatus,AgencyDescription,"
    "HoursOfOperation,Eligibility,FeeStructureSource,LanguagesOffered,DisabilitiesAccess,"
    "BusServiceAccess,TaxonomyCodes,Categories,MainContactName,SeniorWorkerEmailAddress,"
    "PhysicalAddress1,PhysicalCity,PhysicalPostalCode,PhysicalCountry,Latitude,Longitude,"
    "Phone1Number,Phone1Name,Phone2Number,Phone2IsPrivate,LastVerifiedOn,CustomNote\n"
    "100,Helping Hand,Agency,0,Active,\"We help, daily\",,,,,,,BD-1800.2000,,Jane Example,,,,,,,,"
    "202-555-0100,Main,,,,\n"
    "101,Lunch Club,Program,100,Active,Meals together,Mon-Fri 11-1,Anyone over 60,Free,"
    "\"English; Spanish, Amharic\",SE,Bus 52,BD-1800.2000; PH-1000,Food; Seniors,Jane Example,"
    "jane@example.org,1 Main Street,Washington,20001,United States,38.9,-77.0,202-555-0101,Desk,"
    "202-555-0199,Yes,3/14/2022 10:22:00 AM,blue form\n"
    "102,Old Program,Program,100,Inactive,,,,,,,,,,,,,,,,,,,,,,,\n"
    "103,Orphan Program,Program,999,Active,,,,,,,,,,,,,,,,,,,,,,,\n"
    "200,Lone Agency,Agency,0,Active,Walk in,,,,,,,,,,,,,,,,,,,,,,\n"
    "104,,Program,100,Active,,,,,,,,,,,,,,,,,,,,,,,\n";

void read_export(RecordingSink& sink) {
  REQUIRE(read_text("icarol-csv", kExport, sink, "export.csv"));
}

}  // namespace

TEST_CASE("a program of a helpline's export is an activity of its agency") {
  RecordingSink sink;
  read_export(sink);
  REQUIRE(sink.records.size() == 4);
  const catalog::Activity& lunch = sink.records[0].activity;
  CHECK(sink.records[0].key == "101");
  CHECK(sink.records[0].format == "icarol-csv");
  CHECK(lunch.name == "Lunch Club");
  CHECK(lunch.organization.name == "Helping Hand");
  CHECK(lunch.schedules.at(0).description == "Mon-Fri 11-1");
  CHECK(lunch.languages == std::vector<std::string>{"en", "es"});
  CHECK(lunch.tags == std::vector<std::string>{"Food", "Seniors"});
  CHECK(lunch.sites.at(0).point == catalog::Point{38.9, -77.0});
  CHECK(lunch.sites[0].country == "US");
  CHECK(lunch.sites[0].transportation == "Bus 52");
  CHECK(lunch.sites[0].accessibility == std::vector<std::string>{"SE"});
  CHECK(lunch.verified_on == catalog::parse_date("2022-03-14"));
  CHECK(sink.records[1].activity.status == catalog::Status::kInactive);
}

TEST_CASE("an agency without programs is an activity of its own") {
  RecordingSink sink;
  read_export(sink);
  CHECK(sink.records[3].activity.name == "Lone Agency");
  CHECK(sink.records[3].activity.organization.name == "Lone Agency");
}

TEST_CASE("persons, private numbers and licensed codes of the export are counted, not kept") {
  RecordingSink sink;
  read_export(sink);
  const std::string kept = write_json(sink.records[0].document);
  CHECK(kept.find("Jane") == std::string::npos);
  CHECK(kept.find("jane") == std::string::npos);
  CHECK(kept.find("555-0199") == std::string::npos);
  CHECK(kept.find("1800") == std::string::npos);
  CHECK(sink.records[0].document["CustomNote"] == Json("blue form"));
  CHECK(sink.records[0].document["agency"]["AgencyDescription"] == Json("We help, daily"));
  for (const auto& issue : sink.warnings) {
    if (issue.problem.code == "persons_withheld") {
      CHECK(issue.problem.text.en.find(": 4 details") != std::string::npos);
    }
    if (issue.problem.code == "licensed_terms_withheld") {
      CHECK(issue.problem.text.en.find(": 3 categories") != std::string::npos);
    }
  }
  CHECK(sink.warns_of("persons_withheld"));
  CHECK(sink.warns_of("licensed_terms_withheld"));
}

TEST_CASE("a program whose agency is missing stays, and a row without a name is refused") {
  RecordingSink sink;
  read_export(sink);
  CHECK(sink.warns_of("dangling_agency"));
  CHECK(sink.records[2].activity.name == "Orphan Program");
  REQUIRE(sink.rejected.size() == 1);
  CHECK(sink.rejected[0].record == "export.csv:7");
}

TEST_CASE("a helpline's export is told by its headings") {
  CHECK(catalog::formats::recognises_icarol({"any.csv", kExport}));
  CHECK(!catalog::formats::recognises_icarol({"any.csv", "id,name\n"}));
}

}  // namespace kring::tests
