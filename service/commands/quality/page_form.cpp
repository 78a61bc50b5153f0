// How does a report of quality look as a page?
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "service/commands/quality/forms.h"
#include "service/html.h"

namespace kring::service::quality {

std::string_view report_css();  // service/web/report.css, compiled in

namespace {

using catalog::Language;
using catalog::Text;

// Of the style's bytes, worked out where they are compiled in.
constexpr std::string_view kStyleHash = KRING_REPORT_STYLE_SHA256;

// Text of a source: control characters, which no page may hold, become blanks.
std::string clean(std::string_view text) {
  std::string cleaned(text);
  std::replace_if(
      cleaned.begin(), cleaned.end(),
      [](unsigned char letter) { return letter < ' ' || letter == '\x7f'; }, ' ');
  return escape_html(cleaned);
}

void write_head(const ReportSentences& sentences, Language language, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"" << in(language, Text{"nl", "en"})
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      << style_source(kStyleHash) << "; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>" << clean(sentences.title) << "</title>\n<style>" << report_css()
      << "</style>\n</head>\n";
}

void write_groups(const FindingCounts& counts, Language language, std::ostream& out) {
  out << "<ul class=\"groups\">\n";
  for (std::size_t index = 0; index < kFindingGroups; ++index) {
    const auto group = static_cast<FindingGroup>(index);
    out << "<li><strong>" << count_of(counts, group) << "</strong> "
        << clean(in(language, title_of(group))) << "</li>\n";
  }
  out << "</ul>\n";
}

void write_priorities(const FindingCounts& counts, Language language, std::ostream& out) {
  const std::vector<Priority> priorities = priorities_of(counts);
  if (priorities.empty()) return;
  out << "<h2>" << in(language, Text{"Dit eerst", "This first"}) << "</h2>\n<ol class=\"first\">\n";
  for (const Priority& priority : priorities) {
    const FindingRule& rule = rule_of(priority.kind);
    out << "<li><strong>" << clean(in(language, rule.title)) << "</strong> "
        << clean(in(language, rule.remedy)) << " <span class=\"soft\">"
        << clean(worth_of(priority, language)) << "</span></li>\n";
  }
  out << "</ol>\n";
}

std::string anchor_of(std::size_t owner) {
  return fmt::format("o{}", owner + 1);
}

void write_contents(const QualityReport& report, Language language, std::ostream& out) {
  const std::size_t shown = std::min(report.owners.size(), kMaxShownOwners);
  out << "<h2>" << in(language, Text{"Per aanbieder", "By organisation"}) << "</h2>\n";
  if (shown < 2) return;
  out << "<nav aria-label=\"" << in(language, Text{"Aanbieders", "Organisations"})
      << "\">\n<ul class=\"owners\">\n";
  for (std::size_t index = 0; index < shown; ++index) {
    const OwnerReport& owner = report.owners[index];
    out << "<li><a href=\"#" << anchor_of(index) << "\"><bdi>"
        << clean(name_of_owner(owner, language)) << "</bdi></a> <span class=\"soft\">"
        << owner.findings.size() << "/" << owner.records << "</span></li>\n";
  }
  out << "</ul>\n</nav>\n<p class=\"soft\">"
      << in(language, Text{"Het getal zegt bij hoeveel activiteiten er iets te verbeteren is.",
                           "The number tells in how many activities there is something to mend."})
      << "</p>\n";
}

void write_record(const InspectedRecord& record, Language language, std::ostream& out) {
  out << "<h4><bdi>" << clean(record.name) << "</bdi> <span class=\"id\">" << clean(record.id)
      << "</span></h4>\n<ul class=\"findings\">\n";
  const FindingRule* last = nullptr;
  for (const ToldFinding& told : told_findings(record)) {
    const bool is_same = told.rule == last;
    if (last != nullptr && !is_same) out << "</li>\n";
    if (!is_same) {
      out << "<li class=\"" << name_of(told.rule->group) << "\">"
          << clean(in(language, told.rule->title));
    }
    out << " <span class=\"detail\">" << clean(in(language, told.text)) << "</span>";
    last = told.rule;
  }
  out << "</li>\n</ul>\n";
}

void write_more(std::size_t count, const Text& what, Language language, std::ostream& out) {
  if (count == 0) return;
  out << "<p class=\"soft\">"
      << fmt::format("{} {} {}", in(language, Text{"En nog", "And"}), count, in(language, what))
      << "</p>\n";
}

void write_owner(const QualityReport& report,
                 std::size_t index,
                 Language language,
                 std::ostream& out) {
  const OwnerReport& owner = report.owners[index];
  out << "<section>\n<h3 id=\"" << anchor_of(index) << "\"><bdi>"
      << clean(name_of_owner(owner, language)) << "</bdi></h3>\n<p class=\"soft\">"
      << fmt::format("{}, {} {}.", activities(owner.records, language), owner.findings.size(),
                     in(language, Text{"met iets te verbeteren", "with something to mend"}))
      << " " << clean(trend_of(report, owner, language)) << "</p>\n";
  const std::size_t most = report.owners.size() == 1 ? owner.findings.size() : kMaxShownRecords;
  const std::size_t shown = std::min(owner.findings.size(), most);
  for (std::size_t number = 0; number < shown; ++number) {
    write_record(owner.findings[number], language, out);
  }
  write_more(owner.findings.size() - shown,
             {"activiteiten: zie de tabel (--format csv).",
              "more activities: see the table (--format csv)."},
             language, out);
  out << "</section>\n";
}

}  // namespace

void write_page(const QualityReport& report, Language language, std::ostream& out) {
  const ReportSentences sentences = sentences_of(report, language);
  write_head(sentences, language, out);
  out << "<body>\n<main>\n<h1>" << clean(sentences.title) << "</h1>\n<p class=\"soft\">"
      << clean(sentences.subtitle) << "</p>\n<p class=\"summary\">" << clean(sentences.summary)
      << "</p>\n";
  for (const std::string& line : sentences.trend) {
    out << "<p>" << clean(line) << "</p>\n";
  }
  write_groups(report.counts, language, out);
  write_priorities(report.counts, language, out);
  write_contents(report, language, out);
  const std::size_t shown = std::min(report.owners.size(), kMaxShownOwners);
  for (std::size_t index = 0; index < shown; ++index) {
    write_owner(report, index, language, out);
  }
  write_more(report.owners.size() - shown,
             {"aanbieders: zie de tabel (--format csv).",
              "more organisations: see the table (--format csv)."},
             language, out);
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace kring::service::quality
