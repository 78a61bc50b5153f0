// How does a report of quality read on a terminal?
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "service/commands/quality/forms.h"

namespace kring::service::quality {
namespace {

using catalog::Language;
using catalog::Text;

constexpr std::size_t kShownPriorities = 3;  // of one owner among several

std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](unsigned char letter) { return letter < ' ' || letter == '\x7f'; }, ' ');
  return text;
}

void write_priorities(const FindingCounts& counts, Language language, std::ostream& out) {
  std::size_t number = 0;
  for (const Priority& priority : priorities_of(counts)) {
    const FindingRule& rule = rule_of(priority.kind);
    out << fmt::format("{:>3}. {} {}\n     {}\n", ++number, in(language, rule.title),
                       in(language, rule.remedy), worth_of(priority, language));
  }
}

void write_records(const OwnerReport& owner, Language language, std::ostream& out) {
  for (const InspectedRecord& record : owner.findings) {
    out << fmt::format("\n  {} ({})\n", on_one_line(record.name), on_one_line(record.id));
    for (const ToldFinding& told : told_findings(record)) {
      out << fmt::format("    - {} {}\n", in(language, told.rule->title),
                         on_one_line(in(language, told.text)));
    }
  }
}

void write_owner(const QualityReport& report,
                 const OwnerReport& owner,
                 Language language,
                 std::ostream& out) {
  out << fmt::format("\n{}: {}\n", on_one_line(name_of_owner(owner, language)),
                     activities(owner.records, language));
  const std::vector<Priority> priorities = priorities_of(owner.counts);
  const std::size_t shown = std::min(priorities.size(), kShownPriorities);
  for (std::size_t index = 0; index < shown; ++index) {
    const Priority& priority = priorities[index];
    out << fmt::format("  {:>6} x {}\n", priority.records,
                       in(language, rule_of(priority.kind).remedy));
  }
  const std::string trend = trend_of(report, owner, language);
  if (!trend.empty()) out << "  " << trend << "\n";
}

}  // namespace

void write_text(const QualityReport& report, Language language, std::ostream& out) {
  const ReportSentences sentences = sentences_of(report, language);
  out << sentences.title << "\n" << sentences.subtitle << "\n\n" << sentences.summary << "\n";
  for (const std::string& line : sentences.trend) {
    out << line << "\n";
  }
  out << "\n" << in(language, Text{"Dit eerst", "This first"}) << "\n";
  write_priorities(report.counts, language, out);
  if (report.owners.size() == 1) {
    write_records(report.owners.front(), language, out);
    return;
  }
  const std::size_t shown = std::min(report.owners.size(), kMaxShownOwners);
  for (std::size_t index = 0; index < shown; ++index) {
    write_owner(report, report.owners[index], language, out);
  }
  if (shown < report.owners.size()) {
    out << fmt::format("\n{} {}\n", report.owners.size() - shown,
                       in(language, Text{"aanbieders staan alleen in --format csv en json.",
                                         "organisations stand in --format csv and json alone."}));
  }
  out << "\n"
      << in(language, Text{"Met --owner NAAM ziet u elk record van één aanbieder.",
                           "With --owner NAME you see each record of one organisation."})
      << "\n";
}

}  // namespace kring::service::quality
