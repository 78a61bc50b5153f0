// Does the municipality's own table say what it says, and does nothing get lost on the way out and
// in?
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/activity_json.h"
#include "catalog/demo/demo_data.h"
#include "catalog/formats/formats.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::ActivityStore;

/// What one text gives as a table; it has to be taken.
struct ReadTable {
  explicit ReadTable(const std::string& bytes, const std::string& name = "activiteiten.csv") {
    REQUIRE(read_text("kring-csv", bytes, sink, name));
  }
  [[nodiscard]] std::string warning(const std::string& code) const {
    for (const catalog::RecordIssue& issue : sink.warnings) {
      if (issue.problem.code == code) return issue.problem.text.nl;
    }
    return "";
  }
  RecordingSink sink;
};

Activity read_one(const std::string& bytes) {
  const ReadTable table(bytes);
  REQUIRE(table.sink.records.size() == 1);
  return table.sink.records.front().activity;
}

void import_text(ActivityStore& store, const std::string& format, const std::string& bytes) {
  const std::vector<catalog::FeedFile> files = {{"feed", bytes}};
  const auto session = store.begin_import(make_options("gemeente"));
  REQUIRE(catalog::find_format(format)->read(files, *session));
  session->finish();
}

std::string export_table(const ActivityStore& store) {
  std::ostringstream out;
  catalog::find_format("kring-csv")->write({store, catalog::Recipient::kAnyone}, out);
  return out.str();
}

/// Times of the only place hold for the activity: the table tells both in one way.
Activity in_one_way(Activity activity) {
  if (activity.sites.size() == 1 && activity.schedules.empty()) {
    activity.schedules.swap(activity.sites.front().schedules);
  }
  return activity;
}

std::map<std::string, Activity> activities_of(const ActivityStore& store) {
  std::map<std::string, Activity> activities;
  store.for_each([&](const catalog::StoredActivity& stored) {
    activities[stored.activity.id.value] = in_one_way(stored.activity);
  });
  return activities;
}

std::string shown(const Activity& activity) {
  return write_json(activity_to_json(activity));
}

TEST_CASE("every demo record goes out as a table and comes back with every fact") {
  for (const catalog::DemoCatalogue& demo : catalog::demo_catalogues()) {
    CAPTURE(demo.source);
    const ScratchFolder scratch;
    ActivityStore first =
        ActivityStore::open(scratch.file("first.db"), catalog::OpenMode::kCreateIfMissing);
    import_text(first, "hsds", std::string(demo.records));
    const std::string table = export_table(first);
    ActivityStore second =
        ActivityStore::open(scratch.file("second.db"), catalog::OpenMode::kCreateIfMissing);
    import_text(second, "kring-csv", table);
    const auto before = activities_of(first);
    const auto after = activities_of(second);
    REQUIRE(after.size() == before.size());
    for (const auto& [id, activity] : before) {
      CAPTURE(id, activity.name);
      REQUIRE(after.contains(id));
      CHECK(shown(after.at(id)) == shown(activity));
    }
    CHECK(export_table(second) == table);
  }
}

TEST_CASE("a row of the table becomes an activity with all its facts") {
  const Activity activity = read_one(
      "Kenmerk;Naam;Omschrijving;Organisatie;Locatie;Straat;Huisnummer;Postcode;Plaats;Telefoon;"
      "Bereikbaarheid;E-mailadres;Website;Dag;Tijd;Kosten;Per;Leeftijd vanaf;Leeftijd t/m;"
      "Doelgroep;Talen;Groepsgrootte;Aanmelden;Verwijzing nodig;Wachttijd;Werkgebied;"
      "Rolstoel;Vorm;Status;Tags;Laatst gecontroleerd op;Startdatum\n"
      "A-1;Samen koken;Koken en eten;De Hof;Buurthuis;Dorpsstraat;1a;6512 AB;Nijmegen;024-000 00 "
      "00;"
      "ma 9-12;info@example.org;https://example.org;di en do;17.00 tot 19.30 uur;3,50;per "
      "keer;18;67;"
      "Iedereen;Nederlands, Arabisch;kleine groep;Bel eerst.;nee;2 weken;Nijmegen (Gemeente); ja;"
      "op locatie;tijdelijk gesloten;koken;1 november 2026;5-1-27\n");
  CHECK(activity.name == "Samen koken");
  CHECK(activity.description == "Koken en eten\nGroepsgrootte: kleine groep");
  CHECK(activity.organization.name == "De Hof");
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].street == "Dorpsstraat 1a");
  CHECK(activity.sites[0].accessibility == std::vector<std::string>{"Rolstoeltoegankelijk."});
  CHECK(activity.phones == std::vector<catalog::Phone>{{"024-000 00 00", "ma 9-12"}});
  REQUIRE(activity.schedules.size() == 1);
  const catalog::Schedule& schedule = activity.schedules[0];
  CHECK(schedule.rrule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH");
  CHECK(schedule.opens == catalog::Minutes{17 * 60});
  CHECK(schedule.closes == catalog::Minutes{19 * 60 + 30});
  CHECK(schedule.first_day == catalog::parse_date("2027-01-05"));
  CHECK(schedule.attendance.has(catalog::Attendance::kInPerson));
  CHECK(activity.costs
        == std::vector<catalog::CostOption>{{catalog::Cents{350}, "EUR", "per keer"}});
  CHECK(activity.min_age == 18);
  CHECK(activity.max_age == 67);
  CHECK(activity.languages == std::vector<std::string>{"nl", "ar"});
  CHECK(activity.application_process == "Bel eerst.\nGeen verwijzing nodig.");
  CHECK(activity.areas == std::vector<catalog::ServiceArea>{{"Nijmegen", "Gemeente"}});
  CHECK(activity.status == catalog::Status::kTemporarilyClosed);
  CHECK(activity.verified_on == catalog::parse_date("2026-11-01"));
}

TEST_CASE("a fault names row, heading and remedy, and costs the record nothing else") {
  const ReadTable table(
      "Kenmerk;Naam;Leeftijd vanaf;Begintijd;Dagen;Hoe "
      "vaak\n\nA-1;Wandelen;zestig;ooit;dinsdag;elke maand\n");
  REQUIRE(table.sink.records.size() == 1);
  CHECK(table.sink.warnings.size() == 3);
  CHECK(
      table.warning("unusable_value")
      == "rij 3, kolom Leeftijd vanaf: 'zestig' is geen heel getal (0-150). Typ bijvoorbeeld 60.");
  const Activity& activity = table.sink.records[0].activity;
  CHECK_FALSE(activity.min_age);
  CHECK(activity.eligibility_description == "Leeftijd vanaf zestig");
  REQUIRE(activity.schedules.size() == 1);
  CHECK(activity.schedules[0].rrule.empty());
  CHECK(activity.schedules[0].description == "dinsdag\nelke maand\nooit");
}

TEST_CASE("what is no postcode, e-mail address or phone number is kept, and told with a remedy") {
  const ReadTable table(
      "Naam;Postcode;E-mail;Telefoon;Land\nWandelen;65 12;geenmail;belmij;\n"
      "Soep;6512;info@voorbeeld.nl;113;\nBrood;6512ab;a@b.nl, c@d.nl;+31 24 000 00 00;NL\n"
      "Frieten;B-3500;;;België\n");
  REQUIRE(table.sink.records.size() == 4);
  std::vector<std::string> told;
  for (const catalog::RecordIssue& issue : table.sink.warnings) {
    if (issue.problem.code == "unlikely_value") told.push_back(issue.problem.text.nl);
  }
  CHECK(told
        == std::vector<std::string>{
            "rij 2, kolom E-mail: dit is geen e-mailadres. Typ bijvoorbeeld info@voorbeeld.nl.",
            "rij 2, kolom Telefoon: dit is geen telefoonnummer. Typ bijvoorbeeld 024 123 45 67.",
            "rij 2, kolom Postcode: dit is geen Nederlandse postcode. Typ bijvoorbeeld 6511 AB, of "
            "vul Land in."});
  const Activity& activity = table.sink.records[0].activity;
  CHECK(activity.email == "geenmail");
  CHECK(activity.sites[0].postcode == "65 12");
}

TEST_CASE("rows of one activity are one activity, by its key or by name and organisation") {
  const std::string rows =
      "Samen eten;De Hof;Buurthuis;maandag;4\n"
      "Samen eten;De Hof;Buurthuis;woensdag;4\n"
      "samen eten;de hof;Kerk;vrijdag;5\n"
      "Samen eten;Een ander;;;\n";
  const ReadTable table("Naam;Organisatie;Locatie;Dagen;Kosten\n" + rows);
  REQUIRE(table.sink.records.size() == 2);
  CHECK(table.sink.folded == 2);
  CHECK(table.sink.warns_of("missing_id"));
  const Activity& activity = table.sink.records[0].activity;
  REQUIRE(activity.sites.size() == 2);
  CHECK(activity.sites[0].schedules.size() == 2);
  CHECK(activity.sites[1].schedules.size() == 1);
  CHECK(activity.costs.size() == 2);
  const catalog::Json& document = table.sink.records[0].document;
  CHECK(document["headings"].array().size() == 5);
  CHECK(document["rows"].array().size() == 3);
  CHECK(document["rows"].array()[2].array()[2] == catalog::Json("Kerk"));
}

TEST_CASE("rows that contradict each other say so and the first counts") {
  const ReadTable table("Kenmerk;Naam;Website\n1;Eten;a.example\n1;Eten;b.example\n");
  REQUIRE(table.sink.records.size() == 1);
  CHECK(table.sink.records[0].activity.url == "a.example");
  CHECK_THAT(table.warning("contradicting_rows"), Catch::StartsWith("rij 3, kolom Website: "));
}

TEST_CASE("a row without a name is refused with its row, and what is absent then stays") {
  RecordingSink sink;
  const auto facts = read_text("kring-csv", "Kenmerk;Naam;Plaats\n1;Eten;Lent\n2;;Elst\n", sink);
  REQUIRE(facts);
  CHECK(facts->completeness == catalog::Completeness::kPartial);
  REQUIRE(sink.rejected.size() == 1);
  CHECK(sink.rejected[0].record == "2");
  CHECK_THAT(sink.rejected[0].problem.text.nl, Catch::StartsWith("rij 3, kolom Naam: "));
}

TEST_CASE("columns about persons are in no activity and no document, and are counted once") {
  const ReadTable table(
      "Kenmerk;Naam;Contactpersoon;Mobiel van vrijwilliger;Geboortedatum;BSN;Thema van de maand\n"
      "1;Eten;Jan de Vries;06-12345678;01-01-1950;123456782;soep\n"
      "2;Lezen;Jan de Vries;06-12345678;01-01-1950;123456782;gedichten\n");
  CHECK_THAT(table.warning("person_columns_left_out"), Catch::Contains("(4)"));
  CHECK_THAT(table.warning("unknown_columns"), Catch::Contains("Thema van de maand"));
  CHECK(table.sink.warnings.size() == 2);
  for (const catalog::FeedRecord& record : table.sink.records) {
    const std::string all = shown(record.activity) + write_json(record.document);
    CHECK(all.find("Jan de Vries") == std::string::npos);
    CHECK(all.find("123456782") == std::string::npos);
  }
  CHECK_THAT(write_json(table.sink.records[0].document), Catch::Contains("soep"));
}

TEST_CASE("a table without our headings is refused and tells where the template is") {
  for (const std::string text : {"", "foo;bar\n1;2\n", "Naam\nEten\n", "{\"id\": 1}"}) {
    RecordingSink sink;
    const auto read = read_text("kring-csv", text, sink);
    REQUIRE_FALSE(read);
    CHECK(read.error().front().code == "unknown_table");
    CHECK_THAT(read.error().front().text.nl, Catch::Contains("--template"));
    CHECK_FALSE(catalog::find_format("kring-csv")->recognises({"x.csv", text}));
  }
}

TEST_CASE("a quote that is never closed is refused with the line where it opens") {
  RecordingSink sink;
  const auto read = read_text("kring-csv", "Kenmerk;Naam\n1;Eten\n2;\"Lezen\n3;Lopen\n", sink);
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().front().text.nl, Catch::Contains("regel 3: een aanhalingsteken"));
}

TEST_CASE("the template is recognised, and its rows of help and example are no activities") {
  std::ostringstream out;
  catalog::find_format("kring-csv")->write_template(out);
  CHECK(catalog::find_format("kring-csv")->recognises({"sjabloon.csv", out.str()}));
  RecordingSink sink;
  const auto read = read_text("kring-csv", out.str(), sink);
  REQUIRE_FALSE(read);
  CHECK(read.error().front().code == "no_services");
  // The example is a good one.
  std::string filled = out.str();
  filled.erase(filled.find("# Voorbeeld: "), std::string("# Voorbeeld: ").size());
  const ReadTable table(filled);
  REQUIRE(table.sink.records.size() == 1);
  CHECK(table.sink.warnings.empty());
  CHECK(table.sink.records[0].key == "A-001");
  CHECK(table.sink.records[0].activity.schedules[0].rrule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH");
}

TEST_CASE("no cell of an export is a formula, and what is read is what was written") {
  const std::vector<std::string> names = {"=1+1", "+31 24",  "-5",    "@home",
                                          "'=x",  "'gewoon", "a;b\"c"};
  const ScratchFolder scratch;
  ActivityStore store =
      ActivityStore::open(scratch.file("a.db"), catalog::OpenMode::kCreateIfMissing);
  std::vector<catalog::FeedRecord> records;
  records.reserve(names.size());
  for (const std::string& name : names) {
    records.push_back(make_record(name, name));
  }
  import_records(store, make_options("gemeente"), records);
  const std::string table = export_table(store);
  for (const char sign : {'=', '+', '-', '@'}) {
    for (const std::string before : {";", "\r\n", ";\"", "\r\n\""}) {
      CHECK(table.find(before + sign) == std::string::npos);
    }
  }
  const ReadTable read(table);
  std::set<std::string> back;
  for (const catalog::FeedRecord& record : read.sink.records) {
    back.insert(record.activity.name);
    CHECK(record.key == record.activity.name);
  }
  CHECK(back == std::set<std::string>(names.begin(), names.end()));
}

TEST_CASE("the encodings, line ends and delimiters of spreadsheets are told by themselves") {
  const std::string latin = "Naam;Plaats\r\nCaf\xe9;'s-Hertogenbosch\r\n";
  CHECK(read_one(latin).name == "Café");
  CHECK(read_one("\xef\xbb\xbfNaam,Plaats\rCafé,Lent\r").name == "Café");
  CHECK(read_one("sep=\t\nNaam\tPlaats\nCafé\tLent").sites[0].city == "Lent");
  CHECK(read_one("Aanbod, versie 3\n\nNaam;Plaats\nEten;Lent\n").sites[0].city == "Lent");
  std::string wide = "\xff\xfe";
  for (const char letter : std::string("Naam;Plaats\nEten;Lent\n")) {
    wide += letter;
    wide += '\0';
  }
  CHECK(read_one(wide).sites[0].city == "Lent");
  CHECK(read_one(wide.substr(2)).sites[0].city == "Lent");
  CHECK(read_one("NÁÁM ;pláats:\nEten;Lent\n").sites[0].city == "Lent");
}

TEST_CASE("rows of two encodings in one table are each read in their own") {
  const ReadTable read("Naam;Plaats\r\nCaf\xe9 Zuid;Lent\r\nCafé Noord;Lent\r\n");
  REQUIRE(read.sink.records.size() == 2);
  CHECK(read.sink.records[0].activity.name == "Café Zuid");
  CHECK(read.sink.records[1].activity.name == "Café Noord");
}

TEST_CASE("what comes after a row that is too large is not read") {
  const std::string table = "Naam;Plaats\n" + std::string(catalog::kMappedFrom + 1, 'x')
                            + ";Lent\nKoffie;\"a quote that stays open\n";
  RecordingSink sink;
  const auto facts = read_text("kring-csv", table, sink, "feed.csv");
  REQUIRE(!facts);
  CHECK(facts.error().front().code == "row_too_long");
}

TEST_CASE("a quote that is left open is told by the row that it makes too large") {
  std::string rows;
  while (rows.size() <= catalog::kMappedFrom)
    rows += "Thee,Lent,Buurthuis De Wilg\n";
  RecordingSink sink;
  const auto table =
      read_text("kring-csv", "Naam,Plaats\nKoffie,\"Elst\n" + rows, sink, "feed.csv");
  REQUIRE(!table);
  CHECK(table.error().front().code == "row_too_long");
  CHECK(table.error().front().text.en.find("line 2: this row is too large. See whether a quotation")
        != std::string::npos);
  const auto package = read_text("hsds-csv", "id,name\n1,\"Koffie\n" + rows, sink, "services.csv");
  REQUIRE(!package);
  CHECK(package.error().front().code == "row_too_long");
}

TEST_CASE("a table that is too large to be held reads as a small one") {
  const std::string small =
      "\xef\xbb\xbfsep=;\r\n\r\nKenmerk;Naam;Omschrijving;Plaats\r\n"
      "a;Koffie;\"Elke dag\r\nbehalve \x01zondag\";Lent\r\n\r\n"
      "b;Café;;Elst\rc;;;Lent\r\na;Koffie;;Elst\r\n";
  const ReadTable held(small);
  REQUIRE(held.sink.records.size() == 2);
  std::string large = small;
  for (int number = 0; large.size() < catalog::kMappedFrom; ++number) {
    large += std::to_string(number) + ";Soep;" + std::string(1'000'000, 'x') + ";Lent\r\n";
  }
  const ReadTable placed(large);
  REQUIRE(placed.sink.records.size() > held.sink.records.size());
  for (std::size_t index = 0; index < held.sink.records.size(); ++index) {
    CHECK(placed.sink.records[index].key == held.sink.records[index].key);
    CHECK(placed.sink.records[index].place == held.sink.records[index].place);
    CHECK(placed.sink.records[index].activity == held.sink.records[index].activity);
    CHECK(placed.sink.records[index].document == held.sink.records[index].document);
  }
  CHECK(placed.sink.folded == held.sink.folded);
  REQUIRE(held.sink.rejected.size() == 1);
  REQUIRE(placed.sink.rejected.size() == 1);
  CHECK(placed.sink.rejected[0].record == held.sink.rejected[0].record);
  CHECK(placed.sink.rejected[0].problem.text.nl == held.sink.rejected[0].problem.text.nl);
}

}  // namespace
}  // namespace kring::tests
