#include "service/commands/quality/feed_report.h"

#include <unordered_map>
#include <utility>

#include "catalog/embedded.h"
#include "service/commands/quality/inspector.h"

namespace kring::service::quality {
namespace {

struct Pending {
  std::string owner;
  std::string owner_id;
  InspectedRecord record;
};

// Looks at records as they come; a later one with the same key replaces an earlier one.
class InspectingSink : public catalog::FeedSink {
 public:
  explicit InspectingSink(const Inspector& inspector) : inspector_(inspector) {}

  void add(catalog::FeedRecord record) override {
    const catalog::Activity& activity = record.activity;
    pending_[record.key] = {activity.organization.name,
                            activity.organization.id,
                            {record.key, activity.name, "", inspector_.inspect(activity)}};
  }
  void remove(const std::string& key) override { pending_.erase(key); }
  void reject(catalog::RecordIssue issue) override { keep(FindingKind::kUnread, std::move(issue)); }
  void warn(catalog::RecordIssue issue) override {
    keep(FindingKind::kWrongValue, std::move(issue));
  }
  void fold() override {}
  void wait() override {}

  QualityReport finish(const std::string& owner) {
    ReportBuilder builder(owner);
    for (auto& [key, next] : pending_) {
      take_issues(key, next.record);
      if (builder.is_told(next.owner, next.owner_id))
        builder.add(next.owner, std::move(next.record));
    }
    add_refused(builder);
    return builder.finish();
  }

 private:
  /// What was told of the record while it was read.
  void take_issues(const std::string& key, InspectedRecord& record) {
    const auto issues = issues_.find(key);
    if (issues == issues_.end()) return;
    for (FindingDetail& detail : issues->second) {
      record.findings.add(std::move(detail));
    }
    issues_.erase(issues);
  }

  void keep(FindingKind kind, catalog::RecordIssue issue) {
    issues_[issue.record].push_back(
        {kind, std::move(issue.problem.pointer), std::move(issue.problem.text)});
  }

  // What was refused names no owner that could be trusted.
  void add_refused(ReportBuilder& builder) {
    if (!builder.is_told("", "")) return;
    for (auto& [key, details] : issues_) {
      InspectedRecord record{key, key, "", {}};
      for (FindingDetail& detail : details) {
        record.findings.add(std::move(detail));
      }
      builder.add("", std::move(record));
    }
  }

  const Inspector& inspector_;
  std::unordered_map<std::string, Pending> pending_;
  std::unordered_map<std::string, std::vector<FindingDetail>> issues_;
};

}  // namespace

catalog::Result<QualityReport> report_feed(const FeedQuestion& question) {
  const catalog::Result<catalog::Vocabulary> vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary());
  if (!vocabulary) return vocabulary.error();
  const catalog::Places no_places;
  const Inspector inspector(*vocabulary, no_places, question.today);
  InspectingSink sink(inspector);
  const catalog::Result<catalog::FeedFacts> facts = question.format.read(question.files, sink);
  if (!facts) return facts.error();
  QualityReport report = sink.finish(question.owner);
  report.subject = facts->publisher.empty() ? question.source : facts->publisher;
  report.date = question.today;
  return report;
}

}  // namespace kring::service::quality
