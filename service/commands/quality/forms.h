// In which forms is a report of quality given?
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>

#include "catalog/result.h"
#include "service/commands/quality/report.h"

namespace kring::service::quality {

inline constexpr std::size_t kMaxShownOwners = 200;  ///< in text and on the page; tables have all
inline constexpr std::size_t kMaxShownRecords = 50;  ///< of one owner, likewise

using WriteReport = void (*)(const QualityReport&, catalog::Language, std::ostream&);

/// For a terminal. Of one owner alone each record is told, of several the counts.
void write_text(const QualityReport& report, catalog::Language language, std::ostream& out);

/// For programs, and for a later comparison; in both languages whatever `language` is. An object:
/// report ("quality"), subject, date, revision, records, sound, counts by code, groups, first
/// (priorities), changes, before, owners[{owner, records, counts, first, changes, findings[{id,
/// name, source, code, group, kept_away, field, text, text_en}]}].
void write_json(const QualityReport& report, catalog::Language language, std::ostream& out);

/// A page that stands alone: its style inside, no script, nothing loaded; it prints.
void write_page(const QualityReport& report, catalog::Language language, std::ostream& out);

/// One row a finding, between semicolons, which a Dutch spreadsheet opens and takes for no formula.
void write_table(const QualityReport& report, catalog::Language language, std::ostream& out);

/// The form called "text", "json", "html" or "csv"; null where none is called so.
WriteReport find_form(std::string_view name);

/// A sentence that all forms for people share.
struct ReportSentences {
  std::string title;
  std::string subtitle;            ///< of what, and of which day
  std::string summary;             ///< how many records, and how many are sound
  std::vector<std::string> trend;  ///< against the past; empty where it was not asked
};
ReportSentences sentences_of(const QualityReport& report, catalog::Language language);

/// "1 activiteit", "12 activiteiten".
std::string activities(std::size_t number, catalog::Language language);

/// The owner's name; in words where the records name none.
std::string name_of_owner(const OwnerReport& owner, catalog::Language language);

/// "12 activiteiten. Dit houdt naar schatting 96 van de 100 mensen tegen." of a priority.
std::string worth_of(const Priority& priority, catalog::Language language);

/// "3 minder dan op 1 oktober 2026"; "" without an earlier report.
std::string trend_of(const QualityReport& report,
                     const OwnerReport& owner,
                     catalog::Language language);

/// What a finding says, each detail apart; of a rule without details its remedy.
struct ToldFinding {
  const FindingRule* rule = nullptr;
  std::string field;
  catalog::Text text;
};
std::vector<ToldFinding> told_findings(const InspectedRecord& record);

}  // namespace kring::service::quality
