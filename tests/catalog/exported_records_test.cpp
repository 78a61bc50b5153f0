// Does every export name the terms of each record's source, and leave out what may not be passed
// on?
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/formats/formats.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityStore;
using catalog::Answer;
using catalog::ExportedRecords;
using catalog::Recipient;
using catalog::SourceTerms;

constexpr const char* kLicence = "https://creativecommons.org/licenses/by/4.0/";
constexpr const char* kAttribution = "Bron: Sociale kaart";

void import_one(ActivityStore& store, const std::string& name, SourceTerms terms) {
  const auto session = store.begin_import(make_options(terms.source));
  catalog::FeedRecord record = make_record(name, name);
  catalog::Schedule schedule;
  schedule.first_day = catalog::parse_date("2026-12-01");
  schedule.opens = catalog::Minutes{600};
  record.activity.schedules = {schedule};
  session->add(std::move(record));
  session->set_terms(std::move(terms));
  session->finish();
}

/// A source that asks to be named, one that keeps all rights, and one that somebody closed.
ActivityStore make_three_sources(const ScratchFolder& folder) {
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_one(store, "Eetclub", {"open", "", kLicence, kAttribution, Answer::kUnknown});
  import_one(store, "Wandelen", {"reserved", "", "All rights reserved", "", Answer::kUnknown});
  import_one(store, "Zingen", {"closed", "", "", "", Answer::kNo});
  return store;
}

std::string written(const catalog::Format& format, const ExportedRecords& records) {
  std::ostringstream out;
  format.write(records, out);
  return out.str();
}

/// In lines that are not folded, as calendars fold them.
std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) {
    text.erase(at, 3);
  }
  return text;
}

/// The export in `format` of a catalogue that was filled with `text` in the same format.
std::string there_and_back(const char* format, const std::string& text) {
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  const std::vector<catalog::FeedFile> files = {{"feed", text}};
  const auto session = store.begin_import(make_options("bron"));
  REQUIRE(catalog::find_format(format)->read(files, *session));
  session->finish();
  return written(*catalog::find_format(format), {store, Recipient::kAnyone});
}

}  // namespace

TEST_CASE("an export for anyone leaves out what may not be passed on, and tells how much") {
  const ScratchFolder folder;
  const ActivityStore store = make_three_sources(folder);
  const ExportedRecords open(store, Recipient::kAnyone);
  std::vector<std::string> names;
  open.for_each([&](const catalog::StoredActivity& stored, const SourceTerms&) {
    names.push_back(stored.activity.name);
  });
  CHECK(names == std::vector<std::string>{"Eetclub"});
  const auto left_out = open.left_out();
  REQUIRE(left_out.size() == 2);
  CHECK(left_out[0].source == "closed");
  CHECK(left_out[0].activities == 1);
  CHECK(left_out[1].source == "reserved");
}

TEST_CASE("whoever keeps the catalogue takes everything out") {
  const ScratchFolder folder;
  const ActivityStore store = make_three_sources(folder);
  const ExportedRecords all(store, Recipient::kOwner);
  CHECK(all.left_out().empty());
  for (const catalog::Format& format : catalog::all_formats()) {
    if (format.write == nullptr || format.name == "hsds-csv") continue;  // of which a zip comes out
    INFO(format.name);
    const std::string text = written(format, all);
    for (const char* name : {"Eetclub", "Wandelen", "Zingen"}) {
      CHECK(text.find(name) != std::string::npos);
    }
  }
}

TEST_CASE("every form of export names licence and attribution of each record's source") {
  const ScratchFolder folder;
  const ActivityStore store = make_three_sources(folder);
  const ExportedRecords open(store, Recipient::kAnyone);
  for (const catalog::Format& format : catalog::all_formats()) {
    if (format.write == nullptr || format.name == "hsds-csv") continue;
    INFO(format.name);
    const std::string text = unfolded(written(format, open));
    CHECK(text.find("Eetclub") != std::string::npos);
    CHECK(text.find("Wandelen") == std::string::npos);
    CHECK(text.find(kLicence) != std::string::npos);
    CHECK(text.find(kAttribution) != std::string::npos);
  }
  const ScratchFolder tables;
  catalog::find_format("hsds-csv")->write_folder(open, tables.file(""));
  const std::string services = read_file(tables.file("services.csv"));
  CHECK(services.find(kLicence) != std::string::npos);
  CHECK(services.find(kAttribution) != std::string::npos);
  CHECK(services.find("Wandelen") == std::string::npos);
}

TEST_CASE("a table that comes back keeps the terms it was exported with, without a warning") {
  const ScratchFolder folder;
  const ActivityStore store = make_three_sources(folder);
  const catalog::Format& table = *catalog::find_format("kring-csv");
  const std::string text = written(table, {store, Recipient::kAnyone});
  const ScratchFolder elsewhere;
  ActivityStore copy =
      ActivityStore::open(elsewhere.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  const std::vector<catalog::FeedFile> files = {{"table.csv", text}};
  const auto session = copy.begin_import(make_options("copy"));
  REQUIRE(table.read(files, *session));
  CHECK(session->finish().warnings.count() == 0);
  CHECK(written(table, {copy, Recipient::kAnyone}) == text);
}

TEST_CASE("columns of a table's own come back, two of one name too, and grow no apostrophes") {
  const std::string text =
      "Naam;Organisatie;Eigen veld;Eigen veld;Huisnummer\r\n"
      "Eetclub;De Brink;blauw;'=1+1;7\r\nEetclub;De Brink;groen;;\r\n";
  const std::string once = there_and_back("kring-csv", text);
  CHECK(once.find(";Eigen veld;Eigen veld\r\n") != std::string::npos);
  CHECK(once.find(";blauw;'=1+1\r\n") != std::string::npos);
  CHECK(once.find(";groen;\r\n") != std::string::npos);
  CHECK(there_and_back("kring-csv", once) == once);
}

TEST_CASE("properties of a calendar's own come back with their parameters") {
  const std::string words = "Vraag naar " + std::string(60, 'a') + "één café";
  const std::string calendar = there_and_back(
      "ics",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Eetclub\r\n"
      "DTSTART:20261201T100000Z\r\nX-DEUR;X-KANT=\"links, achter\":Bel aan\\, twee keer\r\nX-LANG:"
          + words + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  CHECK(calendar.find("X-DEUR;X-KANT=\"links, achter\":Bel aan\\, twee keer\r\n")
        != std::string::npos);
  CHECK(unfolded(calendar).find("X-LANG:" + words + "\r\n") != std::string::npos);
  CHECK(calendar.find(words) == std::string::npos);
}

TEST_CASE("members of a node's own come back, in places and offers too, but no person") {
  const std::string node = there_and_back(
      "schema-org",
      R"({"@context": "https://schema.org", "@type": "Event", "name": "Eetclub", "startDate": "2026-12-01T10:00:00+01:00",
          "image": "https://brink.example/eten.jpg", "performer": {"@type": "Person", "name": "Jan Jansen"},
          "location": {"@type": "Place", "name": "De Brink", "address": {"@type": "PostalAddress",
            "addressLocality": "Nijmegen", "addressRegion": "Gelderland"}},
          "offers": {"@type": "Offer", "price": "3.50", "priceCurrency": "EUR", "url": "https://brink.example/kaart"}})");
  CHECK(node.find(R"("image":"https://brink.example/eten.jpg")") != std::string::npos);
  CHECK(node.find(R"("addressRegion":"Gelderland")") != std::string::npos);
  CHECK(node.find(R"("url":"https://brink.example/kaart")") != std::string::npos);
  CHECK(node.find("Jansen") == std::string::npos);
}

TEST_CASE("a calendar tells how many records it cannot hold") {
  const ScratchFolder folder;
  ActivityStore store = make_three_sources(folder);
  import_records(store, make_options("dateless"), {make_record("d", "Op afspraak")});
  std::ostringstream out;
  CHECK(catalog::find_format("ics")->write({store, Recipient::kAnyone}, out) == 1);
  CHECK(catalog::find_format("hsds")->write({store, Recipient::kAnyone}, out) == 0);
}

}  // namespace kring::tests
