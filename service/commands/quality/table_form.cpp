// How does a report of quality stand in a table?
#include <ostream>
#include <string>
#include <vector>

#include "catalog/formats/formula_guard.h"
#include "service/commands/quality/forms.h"

namespace kring::service::quality {
namespace {

using catalog::Language;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";  // by it Excel knows the encoding
constexpr char kDelimiter = ';';

// Texts come from sources: each is guarded, and in quotes, whatever stands in it.
void write_cell(const std::string& text, std::ostream& out) {
  out << '"';
  for (const char letter : catalog::formats::guard_cell(text)) {
    if (letter == '"') out << '"';
    out << letter;
  }
  out << '"';
}

void write_row(const std::vector<std::string>& cells, std::ostream& out) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) out << kDelimiter;
    write_cell(cells[index], out);
  }
  out << "\r\n";
}

std::vector<std::string> headings_in(Language language) {
  if (language == Language::kEnglish) {
    return {"Organisation",  "Activity",   "Group", "Code",
            "What is wrong", "What to do", "Field", "Of 100 people kept away",
            "Source",        "Id"};
  }
  return {"Aanbieder",     "Activiteit",      "Groep", "Code",
          "Wat er mis is", "Wat u kunt doen", "Veld",  "Van 100 mensen tegengehouden",
          "Bron",          "Kenmerk"};
}

void write_record(const std::string& owner,
                  const InspectedRecord& record,
                  Language language,
                  std::ostream& out) {
  for (const ToldFinding& told : told_findings(record)) {
    const FindingRule& rule = *told.rule;
    write_row({owner, record.name, in(language, title_of(rule.group)), std::string(rule.code),
               in(language, rule.title), in(language, told.text), told.field,
               std::to_string(rule.kept_away), record.source, record.id},
              out);
  }
}

}  // namespace

void write_table(const QualityReport& report, Language language, std::ostream& out) {
  out << kByteOrderMark;
  write_row(headings_in(language), out);
  for (const OwnerReport& owner : report.owners) {
    for (const InspectedRecord& record : owner.findings) {
      write_record(owner.name, record, language, out);
    }
  }
}

}  // namespace kring::service::quality
