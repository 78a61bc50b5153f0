// Is a spreadsheet file read as the spreadsheet shows it?
#include "catalog/formats/workbook.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/number_format.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/zip_builder.h"

namespace kring::tests {
namespace {

using catalog::formats::Epoch;
using catalog::formats::NumberKind;
using catalog::formats::Sheet;

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

/// A workbook with one sheet called "Activiteiten" (a first, empty one before it), made of parts.
struct WorkbookParts {
  std::string rows;
  std::string shared;
  std::string workbook_settings;

  [[nodiscard]] std::string make() const {
    const std::string head = kHead;
    return make_zip({
        {"[Content_Types].xml", head + "<Types/>"},
        {"xl/workbook.xml",
         head + "<workbook>" + workbook_settings
             + "<sheets><sheet name=\"Uitleg\" r:id=\"rId1\"/>"
               "<sheet name=\"Activiteiten\" r:id=\"rId2\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head
             + "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
               "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
        {"xl/styles.xml", head
                              + "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
                                "formatCode=\"dd\\-mm\\-yyyy\"/></numFmts>"
                                "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
                                "<xf numFmtId=\"20\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml", head + "<sst>" + shared + "</sst>"},
        {"xl/worksheets/sheet1.xml", head + "<worksheet><sheetData/></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         head + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    });
  }
};

std::string inline_cell(const std::string& reference, const std::string& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// The cells of the last row of the sheet with rows.
std::vector<std::string> last_cells(const WorkbookParts& parts) {
  const auto sheet = catalog::formats::find_sheet(
      parts.make(), [](const Sheet& found) { return !found.rows.empty(); });
  REQUIRE(sheet);
  REQUIRE(sheet->has_value());
  CHECK((*sheet)->name == "Activiteiten");
  return (*sheet)->rows.back().cells;
}

TEST_CASE(
    "cells of a spreadsheet are texts, numbers, dates, times and yes or no as it shows them") {
  const WorkbookParts parts{
      "<row r=\"14\"><c r=\"A14\" t=\"s\"><v>1</v></c><c r=\"C14\"><v>3.4500000000000002</v></c>"
      "<c r=\"D14\" s=\"1\"><v>46357</v></c><c r=\"E14\" s=\"2\"><v>0.4375</v></c>"
      "<c r=\"F14\" t=\"b\"><v>1</v></c><c r=\"G14\" t=\"e\"><v>#N/A</v></c>"
      "<c r=\"H14\" t=\"str\"><f>A1&amp;B1</f><v>Jan &amp; alleman</v></c>"
          + inline_cell("I14", "caf\u00e9") + "<c r=\"J14\"><v>612345678</v></c></row>",
      "<si><t>niet deze</t></si><si><r><t>Samen </t></r><r><t>eten</t></r>"
      "<rPh><t>uitspraak</t></rPh></si>",
      ""};
  CHECK(last_cells(parts)
        == std::vector<std::string>{"Samen eten", "", "3.45", "01-12-2026", "10:30", "ja", "",
                                    "Jan & alleman", "café", "612345678"});
}

TEST_CASE("cells that do not say where they are follow each other, empty ones too") {
  const std::string cell = "<c t=\"inlineStr\"><is><t>";
  const std::string end = "</t></is></c>";
  const std::vector<std::string> cells = last_cells(
      {"<row>" + cell + "Naam" + end + cell + end + "<c/>" + cell + "Nijmegen" + end + "</row>", "",
       ""});
  CHECK(cells == std::vector<std::string>{"Naam", "", "", "Nijmegen"});
}

TEST_CASE("days count from the first day that the workbook names") {
  const WorkbookParts parts{"<row><c s=\"1\"><v>44895</v></c><c s=\"1\"><v>44895.5</v></c></row>",
                            "", "<workbookPr date1904=\"1\"/>"};
  CHECK(last_cells(parts) == std::vector<std::string>{"01-12-2026", "01-12-2026 12:00"});
  CHECK(catalog::formats::show_number("1", NumberKind::kMoment, Epoch::k1900) == "01-01-1900");
  CHECK(catalog::formats::show_number("61", NumberKind::kMoment, Epoch::k1900) == "01-03-1900");
}

TEST_CASE("a format is one of dates by its letters outside of quotes and brackets") {
  using catalog::formats::kind_of_code;
  for (const char* code : {"dd-mm-yyyy", "[$-413]d mmmm jjjj", "h:mm", "[Red]dd/mm"}) {
    CHECK(kind_of_code(code) == NumberKind::kMoment);
  }
  for (const char* code : {"General", "0.00", "#,##0 \"dagen\"", "[Red]0", "\\d0", "@"}) {
    CAPTURE(code);
    CHECK((kind_of_code(code) == NumberKind::kPlain) == true);
  }
}

TEST_CASE("a fault in a spreadsheet names sheet, row and heading") {
  const WorkbookParts parts{"<row r=\"1\">" + inline_cell("A1", "Naam")
                                + inline_cell("B1", "Leeftijd vanaf") + "</row><row r=\"14\">"
                                + inline_cell("A14", "Wandelen") + inline_cell("B14", "zestig")
                                + "</row>",
                            "", ""};
  RecordingSink sink;
  const auto read = read_text("kring-csv", parts.make(), sink, "activiteiten.xlsx");
  REQUIRE(read);
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].place == "activiteiten.xlsx:14");
  CHECK(sink.warnings.back().problem.text.nl
        == "blad Activiteiten, rij 14, kolom Leeftijd vanaf: 'zestig' is geen heel getal (0-150). Typ "
           "bijvoorbeeld 60.");
}

/// The code for which a workbook with these rows is refused; "" where it is taken.
std::string refusal_of(const WorkbookParts& parts) {
  const auto sheet = catalog::formats::find_sheet(parts.make(), [](const Sheet&) { return false; });
  return sheet ? "" : sheet.error().front().code;
}

TEST_CASE("a spreadsheet that is damaged or made to do harm is refused") {
  CHECK(refusal_of({"<row><c>", "", ""}) == "xml_unreadable");
  CHECK(refusal_of({"", "<!DOCTYPE x [<!ENTITY a \"a\">]>", ""}) == "xml_unreadable");
  CHECK(refusal_of({inline_cell("XFD1", "x"), "", ""}) == "table_too_large");
  std::string deep;
  for (int level = 0; level < 300; ++level) {
    deep += "<x>";
  }
  CHECK(refusal_of({deep, "", ""}) == "xml_unreadable");
  std::string wide;
  for (int row = 0; row < 12'000; ++row) {
    wide += "<row>" + inline_cell("ALK1", "x") + "</row>";
  }
  CHECK(refusal_of({wide, "", ""}) == "table_too_large");
  CHECK_FALSE(catalog::formats::is_workbook(make_zip({{"services.csv", "x"}})));
}

}  // namespace
}  // namespace kring::tests
