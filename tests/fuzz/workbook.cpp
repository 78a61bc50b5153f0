// Is any spreadsheet file read, or refused, without harm?
//
// The input as it is, and its parts (between separators) packed as those of a workbook, since no
// made-up input gets the check sums of a zip right.
#include <array>
#include <string>
#include <vector>

#include "catalog/formats/archive.h"
#include "tests/catalog/zip_builder.h"
#include "tests/fuzz/feed_target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

constexpr std::array kParts = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                               "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
constexpr const char* kWorkbook =
    R"(<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>)";
constexpr const char* kRelations =
    R"(<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>)";

std::string pack(std::string_view bytes) {
  std::vector<tests::ZipPart> parts;
  for (const std::string_view part : split_fields(bytes, kParts.size())) {
    parts.emplace_back(kParts[parts.size()], std::string(part));
  }
  parts[3].second = parts[3].second.empty() ? kWorkbook : parts[3].second;
  parts[4].second = parts[4].second.empty() ? kRelations : parts[4].second;
  return tests::make_zip(parts);
}

}  // namespace

void read(std::string_view bytes) {
  const auto archive = catalog::formats::parse_archive(std::string(bytes));
  for (std::size_t index = 0; archive && index < archive->names().size(); ++index) {
    const auto entry = archive->read(archive->names()[index]);
    expect(!entry || entry->size() <= catalog::formats::kMaxHeldBytes, "no entry passes its limit");
  }
  read_feed("kring-csv", bytes);
  read_feed("kring-csv", pack(bytes));
}

}  // namespace kring::fuzz
