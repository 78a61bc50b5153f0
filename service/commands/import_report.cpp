#include "service/commands/import_report.h"

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catalog/duplicates/wording.h"
#include "service/commands/duplicates_report.h"

namespace kring::service {
namespace {

using catalog::ImportReport;
using catalog::IssueList;
using catalog::Json;
using catalog::LikelyDuplicate;
using catalog::RecordIssue;

constexpr std::size_t kMaxShown =
    20;  ///< issues of one kind, or categories, that people are shown; --json gives all listed

Json count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Json to_json(const RecordIssue& issue) {
  return Json::Object{{"record", issue.record},
                      {"pointer", issue.problem.pointer},
                      {"code", issue.problem.code},
                      {"text", issue.problem.text.nl},
                      {"text_en", issue.problem.text.en}};
}

Json to_json(const IssueList& issues) {
  Json::Array list;
  for (const RecordIssue& issue : issues.listed()) {
    list.push_back(to_json(issue));
  }
  return list;
}

Json to_json(const std::vector<catalog::CategoryCount>& categories) {
  Json::Array list;
  for (const catalog::CategoryCount& unmapped : categories) {
    list.emplace_back(
        Json::Object{{"category", unmapped.category}, {"count", count(unmapped.count)}});
  }
  return list;
}

Json to_json(const std::vector<LikelyDuplicate>& pairs) {
  Json::Array list;
  for (const LikelyDuplicate& pair : pairs) {
    Json json = service::to_json(pair.link);
    json.set("names", Json::Array{Json(pair.first_name), Json(pair.second_name)});
    json.set("sources", Json::Array{Json(pair.first_source), Json(pair.second_source)});
    list.push_back(std::move(json));
  }
  return list;
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// What people are not shown of `count` entries, of which the report lists `listed`.
void print_more(std::size_t count, std::size_t listed, std::ostream& out) {
  if (count <= kMaxShown) return;
  const std::size_t more = count - kMaxShown;
  const bool is_whole = listed == count;
  out << fmt::format("  … en nog {} ({} met --json) / and {} more ({} with --json)\n", more,
                     is_whole ? "alles" : fmt::format("de eerste {}", listed), more,
                     is_whole ? "all" : fmt::format("the first {}", listed));
}

void print_categories(const std::vector<catalog::CategoryCount>& categories, std::ostream& out) {
  if (categories.empty()) return;
  out << "Categorieën zonder begrip / categories without a concept:\n";
  for (std::size_t index = 0; index < std::min(categories.size(), kMaxShown); ++index) {
    out << fmt::format("  {:>7} {}\n", categories[index].count, categories[index].category);
  }
  print_more(categories.size(), categories.size(), out);
}

void print_duplicates(const ImportReport& report, std::ostream& out) {
  const std::vector<LikelyDuplicate>& pairs = report.likely_duplicates;
  if (pairs.empty()) return;
  out << "Waarschijnlijk dubbel / likely duplicates (kring duplicates):\n";
  for (std::size_t index = 0; index < std::min(pairs.size(), kMaxShown); ++index) {
    const LikelyDuplicate& pair = pairs[index];
    const catalog::Text reasons = catalog::duplicates::describe(pair.link.score);
    out << fmt::format("  {} ({}) = {} ({})\n    {}\n    {}\n", on_one_line(pair.first_name),
                       pair.first_source, on_one_line(pair.second_name), pair.second_source,
                       reasons.nl, reasons.en);
  }
  print_more(report.found_duplicates, pairs.size(), out);
}

void print_issues(const char* title, const IssueList& issues, std::ostream& out) {
  if (issues.count() == 0) return;
  out << title << "\n";
  const std::size_t shown = std::min(issues.listed().size(), kMaxShown);
  for (std::size_t index = 0; index < shown; ++index) {
    const RecordIssue& issue = issues.listed()[index];
    out << fmt::format("  {} {} [{}]\n    {}\n    {}\n", on_one_line(issue.record),
                       issue.problem.pointer, issue.problem.code, issue.problem.text.nl,
                       issue.problem.text.en);
  }
  print_more(issues.count(), issues.listed().size(), out);
}

/// How many entries each list has no room for.
Json unlisted_to_json(const ImportReport& report) {
  const auto beyond = [](const IssueList& issues) {
    return count(issues.count() - issues.listed().size());
  };
  return Json::Object{
      {"rejected", beyond(report.rejected)},
      {"warnings", beyond(report.warnings)},
      {"likely_duplicates", count(report.found_duplicates - report.likely_duplicates.size())}};
}

}  // namespace

Json to_json(const ImportReport& report) {
  return Json::Object{{"source", report.source},
                      {"read", count(report.read)},
                      {"added", count(report.added)},
                      {"changed", count(report.changed)},
                      {"unchanged", count(report.unchanged)},
                      {"removed", count(report.removed)},
                      {"renamed", count(report.renamed)},
                      {"held", count(report.held)},
                      {"folded", count(report.folded)},
                      {"waiting", count(report.waiting)},
                      {"rejected", to_json(report.rejected)},
                      {"warnings", to_json(report.warnings)},
                      {"revision", report.revision.number},
                      {"unmapped_categories", to_json(report.unmapped_categories)},
                      {"likely_duplicates", to_json(report.likely_duplicates)},
                      {"unlisted", unlisted_to_json(report)}};
}

Json failure_to_json(const std::string& source, const catalog::Problems& problems) {
  ImportReport report;
  report.source = source;
  Json json = to_json(report);
  Json::Array list;
  for (const catalog::Problem& problem : problems) {
    list.push_back(to_json(RecordIssue{"", problem}));
  }
  json.set("problems", Json(std::move(list)));
  return json;
}

void print_report(const ImportReport& report, std::ostream& out) {
  out << fmt::format("bron / source: {}\n", report.source);
  const std::vector<std::pair<const char*, std::size_t>> lines = {
      {"gelezen / read", report.read},
      {"nieuw / added", report.added},
      {"veranderd / changed", report.changed},
      {"gelijk / unchanged", report.unchanged},
      {"verwijderd / removed", report.removed},
      {"herkend, nieuw id / renamed", report.renamed},
      {"niet verwijderd / held", report.held},
      {"samengevoegd / folded", report.folded},
      {"wacht op het geheel / waiting", report.waiting},
      {"afgewezen / rejected", report.rejected.count()},
      {"waarschuwingen / warnings", report.warnings.count()}};
  for (const auto& [label, number] : lines) {
    out << fmt::format("  {:<27}{:>9}\n", label, number);
  }
  print_issues("Afgewezen / rejected:", report.rejected, out);
  print_issues("Waarschuwingen / warnings:", report.warnings, out);
  print_categories(report.unmapped_categories, out);
  print_duplicates(report, out);
}

void print_problems(const catalog::Problems& problems, std::ostream& out) {
  for (const catalog::Problem& problem : problems) {
    out << fmt::format("{} [{}]\n{}\n", problem.text.nl, problem.code, problem.text.en);
  }
}

}  // namespace kring::service
