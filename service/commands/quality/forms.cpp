#include "service/commands/quality/forms.h"

#include <array>
#include <numeric>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/explain.h"

namespace kring::service::quality {
namespace {

using catalog::Language;
using catalog::Text;

std::size_t sum_of(const FindingCounts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::string counted(std::size_t number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string subtitle_of(const QualityReport& report, Language language) {
  std::string text = report.subject + ", " + engine::format_day_and_year(report.date, language);
  if (report.revision) {
    text += fmt::format(", {} {}", in(language, Text{"revisie", "revision"}), *report.revision);
  }
  return text;
}

std::string summary_of(const QualityReport& report, Language language) {
  const std::string records = activities(report.records, language);
  if (language == Language::kEnglish) {
    return fmt::format("{} of {}. In {} there is nothing to mend.", records,
                       counted(report.owners.size(), "organisation", "organisations"),
                       report.sound);
  }
  return fmt::format("{} van {}. Bij {} is er niets te verbeteren.", records,
                     counted(report.owners.size(), "aanbieder", "aanbieders"), report.sound);
}

std::string changes_sentence(const QualityReport& report, Language language) {
  const Changes& changes = report.changes;
  const std::string day = report.since->at.substr(0, report.since->at.find('T'));
  if (language == Language::kEnglish) {
    return fmt::format("Since revision {} ({}): {} new, {} changed, {} removed.",
                       report.since->revision, day.empty() ? "?" : day, changes.added,
                       changes.changed, changes.removed);
  }
  return fmt::format("Sinds revisie {} ({}): {} nieuw, {} veranderd, {} weggehaald.",
                     report.since->revision, day.empty() ? "?" : day, changes.added,
                     changes.changed, changes.removed);
}

std::string before_sentence(const QualityReport& report, Language language) {
  const Before& before = *report.before;
  const std::string day = engine::format_day_and_year(before.date, language);
  if (language == Language::kEnglish) {
    return fmt::format(
        "On {} there were {} points to mend, now {}. {} are mended or gone, {} are new.", day,
        sum_of(before.counts), sum_of(report.counts), before.mended, before.appeared);
  }
  return fmt::format(
      "Op {} waren er {} verbeterpunten, nu {}. {} zijn opgelost of weg, {} zijn nieuw.", day,
      sum_of(before.counts), sum_of(report.counts), before.mended, before.appeared);
}

std::string difference(std::size_t then, std::size_t now, Language language) {
  if (now < then)
    return fmt::format("{} {}", then - now, in(language, Text{"minder dan", "fewer than"}));
  if (now > then)
    return fmt::format("{} {}", now - then, in(language, Text{"meer dan", "more than"}));
  return in(language, Text{"evenveel als", "as many as"});
}

}  // namespace

std::string activities(std::size_t number, Language language) {
  return language == Language::kEnglish ? counted(number, "activity", "activities")
                                        : counted(number, "activiteit", "activiteiten");
}

WriteReport find_form(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, WriteReport>, 4> kForms = {
      {{"text", write_text}, {"json", write_json}, {"html", write_page}, {"csv", write_table}}};
  for (const auto& [known, write] : kForms) {
    if (known == name) return write;
  }
  return nullptr;
}

ReportSentences sentences_of(const QualityReport& report, Language language) {
  ReportSentences sentences;
  sentences.title = in(
      language, Text{"Kwaliteit van de sociale kaart", "Quality of the directory of activities"});
  sentences.subtitle = subtitle_of(report, language);
  sentences.summary = summary_of(report, language);
  if (report.before) sentences.trend.push_back(before_sentence(report, language));
  if (report.since) sentences.trend.push_back(changes_sentence(report, language));
  return sentences;
}

std::string name_of_owner(const OwnerReport& owner, Language language) {
  if (!owner.name.empty()) return owner.name;
  return in(language, Text{"Zonder naam van een aanbieder", "Without the name of an organisation"});
}

std::string worth_of(const Priority& priority, Language language) {
  const int kept_away = rule_of(priority.kind).kept_away;
  const std::string records = activities(priority.records, language);
  if (language == Language::kEnglish) {
    return fmt::format("{}. This keeps an estimated {} of 100 people away.", records, kept_away);
  }
  return fmt::format("{}. Dit houdt naar schatting {} van de 100 mensen tegen.", records,
                     kept_away);
}

std::string trend_of(const QualityReport& report, const OwnerReport& owner, Language language) {
  if (!report.before) return {};
  const auto then = report.before->owners.find(owner.name);
  if (then == report.before->owners.end()) {
    return in(language, Text{"Nog niet in het vorige rapport.", "Not in the report before."});
  }
  return fmt::format("{} {}: {} {}.", sum_of(owner.counts),
                     in(language, Text{"verbeterpunten", "points to mend"}),
                     difference(sum_of(then->second), sum_of(owner.counts), language),
                     engine::format_day_and_year(report.before->date, language));
}

std::vector<ToldFinding> told_findings(const InspectedRecord& record) {
  std::vector<ToldFinding> told;
  for (const FindingRule& rule : all_rules()) {
    if (!has(record.findings.kinds, rule.kind)) continue;
    const std::size_t before = told.size();
    for (const FindingDetail& detail : record.findings.details) {
      if (detail.kind == rule.kind) told.push_back({&rule, detail.field, detail.text});
    }
    if (told.size() == before) told.push_back({&rule, rule.field, rule.remedy});
  }
  return told;
}

}  // namespace kring::service::quality
